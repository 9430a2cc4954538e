"""What the texts of each language are held to, and its stemmer: one entry a language, found by its code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Literal, TypeAlias

from atlas.domain.choices import ENGLISH
from atlas.domain.words.readability import grade, spanish_ease

WordingSlipKind: TypeAlias = Literal["promise", "alarm", "blame", "jargon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How hard a language's texts are to read, by its own formula, and what patients can be asked to read."""

    called: str
    of: Callable[[str, tuple[str, ...]], float]  # text, names to leave out
    at_most: float = inf
    at_least: float = -inf

    def too_hard(self, text: str, leave_out: tuple[str, ...]) -> str | None:
        """What is too hard about a text, as the end of a sentence."""
        figure = self.of(text, leave_out)
        if self.at_least <= figure <= self.at_most:
            return None
        limit = f"{self.at_most:g} at most" if figure > self.at_most else f"{self.at_least:g} at least"
        return f"{self.called} {figure:.1f}; {limit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRules:
    """A language without rules of its own is held to short sentences only: a native speaker has to write them.

    `forbidden` says by fault, as a pattern of whole words, what a text for patients must not say; `negations` are the
    words before such a word, as a pattern, that take it back. `stemmer` is what Snowball calls the
    language, for the search.
    `complete`: all is translated, so that anything that is missing is an error.
    """

    reading: Measure | None = None
    forbidden: Mapping[WordingSlipKind, str] = field(default_factory=dict)
    negations: str = "(?!)"  # nothing
    stemmer: str = ""
    complete: bool = False


def rules_of(language: str) -> LanguageRules:
    """The rules of a language; of one that has none yet, those that hold for every language."""
    return RULES.get(language, _NONE)


_NOT_IN_ENGLISH: Mapping[WordingSlipKind, str] = {
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
}
_NOT_IN_SPANISH: Mapping[WordingSlipKind, str] = {
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
}
_NONE = LanguageRules()
RULES: Mapping[str, LanguageRules] = {
    ENGLISH: LanguageRules(
        complete=True,
        reading=Measure(called="reading grade", of=grade, at_most=6.0),
        stemmer="english",
        negations=r"no|not|nor|never|nothing|none|nobody|without|cannot|\w+n['’]t",
        forbidden=_NOT_IN_ENGLISH,
    ),
    "es": LanguageRules(
        complete=True,
        reading=Measure(called="reading ease (Fernández-Huerta)", of=spanish_ease, at_least=70.0),
        stemmer="spanish",
        negations=r"no|ni|nunca|nada|nadie|ning[uú]n\w*|sin|tampoco",
        forbidden=_NOT_IN_SPANISH,
    ),
}
