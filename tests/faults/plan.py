"""Which file is broken in which way, and what is asked meanwhile; the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.damage import IN_PLACE, damages

Question = dict[str, Any]

KINDS = ("data", "guide and texts", "languages", "body", "bones", "arrays", "muscles", "fonts", "kept", "brought")
_OTHER_LOGOS = ("of one pixel", "of colours", "a GIF by the name", "turned", "sixteen bits")  # sound ones
_MUSCLE = "infraspinatus"
_AREA_MUSCLES = {
    "head-and-neck": "sternocleidomastoid-sternal",
    "upper-back-shoulder-arm": _MUSCLE,
    "forearm-and-hand": "extensor-carpi-ulnaris",
    "torso": "rectus-abdominis-upper",
    "lower-torso-and-hip": "piriformis",
    "thigh": "vastus-medialis",
    "leg": "gastrocnemius-medial",
    "foot": "abductor-hallucis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    kind: str  # a row of the table
    file: str  # beside the ground's root
    damage: str
    questions: tuple[Question, ...] = field(default=())

    @property
    def task(self) -> dict[str, Any]:
        return {"file": self.file, "damage": self.damage, "questions": list(self.questions)}


def line(*words: str) -> Question:
    return {"line": list(words)}


def window(*steps: str, **more: Any) -> Question:
    return {"steps": list(steps), "muscle": _MUSCLE, **more}


_SHOW = line("show", _MUSCLE, "--json")
_MATCH = line("match", "--regions", "temple,cheek", "--json")
_RENDER = line("render", _MUSCLE, "-o", "OUT/picture.png", "--width", "700")
_HANDOUT = line("handout", _MUSCLE, "-o", "OUT/page.png")
_SPANISH = line("handout", _MUSCLE, "--lang", "es", "-o", "OUT/page.png")
_LIST = line("list", "--json")
_CHECK = line("check")
_EXPORT = line("export", "-o", "OUT/all.json")


def faults(base: Path, seed: int = 9) -> list[Fault]:
    """All of them, mixed, so that a run that ends early has still been everywhere."""
    found = [
        fault
        for make in (_words, _body, _bones, _arrays, _muscles, _faces_of_type, _kept, _brought)
        for fault in make(base)
    ]
    random.Random(seed).shuffle(found)
    return found


def _every(base: Path, name: str, most: int | None = None, shift: int = 0) -> Iterator[str]:
    """The ways to break one file: all, or `most` of them, others for each `shift`."""
    ways = [*damages(base / name), *IN_PLACE]
    if most is not None and most < len(ways):
        dice = random.Random(f"{name} {shift}")
        ways = sorted(dice.sample(ways, most), key=ways.index)
    yield from ways


# -- data/ -------------------------------------------------------------------


def _words(base: Path) -> Iterator[Fault]:
    for path in sorted((base / "data").rglob("*.yaml")):
        name = str(path.relative_to(base))
        kind = "data" if path.parent.name == "data" else "guide and texts"
        lines, windows = _asked_of_words(path)
        for k, damage in enumerate(_every(base, name)):
            questions = [lines[k % len(lines)]]
            if k % 5 == 0:
                questions.append(windows)
            if damage == "cut at 50%":
                questions.append(_CHECK)
            if damage == "cut at a line" and path.parent.name == "es":
                questions = [_CHECK]  # a translation that is not finished: English stands for the rest
            yield Fault(kind=kind, file=name, damage=damage, questions=tuple(questions))
    for path in sorted((base / "data" / "languages").rglob("*.qm")):
        name = str(path.relative_to(base))
        for damage in _every(base, name):
            asked = window("open", "muscle", language=path.parent.name)
            more = (_CHECK,) if damage == "cut at 50%" else ()
            yield Fault(kind="languages", file=name, damage=damage, questions=(asked, *more))


def _asked_of_words(path: Path) -> tuple[list[Question], Question]:
    """Commands that need a file, to take turns, and the walk that shows it."""
    stem, folder = path.stem, path.parent.name
    if folder == "data":
        lines = {
            "views": [line("views", "--json"), _RENDER, _SHOW],
            "regions": [line("regions", "--json"), _MATCH, _SHOW],
            "landmarks": [_SHOW, _RENDER, _MATCH],
            "sources": [_SHOW, _EXPORT],
            "complaints": [_HANDOUT, _SPANISH],
            "problems": [_HANDOUT],
            "dermatomes": [_HANDOUT, _MATCH],
        }.get(stem, [_LIST, _SHOW, _EXPORT, _MATCH, _HANDOUT, _RENDER])
        return lines, window("open", "muscle", "pain", "guide")
    language = "es" if folder == "es" else "en"
    muscle = _AREA_MUSCLES.get(stem, _MUSCLE)
    handout = line("handout", muscle, "--lang", language, "-o", "OUT/page.png")
    walked = window("muscle", "guide", "handout", muscle=muscle, language=language)
    if "guide" in path.parts:
        return [handout], walked
    if stem in _AREA_MUSCLES:
        return [line("show", muscle, "--json"), handout, _EXPORT] if language == "en" else [handout], walked
    return [handout], window("open", "muscle", "pain", language=language)


# -- assets/body -------------------------------------------------------------


def _body(base: Path) -> Iterator[Fault]:
    for path in sorted((base / "assets" / "body").glob("*/*")):
        name = str(path.relative_to(base))
        figure, view = path.parent.name, path.stem
        if path.suffix == ".json":
            for k, damage in enumerate(_every(base, name)):
                asked = [_render(_MUSCLE, "torso-back", figure)]
                if k % 3 == 0:
                    asked.append(window("muscle", figure=figure))
                if damage == "cut at 50%":
                    asked.append(_CHECK)
                yield Fault(kind="body", file=name, damage=damage, questions=tuple(asked))
            continue
        whole = view == "torso-back"
        for k, damage in enumerate(_every(base, name, None if whole else 4)):
            asked = [_render(_MUSCLE, view, figure)]
            if whole and figure == "female":
                asked.append(_HANDOUT)
            if k == 0:
                asked.append(window("muscle", figure=figure, view=view))
            if damage == "cut at 50%" and whole:
                asked.append(_CHECK)
            yield Fault(kind="body", file=name, damage=damage, questions=tuple(asked))


def _bones(base: Path) -> Iterator[Fault]:
    """The bones of each view, and where the named points of the bones lie."""
    for path in sorted((base / "assets" / "bones").glob("*/*.png")):
        name, figure, view = str(path.relative_to(base)), path.parent.name, path.stem
        whole = view == "torso-back"
        for k, damage in enumerate(_every(base, name, None if whole else 4)):
            asked = [_render(_MUSCLE, view, figure)]
            if whole and k % 4 == 0:
                asked.append(window("muscle", figure=figure, view=view))
            yield Fault(kind="bones", file=name, damage=damage, questions=tuple(asked))
    name = "assets/body/bone-points.json"
    for damage in _every(base, name):
        yield Fault(kind="bones", file=name, damage=damage, questions=(_SHOW, _RENDER))


def _render(muscle: str, view: str, figure: str, side: str = "right") -> Question:
    words = ("render", muscle, "--view", view, "--figure", figure, "--side", side, "--width", "500")
    return line(*words, "-o", "OUT/picture.png")


def _arrays(base: Path) -> Iterator[Fault]:
    for path in sorted((base / "assets" / "body").glob("*.npz")):
        name = str(path.relative_to(base))
        male = "male" if path.stem.endswith("-male") else "female"
        stance = _render("deltoid-middle", "arm-outer-right", male)
        lines = {
            "surface": [_SHOW, _RENDER, _HANDOUT, line("match", "--regions", "cheek", "--json")],
            "patterns": [_SHOW, _RENDER, _HANDOUT],
            "stances": [stance, _RENDER, _HANDOUT],
        }.get(path.stem, [line("render", _MUSCLE, "--figure", male, "-o", "OUT/picture.png")])
        for k, damage in enumerate(_every(base, name)):
            asked = [lines[k % len(lines)], lines[(k + 1) % len(lines)]] if len(lines) > 1 else lines[:]
            if k % 2 == 0:
                asked.append(window("muscle", "handout", figure=male))
            if damage in ("cut at 50%", "zones past the end"):
                asked += [_CHECK, _MATCH]
            yield Fault(kind="arrays", file=name, damage=damage, questions=tuple(asked))


# -- assets/muscles, fonts ---------------------------------------------------


def _muscles(base: Path) -> Iterator[Fault]:
    """Two pictures of every muscle, one of them all the ways; every small picture's ways shared by them all."""
    for k, folder in enumerate(sorted((base / "assets" / "muscles").iterdir())):
        pictures = sorted(folder.glob("*/*.png"))
        dice = random.Random(folder.name)
        for path in dice.sample(pictures, min(2, len(pictures))):
            name = str(path.relative_to(base))
            figure, view = path.parent.name, path.name.split(".")[0]
            side = "left" if path.name.endswith(".left.png") else "right"
            asked = _render(folder.name, view, figure, side)
            for damage in _every(base, name, None if folder.name == _MUSCLE else 1, k):
                questions = [asked]
                if folder.name == _MUSCLE:
                    questions.append(window("muscle", muscle=folder.name, view=view, figure=figure, side=side))
                    if damage == "cut at 50%":
                        questions.append(_CHECK)
                yield Fault(kind="muscles", file=name, damage=damage, questions=tuple(questions))
        if k % 12 == 0:
            name = str((folder / "thumb.png").relative_to(base))
            for damage in _every(base, name, 4, k):
                yield Fault(kind="muscles", file=name, damage=damage, questions=(window("muscle", muscle=folder.name),))
            yield Fault(kind="muscles", file=name, damage="cut at 50%", questions=(_CHECK,))


def _faces_of_type(base: Path) -> Iterator[Fault]:
    for path in sorted((base / "assets" / "fonts").glob("*.ttf")):
        name = str(path.relative_to(base))
        for damage in _every(base, name):
            asked = [_HANDOUT, window("open", "muscle")]
            if damage == "cut at 50%":
                asked.append(_CHECK)
            yield Fault(kind="fonts", file=name, damage=damage, questions=tuple(asked))


# -- what is kept, what is brought ------------------------------------------


def _kept(base: Path) -> Iterator[Fault]:
    for k, path in enumerate(sorted((base / "kept").iterdir())):
        name = str(path.relative_to(base))
        if path.stem == "knowledge":
            asked, most = [_LIST, _SHOW, _HANDOUT], None
        elif path.stem.startswith("guide"):
            asked, most = [_SPANISH if path.stem.endswith("es") else _HANDOUT], None
        else:
            asked, most = [_asked_of_kept(path.stem)], 5
        for number, damage in enumerate(_every(base, name, most, k)):
            questions = [asked[number % len(asked)]]
            if number % 4 == 0:
                spoken = "es" if "-es" in path.stem else "en"
                questions.append(window("open", "muscle", "guide", language=spoken))
            yield Fault(kind="kept", file=name, damage=damage, questions=tuple(questions))


def _asked_of_kept(stem: str) -> Question:
    area = next((a for a in _AREA_MUSCLES if stem.endswith(a)), None)
    muscle = _AREA_MUSCLES[area] if area else _MUSCLE
    if "-es" in stem:
        return line("handout", muscle, "--lang", "es", "-o", "OUT/page.png")
    return line("show", muscle, "--json")


def _brought(base: Path) -> Iterator[Fault]:
    drawing = [
        line("match", "--drawing", "OWN/drawing.json", "--json"),
        line("handout", _MUSCLE, "--drawing", "OWN/drawing.json", "-o", "OUT/page.png"),
    ]
    logo = line("handout", _MUSCLE, "--logo", "OWN/logo.png", "-o", "OUT/page.png")
    for damage in _every(base, "brought/drawing.json"):
        yield Fault(kind="brought", file="brought/drawing.json", damage=damage, questions=tuple(drawing))
    for damage in _every(base, "brought/logo.png"):
        if damage in _OTHER_LOGOS:
            continue
        yield Fault(kind="brought", file="brought/logo.png", damage=damage, questions=(logo,))
    for damage in _every(base, "brought/window.json"):
        if damage == "deleted":  # as at the first start
            continue
        asked = window("open", settings=True)
        yield Fault(kind="brought", file="brought/window.json", damage=damage, questions=(asked,))
