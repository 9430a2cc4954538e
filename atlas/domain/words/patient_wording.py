"""What a text for patients must not do: promise, alarm, blame, use words of the trade, say the same as another text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal, TypeAlias

from atlas.domain.words.readability import words

WordingFault: TypeAlias = Literal["promise", "alarm", "blame", "jargon"]

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_BEFORE = 30  # characters before a word in which a "not" takes it back
_NEGATED = {
    "en": re.compile(r"\b(?:no|not|nor|never|nothing|none|nobody|without|cannot|\w+n['’]t)\b[^,;:]*$", re.I),
    "es": re.compile(r"\b(?:no|ni|nunca|nada|nadie|ning[uú]n\w*|sin|tampoco)\b[^,;:]*$", re.I),
}
_WORDS: Mapping[str, Mapping[WordingFault, str]] = {
    "en": {
        # "at will", "free will" and the like are no promise; neither is a question, or what is said not to be so.
        "promise": r"(?<!at )(?<!free )(?<!good )will(?! power)|\w+['’]ll|cure[sd]?|guarantee\w*|always|for good|"
        r"permanent(?:ly)?|100 ?%|miracles?|get(?:s|ting)? rid of|for sure|certain to|sure to|proven|painless(?:ly)?",
        "alarm": r"deadly|fatal|lethal|die|dies|dying|death|danger(?:ous(?:ly)?)?|horri(?:ble|fic)|terrible|terrifying|"
        r"agony|agoni[sz]ing|excruciating|unbearable|crippl\w+|devastat\w+|catastroph\w+|ruin(?:s|ed)?|destroy\w*",
        "blame": r"your (?:own )?fault|you (?:should|could) have|you(?:['’]ve| have)? (?:caused|failed|let yourself)|"
        r"(?:bad|poor|lazy|sloppy) (?:posture|habits?)|careless(?:ly)?|neglect(?:ed|ing)?|out of shape|overweight|"
        r"you(?:['’]re| are) (?:lazy|unfit|too fat)|you(?:['’]re| are) to blame|slouch(?:ing|ed)?",
        "jargon": r"anterior|posterior|lateral(?:ly)?|medial(?:ly)?|proximal|distal|dorsal|ventral|palmar|plantar|"
        r"caudal|cranial|cephalad|ipsilateral|contralateral|bilateral(?:ly)?|unilateral|superficial|innervat\w+|"
        r"insertions?|spasms?|chronic|acute|inflamm\w+|syndromes?|myofascial|fascia\w*|hyperton\w+|palpat\w+|"
        r"contraindicat\w+|radiculopath\w+|neuropath\w+|nocicept\w+|sensiti[sz]ation|isch[a]?emi\w+|etiolog\w+|"
        r"patholog\w+|dermatomes?|referral (?:pattern|zone|area)s?|"
        r"flexion|extension|(?:ab|ad)duction|dorsiflexion|supination|pronation|"
        r"eversion|inversion|tendin(?:itis|opathy)|tendonitis|bursitis|scapulae?|clavicles?|sternum|humerus|"
        r"femur|femoral|tibiae?|fibula|patellae?|occip\w+|cervical|thoracic|lumbar|sacral|musculus|analges\w+|"
        r"edema|paresthesi\w+|hypertroph\w+|atroph\w+|isometric|eccentric|prone|supine|afferents?|neurons?",
    },
    "es": {
        # The future tense says what will be; "podrá" only says what may be.
        "promise": r"(?!(?:podr|ver)án?\b)\w+(?:[aei]rá|[aei]rán)|curan?|garant\w+|(?<!casi )siempre(?! que)|"
        r"definitivamente|100 ?%|milagro\w*|sin duda|seguro que|comprobad[oa]s?|indolor(?:es)?",
        "alarm": r"mortal(?:es)?|letal(?:es)?|muertes?|morir|peligr\w+|horribles?|terribles?|agon[ií]a|"
        r"insoportables?|catastr\w+|devastador\w*|destroza\w*|destruy\w*",
        "blame": r"(?:su|es) culpa|culpa suya|(?:debería|tendría que|debió) haber|debió|"
        r"(?:mala|malas|pobre) posturas?|malos hábitos|descuid(?:o|ó|ado|ada)|usted es (?:un )?perez\w+|"
        r"sobrepeso|negligen\w+",
        "jargon": r"(?:cara|parte|región|zona|músculos?) posterior(?:es)?|"
        r"lateral(?:es)?|medial(?:es)?|proximal(?:es)?|distal(?:es)?|dorsal(?:es)?|"
        r"ventral(?:es)?|palmar(?:es)?|plantar(?:es)?|caudal(?:es)?|craneal(?:es)?|ipsilateral|contralateral|"
        r"bilateral(?:es)?|superficial(?:es)?|inervaci\w+|inserci\w+|espasmos?|crónic\w+|síndromes?|miofascial\w*|"
        r"fascias?|hiperton\w+|palpa\w+|contraindic\w+|radiculopat\w+|neuropat\w+|nocicep\w+|sensibilización|"
        r"isquemi\w+|etiolog\w+|patol[oó]g\w+|dermatomas?|flexión|extensión|(?:ab|ad)ducción|dorsiflexión|"
        r"supinación|pronación|eversión|inversión|tendin(?:itis|opat[ií]a)|bursitis|escápulas?|húmero|fémur|"
        r"peroné|edemas?|parestesi\w+|hipertrofia|atrofia|isométric\w+|excéntric\w+|aferentes?|neuronas?",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingSlip:
    """A word that a text for patients should not use, and the sentence it stands in."""

    fault: WordingFault
    word: str
    sentence: str


def slips(text: str, language: str, allowed: Collection[str] = ()) -> tuple[WordingSlip, ...]:
    """What a text for patients should not say; nothing for a language without rules.

    `allowed` are words that are explained elsewhere (the glossary's terms) or cannot be left out (the muscle's own
    name): they are not jargon. A promise in a question, or taken back by a "not", is none; nor is "not your fault".
    """
    if not any(pattern.search(text) for pattern in _patterns(language).values()):
        return ()  # most texts; leaving out allowed words could only find less
    for term in sorted(allowed, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(term)}\b", "…", text, flags=re.IGNORECASE)
    found = []
    for sentence in _SENTENCE.findall(text):
        for fault, pattern in _patterns(language).items():
            for hit in pattern.finditer(sentence):
                before = sentence[max(hit.start() - _BEFORE, 0) : hit.start()]
                taken_back = fault in ("promise", "blame") and _NEGATED[language].search(before)
                asked = fault == "promise" and sentence.rstrip().endswith("?")
                if not taken_back and not asked:
                    found.append(WordingSlip(fault=fault, word=hit[0], sentence=sentence.strip()))
    return tuple(found)


@lru_cache(maxsize=8)
def _patterns(language: str) -> Mapping[WordingFault, re.Pattern[str]]:
    return {fault: re.compile(rf"\b(?:{said})(?!\w)", re.I) for fault, said in _WORDS.get(language, {}).items()}


def nearly_same(texts: Mapping[str, str], at_least: float) -> Iterator[tuple[str, str, float]]:
    """Pairs of texts whose runs of three words are the same to at least this share (Jaccard, 0..1), and the share."""
    runs = {name: _runs(text) for name, text in texts.items()}
    for (a, in_a), (b, in_b) in combinations(runs.items(), 2):
        both = len(in_a & in_b)
        if both and both >= at_least * (len(in_a) + len(in_b) - both):
            yield a, b, both / (len(in_a) + len(in_b) - both)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = [w.casefold() for w in words(text)]
    return frozenset(zip(found, found[1:], found[2:], strict=False))
