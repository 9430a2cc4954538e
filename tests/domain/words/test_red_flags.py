"""Painted pain raises the red flags a clinician would ask about: the most dangerous first, whatever its share."""

from __future__ import annotations

import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.places import Place
from atlas.domain.body.sides import Side, Sides
from atlas.domain.words.red_flags import NoRedFlags, RedFlagRules, flags_in_words, muscle_places, raised

EACH_REGION = """
vertex occiput forehead_medial
    -> sudden-headache fever-stiff-neck headache-pattern
temple temporoparietal forehead_lateral
    -> sudden-headache fever-stiff-neck scalp-jaw-over-50 headache-pattern
eyebrow eye_orbit
    -> sudden-headache neck-artery scalp-jaw-over-50 vision shingles
cheek maxilla nose
    -> dental vision shingles ear-or-throat
chin jaw_body upper_teeth_front upper_teeth_back lower_teeth_front lower_teeth_back
    -> chest dental
preauricular_tmj jaw_angle
    -> chest dental scalp-jaw-over-50 ear-or-throat
ear postauricular_mastoid
    -> fever-stiff-neck shingles child ear-or-throat
mouth_tongue throat submandibular
    -> chest dental ear-or-throat
neck_front
    -> chest neck-artery ear-or-throat
neck_side
    -> chest neck-artery ear-or-throat
suboccipital neck_back_upper
    -> sudden-headache neck-artery fever-stiff-neck cord trauma
neck_back_lower nape_base
    -> fever-stiff-neck cord numb-or-weak-limb cancer-history trauma
angle_of_neck suprascapular
    -> chest numb-or-weak-limb night-pain
shoulder_top
    -> chest belly numb-or-weak-limb pregnancy
acromion shoulder_front shoulder_side shoulder_back
    -> chest infection-joint numb-or-weak-limb night-pain trauma
axilla
    -> chest arm-swelling breast-change
interscapular scapula_medial_border scapula_body upper_thoracic_spine mid_thoracic_spine mid_thoracic_paraspinal
    -> chest spine-infection cord cancer-history brittle-bone
scapula_inferior_angle scapula_lateral_border
    -> chest lung-clot belly cancer-history
lower_thoracic_paraspinal thoracolumbar_spine
    -> belly spine-infection cord cancer-history brittle-bone
lower_ribs_back
    -> lung-clot belly brittle-bone shingles
sternum_upper sternum_lower parasternal infraclavicular
    -> chest lung-clot
pectoral_upper breast_nipple
    -> chest lung-clot breast-change
chest_lateral chest_lateral_lower
    -> chest lung-clot shingles trauma
costal_margin_front epigastrium
    -> chest belly pregnancy
abdomen_upper_quadrant periumbilical
    -> belly shingles child pregnancy
abdomen_lower_quadrant suprapubic
    -> belly pelvic child pregnancy
flank
    -> belly bleeding-thinner shingles
groin pubis
    -> belly pelvic infection-joint child trauma
lumbar_paraspinal_upper lumbar_paraspinal_lower lumbar_spine iliac_crest
    -> cauda-equina belly spine-infection cancer-history brittle-bone pregnancy
sacroiliac sacrum
    -> cauda-equina spine-infection cancer-history brittle-bone pregnancy
coccyx perineum_anus genitals pelvis_deep
    -> cauda-equina pelvic pregnancy
buttock_upper buttock_medial buttock_mid buttock_lower buttock_lateral
    -> cauda-equina numb-or-weak-limb cancer-history night-pain
greater_trochanter
    -> infection-joint child night-pain trauma
hip_front asis_area
    -> belly bleeding-thinner infection-joint child trauma
thigh_front_upper thigh_front_mid thigh_front_lower
    -> calf-clot infection-joint numb-or-weak-limb child trauma
thigh_medial_upper thigh_medial_mid thigh_medial_lower
    -> calf-clot pelvic infection-joint child
thigh_lateral_upper thigh_lateral_mid thigh_lateral_lower
    -> numb-or-weak-limb trauma
thigh_back_upper thigh_back_mid thigh_back_lower
    -> cauda-equina calf-clot sudden-pop numb-or-weak-limb
kneecap knee_medial knee_lateral
    -> infection-joint child trauma
fibular_head
    -> numb-or-weak-limb trauma
popliteal calf_medial_upper calf_medial_mid calf_lateral_upper calf_lateral_mid calf_central calf_lower
    -> calf-clot leg-pressure sudden-pop
leg_medial
    -> calf-clot leg-pressure trauma
shin_upper shin_mid shin_lower leg_lateral_upper leg_lateral_mid leg_lateral_lower
    -> leg-pressure numb-or-weak-limb trauma
achilles heel_back
    -> calf-clot sudden-pop foot-sore child
ankle_front ankle_lateral ankle_medial
    -> infection-joint foot-sore trauma
mt1_head_sole mt1_head_top great_toe_sole great_toe_top
    -> infection-joint foot-sore trauma
heel_sole heel_medial heel_lateral arch_medial sole_mid sole_lateral mt2_4_heads_sole mt5_head_sole \\
lesser_toes_sole lesser_toes_top dorsum_foot_medial dorsum_foot_central dorsum_foot_lateral foot_medial_border \\
foot_lateral_border
    -> infection-joint foot-sore trauma
arm_medial
    -> chest arm-swelling numb-or-weak-limb
arm_front_upper arm_front_lower arm_lateral arm_back_upper arm_back_lower
    -> chest weakness-face-arm numb-or-weak-limb trauma
antecubital
    -> arm-swelling sudden-pop trauma
lateral_epicondyle medial_epicondyle olecranon
    -> infection-joint numb-or-weak-limb trauma
forearm_dorsal_radial forearm_dorsal_mid forearm_dorsal_ulnar forearm_volar_radial forearm_volar_mid \\
forearm_volar_ulnar
    -> arm-swelling numb-or-weak-limb trauma
wrist_dorsal_radial wrist_dorsal_ulnar wrist_volar_radial wrist_volar_ulnar thenar hypothenar palm_center \\
thumb_web hand_dorsum_radial hand_dorsum_ulnar hand_ulnar_border thumb_dorsal thumb_palmar index_dorsal \\
index_palmar middle_dorsal middle_palmar ring_dorsal ring_palmar little_dorsal little_palmar
    -> infection-joint cord numb-or-weak-limb trauma
"""
FAR_APART = "vertex/both neck_back_lower/r shoulder_side/l lumbar_spine kneecap/r"


@pytest.fixture(scope="module")
def rules(catalog: FileCatalog) -> RedFlagRules:
    return catalog.red_flag_rules


def painted(places: str) -> list[Place]:
    """Places as these tests write them: a region with its side `/r`, `/l` or `/both`, or of the midline without one."""
    halves: dict[str, tuple[Side | None, ...]] = {
        "r": ("right",),
        "l": ("left",),
        "both": ("right", "left"),
        "": (None,),
    }
    parts = [place.partition("/") for place in places.split()]
    return [Place(region=region, side=half) for region, _, side in parts for half in halves[side]]


def rows() -> list[tuple[str, tuple[str, ...]]]:
    """Each region of the table with the flags that it raises by itself."""
    out = []
    for row in EACH_REGION.replace("\\\n", "").replace("\n    ->", " ->").strip().split("\n"):
        regions, flags = row.split("->")
        out += [(region, tuple(flags.split())) for region in regions.split()]
    return out


def test_the_table_names_every_region_once(catalog: FileCatalog) -> None:
    assert sorted(region for region, _ in rows()) == sorted(catalog.regions)


@pytest.mark.parametrize(("region", "flags"), rows())
def test_every_region_raises_its_flags_in_order_of_danger(
    rules: RedFlagRules, region: str, flags: tuple[str, ...]
) -> None:
    assert raised(rules, painted(f"{region}/r")) == raised(rules, painted(f"{region}/l")) == flags


@pytest.mark.parametrize(
    ("places", "first"),
    [
        ("sternum_upper arm_medial/l", "chest"),
        ("parasternal/l jaw_angle/l", "chest"),
        ("chest_lateral/r neck_side/r", "chest"),
        ("sternum_lower interscapular/r", "chest"),
        ("chest_lateral/r calf_central/l", "lung-clot"),
        ("pectoral_upper/l thigh_front_mid/r", "lung-clot"),
        ("thigh_back_mid/both", "cauda-equina"),
        ("calf_central/l thigh_back_upper/r", "cauda-equina"),
        ("perineum_anus lumbar_spine", "cauda-equina"),
        ("neck_back_upper/r palm_center/both", "cord"),
        ("forehead_lateral/r neck_side/r", "neck-artery"),
        ("eye_orbit/l suboccipital/l nape_base", "neck-artery"),
        ("temple/r jaw_angle/r", "scalp-jaw-over-50"),
        ("lumbar_paraspinal_upper/r flank/r", "belly"),
        ("thoracolumbar_spine groin/r", "belly"),
        ("lumbar_spine groin/l", "cauda-equina belly bleeding-thinner"),
        ("epigastrium shoulder_top/l", "belly pregnancy"),
        ("thigh_front_upper/r lumbar_paraspinal_lower/r", "cauda-equina bleeding-thinner"),
    ],
)
def test_some_places_together_put_a_flag_before_all_others(rules: RedFlagRules, places: str, first: str) -> None:
    expected = tuple(first.split())
    assert raised(rules, painted(places))[: len(expected)] == expected
    assert raised(rules, painted(places), most=1)[: len(expected)] == expected


def test_head_and_neck_of_both_sides_are_no_torn_artery_first(rules: RedFlagRules) -> None:
    assert raised(rules, painted("temple/both suboccipital/both"))[0] == "sudden-headache"
    assert raised(rules, painted("temple/r suboccipital/l"))[0] == "sudden-headache"


def test_neck_with_one_hand_is_no_cord_first(rules: RedFlagRules) -> None:
    assert raised(rules, painted("neck_back_upper/r palm_center/r"))[0] == "sudden-headache"


def test_one_leg_behind_has_its_clot_and_both_have_the_nerves_of_the_back(rules: RedFlagRules) -> None:
    assert raised(rules, painted("calf_central/r"))[0] == "calf-clot"
    assert raised(rules, painted("calf_central/both"))[0] == "cauda-equina"


def test_a_large_sore_arm_does_not_push_the_heart_behind_a_fall(rules: RedFlagRules) -> None:
    arm = (
        "lateral_epicondyle/both medial_epicondyle/both olecranon/both forearm_dorsal_mid/both wrist_dorsal_ulnar/both"
    )
    flags = raised(rules, painted(f"{arm} sternum_upper"), most=3)
    assert flags[0] == "chest" and "trauma" not in flags


def test_no_emergency_is_left_out_for_want_of_room(rules: RedFlagRules) -> None:
    places = painted("temple/both neck_side/both sternum_upper lumbar_spine")
    flags = raised(rules, places, most=3)
    assert set(flags) == {f for f in raised(rules, places) if rules.level(f) == "emergency"}
    assert len(flags) > 3


def test_five_parts_of_the_body_are_widespread_pain_right_after_the_emergencies(rules: RedFlagRules) -> None:
    flags = raised(rules, painted(FAR_APART))
    levels = [rules.level(f) for f in flags]
    after = levels.index("today")
    assert flags[after - 3 : after] == ("cancer-history", "night-pain", "widespread")
    assert set(levels[: after - 3]) == {"emergency"}


@pytest.mark.parametrize(
    "places",
    [
        "neck_side/r shoulder_side/r arm_lateral/r olecranon/r forearm_dorsal_mid/r wrist_dorsal_ulnar/r thenar/r",
        "lumbar_spine buttock_mid/r thigh_back_mid/r calf_central/r heel_sole/r",
    ],
)
def test_pain_down_one_limb_is_not_widespread(rules: RedFlagRules, places: str) -> None:
    assert "widespread" not in raised(rules, painted(places))


def test_nothing_painted_raises_nothing_and_what_a_complaint_adds_is_ranked(rules: RedFlagRules) -> None:
    assert raised(rules, ()) == ()
    assert raised(rules, painted("vertex/both"), also=["pregnancy", "chest"])[0] == "chest"


@pytest.mark.parametrize(
    ("muscle", "flag"),
    [
        ("upper-trapezius", "chest"),
        ("levator-scapulae", "chest"),
        ("supraspinatus", "chest"),
        ("sternocleidomastoid-sternal", "neck-artery"),
        ("suboccipitals", "neck-artery"),
        ("semispinalis-capitis", "neck-artery"),
        ("vastus-medialis", "calf-clot"),
        ("sartorius", "calf-clot"),
        ("piriformis", "cauda-equina"),
    ],
)
def test_a_muscle_raises_the_flags_of_all_places_it_sends_pain_to(
    catalog: FileCatalog, rules: RedFlagRules, muscle: str, flag: str
) -> None:
    for sides in ("right", "left", "both"):
        places = muscle_places(catalog.muscles[muscle], sides, catalog.regions)
        assert flag in raised(rules, places, most=3), raised(rules, places)


def test_a_muscle_of_one_side_sends_pain_to_that_side_and_across_where_it_says_so(catalog: FileCatalog) -> None:
    muscle = catalog.muscles["sternocleidomastoid-sternal"]

    def halves(sides: Sides) -> dict[str, set[str | None]]:
        out: dict[str, set[str | None]] = {}
        for place in muscle_places(muscle, sides, catalog.regions):
            out.setdefault(place.region, set()).add(place.side)
        return out

    for region, sides in halves("left").items():
        midline = catalog.regions[region].midline
        across = any(region in zone.opposite_regions for zone in muscle.zones)
        assert sides == {None} if midline else "left" in sides or across
    assert all(s in ({"right", "left"}, {None}) for s in halves("both").values())


def test_a_place_without_a_rule_or_a_flag_without_words_is_refused_not_passed_over(rules: RedFlagRules) -> None:
    with pytest.raises(NoRedFlags, match="kneecap"):
        raised(RedFlagRules(), painted("kneecap/r"))
    with pytest.raises(NoRedFlags, match="no red flag `chset`"):
        raised(rules, painted("kneecap/r"), also=["chset"])
    with pytest.raises(NoRedFlags, match="no words for `chest`"):
        flags_in_words(["chest"], {})
