"""What people say where it hurts, beyond the published sample: each with the complaints that a good answer holds.

`complaints`: one of them has to be among the first three. `muscles`: one of them among the first three muscles; where
none are given, one that nearly everyone feels in these complaints' regions. All of the first five must be felt there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Phrasing:
    text: str
    complaints: tuple[str, ...]
    muscles: tuple[str, ...] = ()
    side: str | None = None


def _said(file: str) -> tuple[Phrasing, ...]:
    rows = (Path(__file__).parent / file).read_text(encoding="utf-8")
    out = []
    for row in rows.strip().splitlines():
        text, complaints, muscles, side, *_ = [*(p.strip() for p in row.split("|")), "", ""]
        out.append(Phrasing(text, tuple(complaints.split()), tuple(muscles.split()), side or None))
    return tuple(out)


ENGLISH = _said("english.txt")

SPANISH = _said("spanish.txt")

NAMED = {  # what is typed for a muscle, and what has to stand first
    "scm": "sternocleidomastoid-sternal sternocleidomastoid-clavicular",
    "ECM": "sternocleidomastoid-sternal sternocleidomastoid-clavicular",
    "sterno cleido mastoid": "sternocleidomastoid-sternal sternocleidomastoid-clavicular",
    "sternoclydomastoid": "sternocleidomastoid-sternal sternocleidomastoid-clavicular",
    "sternoclido": "sternocleidomastoid-sternal sternocleidomastoid-clavicular",
    "traps": "upper-trapezius",
    "trapezuis": "upper-trapezius middle-trapezius lower-trapezius",
    "upper trap": "upper-trapezius",
    "trapecio superior": "upper-trapezius",
    "el trapecio": "upper-trapezius middle-trapezius lower-trapezius",
    "delts": "deltoid-anterior deltoid-middle deltoid-posterior",
    "rear delt": "deltoid-posterior",
    "pecs": "pectoralis-major-sternal pectoralis-major-clavicular",
    "pec minor": "pectoralis-minor",
    "glutes": "gluteus-maximus gluteus-medius",
    "glute med": "gluteus-medius",
    "glúteo medio": "gluteus-medius",
    "gluteus min": "gluteus-minimus-anterior gluteus-minimus-posterior",
    "QL": "quadratus-lumborum-superficial quadratus-lumborum-deep",
    "quadratus lomborum": "quadratus-lumborum-superficial quadratus-lumborum-deep",
    "cuadrado lumbar": "quadratus-lumborum-superficial quadratus-lumborum-deep",
    "piriformus": "piriformis",
    "piriforme": "piriformis",
    "musculus piriformis": "piriformis",
    "psoas": "iliopsoas",
    "hip flexor": "iliopsoas",
    "TFL": "tensor-fasciae-latae",
    "levator": "levator-scapulae levator-ani",
    "lev scap": "levator-scapulae",
    "infraspinatus": "infraspinatus",
    "supraespinoso": "supraspinatus",
    "subscap": "subscapularis",
    "SPS": "serratus-posterior-superior",
    "ECRB": "extensor-carpi-radialis-brevis",
    "bíceps": "biceps-brachii biceps-femoris",
    "BICEPS  Brachii": "biceps-brachii",
    "quads": "rectus-femoris vastus-medialis vastus-lateralis",
    "VMO": "vastus-medialis",
    "hammies": "biceps-femoris semitendinosus-semimembranosus",
    "gastroc": "gastrocnemius-medial gastrocnemius-lateral",
    "gemelos": "gastrocnemius-medial gastrocnemius-lateral soleus",
    "tib ant": "tibialis-anterior",
    "peroneals": "peroneus-longus",
    "soleus": "soleus",
    "masetero": "masseter-superficial masseter-deep",
    "teres minor": "teres-minor",
    "hidden prankster": "iliopsoas",
    "double devil": "piriformis",
}
