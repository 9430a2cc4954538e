"""The only module that knows where things lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import atlas

_HERE = Path(atlas.__file__).resolve().parent
_INSTALLED = _HERE / "_files"  # a wheel carries data/ and assets/ here; a checkout has them beside the package
ROOT = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent

DATA = ROOT / "data"
ASSETS = ROOT / "assets"
LANDMARKS = DATA / "landmarks.yaml"
REGIONS = DATA / "regions.yaml"
SOURCES = DATA / "sources.yaml"
VIEWS = DATA / "views.yaml"
TEXTS = DATA / "texts"
BODY = ASSETS / "body"
MUSCLES = ASSETS / "muscles"
FONTS = ASSETS / "fonts"
LANGUAGES = DATA / "languages"
PATTERNS = BODY / "patterns.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where one atlas's files lie; by default the shipped one's. `cache` None keeps nothing between starts."""

    data: Path = DATA
    assets: Path = ASSETS
    own_referrals: Path | None = None  # to look at in place of the shipped ones
    cache: Path | None = None

    @property
    def referrals(self) -> Path:
        return self.own_referrals or self.data / "referrals.yaml"

    @property
    def landmarks(self) -> Path:
        return self.data / "landmarks.yaml"

    @property
    def regions(self) -> Path:
        return self.data / "regions.yaml"

    @property
    def sources(self) -> Path:
        return self.data / "sources.yaml"

    @property
    def views(self) -> Path:
        return self.data / "views.yaml"

    def texts(self, area: str, language: str = "en") -> Path:
        return self.data / "texts" / language / f"{area}.yaml"

    def guide(self, part: str, language: str = "en") -> Path:
        """A part of the guide in words: questions, complaints, problems, red_flags, steps, glossary or handout."""
        return self.data / "guide" / language / f"{part}.yaml"

    @property
    def complaints(self) -> Path:
        return self.data / "complaints.yaml"

    @property
    def words(self) -> Path:
        """What people type, and what it means."""
        return self.data / "words.yaml"

    @property
    def distances(self) -> Path:
        """Which distances the texts state, and between which places of the body."""
        return self.data / "distances.yaml"

    @property
    def surveys(self) -> Path:
        """How often which muscle is met."""
        return self.data / "surveys.yaml"

    @property
    def red_flags(self) -> Path:
        """What raises which red flag; the words are a part of the guide."""
        return self.data / "red_flags.yaml"

    @property
    def dermatomes(self) -> Path:
        return self.data / "dermatomes.yaml"

    @property
    def problem_pages(self) -> Path:
        return self.data / "problems.yaml"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages something is written in, English first; a language is one folder in any of three."""
        folders = [folder for kind in ("texts", "guide", "languages") for folder in (self.data / kind).glob("*/")]
        return ("en", *sorted({f.name for f in folders} - {"en"}))

    @property
    def body(self) -> Path:
        return self.assets / "body"

    @property
    def muscles(self) -> Path:
        return self.assets / "muscles"

    @property
    def bones(self) -> Path:
        return self.assets / "bones"

    @property
    def fonts(self) -> Path:
        return self.assets / "fonts"

    @property
    def surface(self) -> Path:
        return self.body / "surface.npz"

    @property
    def stances(self) -> Path:
        return self.body / "stances.npz"

    @property
    def named_bones(self) -> Path:
        return self.data / "bones.yaml"

    @property
    def bone_points(self) -> Path:
        return self.body / "bone-points.json"

    @property
    def patterns(self) -> Path:
        return self.body / "patterns.npz"

    @property
    def made_from(self) -> Path:
        return self.assets / "made-from.json"

    def visibility(self, figure: str) -> Path:
        return self.body / f"visibility-{figure}.npz"

    def extents(self, figure: str) -> Path:
        """Where the painted muscles lie in the views."""
        return self.body / f"extents-{figure}.npz"

    def cameras(self, figure: str) -> Path:
        return self.body / figure / "views.json"

    def pictures(self, muscle: str) -> Path:
        return self.muscles / muscle


def user_cache() -> Path:
    """Where what was read is kept for a faster next start; safe to delete."""
    from platformdirs import user_cache_path

    return user_cache_path("trigger-point-referral-atlas", appauthor=False)


def user_settings() -> Path:
    """Where the window's place, figure and theme are kept."""
    from platformdirs import user_config_path

    return user_config_path("trigger-point-referral-atlas", appauthor=False) / "window.json"


def user_learners() -> Path:
    """Where the learners are kept, a file each."""
    from platformdirs import user_data_path

    return user_data_path("trigger-point-referral-atlas", appauthor=False) / "learners"
