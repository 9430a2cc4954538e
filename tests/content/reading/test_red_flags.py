"""The file of red flags: read whole or said where it is not; its words in every language, Spanish never the weaker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.domain.body.places import Place
from atlas.domain.words.red_flags import NoRedFlags, flags_in_words, raised
from atlas.paths import Places
from tests.content.checks.test_check import edit

FLANK = [Place(region="flank", side="right")]
CHEEK = [Place(region="cheek", side="left")]
EMERGENCY = {
    "en": ("emergency number", "emergency room", "emergency care"),
    "es": ("número de emergencias", "urgencias"),
}


def test_the_sample_is_sound_and_its_places_raise_what_stands_there(sample: Places) -> None:
    rules = FileCatalog(sample).red_flag_rules
    assert check(sample) == []
    assert raised(rules, FLANK) == ("fever",)
    assert raised(rules, CHEEK) == ("sudden-headache", "fever")
    assert raised(rules, [*FLANK, *CHEEK]) == ("fever", "sudden-headache")  # together they put fever first


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("raises: [sudden-headache, fever]", "raises: [sudden-headach]", "did you mean `sudden-headache`?"),
        ("painted: [cheek, occiput]", "painted: [cheeck, occiput]", "did you mean `cheek`?"),
        ("painted: [flank, sternum_upper]", "painted: [flank]", "Without red flags: sternum_upper."),
        ("painted: [flank, sternum_upper]", "painted: [flank, cheek, sternum_upper]", "`cheek` stands here twice"),
        ("level: today", "level: tody", "did you mean `today`?"),
        ("{id: fever, level: today, sources: [donnelly-2019]}", "{id: fever, level: today}", "`sources` is missing"),
        ("level: today, sources: [donnelly-2019]", "level: today, sources: []", "`sources` is empty"),
        ("level: today, sources: [donnelly-2019]", "level: today, sources: [donelly]", "did you mean `donnelly-2019`?"),
        ("- {id: fever,", "- {id: sudden-headache,", "There are two flags `sudden-headache`"),
        ("- any_of: [abdomen]", "- any_of: [abdomn]", "did you mean `abdomen`?"),
        ("- any_of: [abdomen]", "- {any_of: [abdomen], on_both_sides: [cheek]}", "Write either `any_of`"),
        ("first: [fever]", "frist: [fever]", "Unknown key `frist` (did you mean `first`?)"),
        ("at_least: 3", "at_least: three", "`at_least` needs a whole number"),
        ("always: [fever]", "always: [fevr]", "did you mean `fever`?"),
        ("always: [fever]\n", "", "`always` is missing."),
        ("together:", "togehter:", "Unknown key `togehter` (did you mean `together`?)"),
        ("regions:\n", "regions: {}\nmore:\n", "`regions` needs a list."),
        ("always: [fever]", "always: [fever", "A comma or ] is missing here or in the line before."),
    ],
)
def test_a_slip_in_the_red_flags_is_found_with_its_line(sample: Places, old: str, new: str, said: str) -> None:
    line = edit(sample.red_flags, old, new)
    found = [p for p in check(sample) if said in p.sentence]
    assert found and found[0].file.endswith("data/red_flags.yaml")
    assert found[0].line is not None and (abs(found[0].line - line) <= 8 or "missing" in said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("raises: [sudden-headache, fever]", "raises: [sudden-headach, fever]"),
        ("painted: [cheek, occiput]", "painted: [cheek, ociput]"),
        ("{id: sudden-headache, level: emergency", "{id: sudden-headache, level: emergencyy"),
    ],
)
def test_where_something_is_wrong_pain_is_refused_and_never_played_down(sample: Places, old: str, new: str) -> None:
    edit(sample.red_flags, old, new)
    catalog = FileCatalog(sample)
    with pytest.raises(NoRedFlags):
        raised(catalog.red_flag_rules, CHEEK)
    assert raised(catalog.red_flag_rules, FLANK) == ("fever",) and catalog.problems


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"flags", b"- id: fever", b"flags: [" * 3000, b"{}"])
def test_a_missing_or_damaged_file_is_said_and_nothing_is_raised_in_silence(
    sample: Places, content: bytes | None
) -> None:
    sample.red_flags.unlink() if content is None else sample.red_flags.write_bytes(content)
    catalog = FileCatalog(sample)
    for place in (FLANK, CHEEK):
        with pytest.raises(NoRedFlags):
            raised(catalog.red_flag_rules, place)
    assert any(p.file.endswith("data/red_flags.yaml") for p in catalog.problems)
    assert FileCatalog(sample).guide().red_flags  # what is said still stands


def test_the_kept_copy_raises_the_same_and_a_changed_file_is_read_anew(sample: Places, tmp_path: Path) -> None:
    places = Places(data=sample.data, assets=sample.assets, cache=tmp_path / "kept")
    rules = FileCatalog(places).red_flag_rules
    assert FileCatalog(places).red_flag_rules == rules and (tmp_path / "kept" / "red-flags.json").exists()
    edit(sample.red_flags, "raises: [fever]", "raises: [sudden-headache]")
    assert raised(FileCatalog(places).red_flag_rules, FLANK) == ("sudden-headache",)


def test_a_flag_without_words_is_found_and_so_are_words_without_a_flag(sample: Places) -> None:
    edit(sample.guide("red_flags"), "fever:\n", "fevr:\n")
    said = [p.sentence for p in check(sample)]
    assert "There are no words for the red flag `fever` in English." in said
    assert "There is no `fevr` (did you mean `fever`?)." in said
    with pytest.raises(NoRedFlags, match="no words for `fever`"):
        flags_in_words(("fever",), FileCatalog(sample).guide().red_flags)


def test_every_flag_is_said_in_both_languages_in_order_of_danger(catalog: FileCatalog) -> None:
    order = [flag.id for flag in catalog.red_flag_rules.flags]
    for language in ("en", "es"):
        flags = catalog.guide(language).red_flags
        assert list(flags) == order
        assert {flag.language for flag in flags.values()} == {language}


def test_every_flag_is_raised_by_some_place_or_always_shown(catalog: FileCatalog) -> None:
    rules = catalog.red_flag_rules
    somewhere = {flag for there in rules.regions for flag in there.flags} | set(rules.always)
    assert rules.widespread and {flag.id for flag in rules.flags} == somewhere | set(rules.widespread.flags)


def test_every_flag_cites_what_was_read_for_it(catalog: FileCatalog) -> None:
    for flag in catalog.red_flag_rules.flags:
        assert flag.sources and all(catalog.sources[s].checked for s in flag.sources), flag.id


def test_each_emergency_names_the_emergency_service_in_both_languages(catalog: FileCatalog) -> None:
    emergencies = [flag.id for flag in catalog.red_flag_rules.flags if flag.level == "emergency"]
    for language, names in EMERGENCY.items():
        said = catalog.guide(language).red_flags
        assert all(any(name in said[flag].text for name in names) for flag in emergencies), language


def test_the_short_form_sends_to_the_emergency_service_wherever_the_full_one_does(catalog: FileCatalog) -> None:
    for language, names in EMERGENCY.items():
        for flag in catalog.guide(language).red_flags.values():
            sent = [any(name in text.casefold() for name in names) for text in (flag.text, flag.short)]
            assert sent[0] == sent[1], (language, flag.id)
            today = r"\b(?:today|same day|hoy|mismo día|right away|vaya ya)\b"
            assert bool(re.search(today, flag.text)) <= bool(re.search(today, flag.short)), (language, flag.id)
            assert len(flag.short) < 250, (language, flag.id)


def test_spanish_sends_to_the_emergency_service_wherever_english_does(catalog: FileCatalog) -> None:
    english, spanish = (catalog.guide(language).red_flags for language in ("en", "es"))

    def sent(text: str, language: str) -> int:
        return sum(text.casefold().count(name) for name in EMERGENCY[language])

    weaker = [flag for flag in english if sent(spanish[flag].text, "es") < sent(english[flag].text, "en")]
    assert weaker == []


@pytest.mark.parametrize(
    ("flag", "english", "spanish"),
    [
        ("calf-clot", "swollen, or warm, or sore", "hinchada, o caliente, o dolorida"),
        ("cauda-equina", "between your legs", "entre las piernas"),
        ("cauda-equina", "when you wipe", "al limpiarse"),
        ("cauda-equina", "Any one is enough", "Basta con una sola cosa"),
        ("dental", "breathe well", "respirar bien"),
        ("neck-artery", "a drooping eyelid", "un párpado"),
        ("weakness-face-arm", "arm or leg", "un brazo o una pierna"),
        ("weakness-face-arm", "A face that droops", "se le tuerce la boca"),
        ("numb-or-weak-limb", "New, mild weakness: see a doctor today", "nueva y leve: vaya hoy al médico"),
        ("belly", "burns when you pee should be seen today", "El dolor con ardor al orinar debe verse hoy"),
        ("chest", "does not rule out the heart", "no descarta el corazón"),
    ],
)
def test_what_was_too_weak_is_said_whole_in_both_languages(
    catalog: FileCatalog, flag: str, english: str, spanish: str
) -> None:
    for language, words in (("en", english), ("es", spanish)):
        assert words in catalog.guide(language).red_flags[flag].text


def test_no_flag_can_be_read_as_its_opposite(catalog: FileCatalog) -> None:
    for flag in catalog.guide().red_flags.values():
        sentences = [s.strip() for s in flag.text.split(".")]
        assert not any(s.startswith("Have ") for s in sentences), flag.id


@pytest.mark.parametrize(
    ("flag", "complaints"),
    [
        ("pregnancy", "low-back-one-side low-back-across sacroiliac-pain pelvic-floor-pain headache-temple"),
        ("child", "groin-pain front-of-hip outer-hip kneecap-pain inner-knee outer-knee back-of-knee"),
        ("spine-infection", "low-back-across mid-back"),
        ("cord", "stiff-neck base-of-skull"),
        ("lung-clot", "side-of-chest breastbone-pain"),
    ],
)
def test_complaints_raise_what_they_lacked(catalog: FileCatalog, flag: str, complaints: str) -> None:
    known = catalog.guide().complaints
    assert [c for c in complaints.split() if flag not in known[c].red_flags] == []


@pytest.mark.parametrize(
    ("flag", "complaint"),
    [
        ("weakness-face-arm", "thumb-pain"),
        ("weakness-face-arm", "carpal-tunnel-like"),
        ("weakness-face-arm", "pain-behind-the-eye"),
        ("chest", "little-finger-side"),
        ("cauda-equina", "outer-thigh"),
        ("cancer-history", "inner-leg"),
    ],
)
def test_complaints_raise_no_alarm_without_need(catalog: FileCatalog, flag: str, complaint: str) -> None:
    assert flag not in catalog.guide().complaints[complaint].red_flags


def test_a_problem_page_lists_its_flags_in_order_of_danger(catalog: FileCatalog) -> None:
    order = [flag.id for flag in catalog.red_flag_rules.flags]
    for page in catalog.guide().problem_pages.values():
        assert list(page.red_flags) == sorted(page.red_flags, key=order.index), page.id
