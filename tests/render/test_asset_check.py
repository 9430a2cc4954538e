"""`atlas check` opens every asset: one sentence for each that is missing, damaged, unfit or old, and what mends it."""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from art.extents import write_extents
from art.keeping import keep_body, keep_extents, keep_muscles, keep_patterns, keep_thumbnails
from atlas import paths
from atlas.content.baked.patterns import save_patterns
from atlas.content.catalog import FileCatalog
from atlas.domain.problems import FileProblem
from atlas.paths import Places
from atlas.render.asset_check import check_assets

SCM, DELTOID = "sternocleidomastoid-sternal", "deltoid-anterior"
KINDS = [
    ("body/surface.npz", "python -m art body"),
    ("body/stances.npz", "python -m art body"),
    ("body/bone-points.json", "python -m art points"),
    ("body/patterns.npz", "python -m art patterns"),
    ("body/visibility-female.npz", "python -m art body"),
    ("body/visibility-male.npz", "python -m art body"),
    ("body/female/views.json", "python -m art body"),
    ("body/male/views.json", "python -m art body"),
    ("body/female/whole-front.jpg", "python -m art body"),
    ("body/male/whole-right.png", "python -m art body"),
    ("body/male/whole-back.faces", "python -m art body"),
    ("bones/female/whole-front.png", "python -m art bones"),
    ("bones/male/whole-right.png", "python -m art bones"),
    (f"muscles/{SCM}/female/whole-front.png", f"python -m art muscles {SCM}"),
    (f"muscles/{SCM}/male/whole-front.png", f"python -m art muscles {SCM}"),
    (f"muscles/{DELTOID}/thumb.png", f"python -m art thumbnails {DELTOID}"),
    ("fonts/Inter-Regular.ttf", "git checkout -- assets/fonts/Inter-Regular.ttf"),
    ("fonts/Inter-SemiBold.ttf", "git checkout -- assets/fonts/Inter-SemiBold.ttf"),
    ("CREDITS.md", "git checkout -- assets/CREDITS.md"),
]


def checked(places: Places) -> list[FileProblem]:
    return check_assets(FileCatalog(places))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x10
    path.write_bytes(bytes(data))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def something_else(path: Path) -> None:
    path.write_bytes(b"GIF89a" + bytes(500))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def test_sound_assets_are_not_complained_of(sample: Places) -> None:
    assert checked(sample) == []


@pytest.mark.parametrize("harm", [Path.unlink, cut, flip, empty, something_else, a_folder])
@pytest.mark.parametrize(("name", "mend"), KINDS)
def test_each_kind_of_damage_to_each_kind_of_asset_is_said_with_what_mends_it(
    sample: Places, name: str, mend: str, harm: Callable[[Path], None]
) -> None:
    if name == "CREDITS.md" and harm in (cut, flip, something_else):
        pytest.skip("a text of nobody's making: any words will do")
    harm(sample.assets / name)
    (problem,) = checked(sample)
    assert problem.file.endswith(name) and mend in problem.sentence, problem


RESTED_ON = ("body/surface.npz", "body/female/views.json", "body/male/views.json")  # without it others are not opened
APART = [[kind] for kind in KINDS if kind[0] in RESTED_ON]
TOGETHER = [kind for kind in KINDS if kind[0] not in (*RESTED_ON, "CREDITS.md")]


@pytest.mark.parametrize("harm", [Path.unlink, cut, empty, something_else, a_folder])
@pytest.mark.parametrize("kinds", [*APART, TOGETHER], ids=["surface", "female views", "male views", "all the others"])
def test_damage_is_seen_without_a_record_of_the_making_too(
    sample: Places, kinds: list[tuple[str, str]], harm: Callable[[Path], None]
) -> None:
    sample.made_from.unlink()
    seen_in_some = [name for name, _ in kinds if harm is Path.unlink and name.endswith("whole-front.png")]
    harmed = {name: mend for name, mend in kinds if name not in seen_in_some}  # which views, the record says
    for name in harmed:
        harm(sample.assets / name)
    said = {p.file: p.sentence for p in checked(sample)}
    for name, mend in harmed.items():
        assert [s for file, s in said.items() if file.endswith(name) and mend in s], (name, said)


def test_a_picture_of_another_size_or_kind_is_told_from_a_damaged_one(sample: Places) -> None:
    body, muscle = sample.assets / "body/female", sample.pictures(SCM)
    Image.new("L", (60, 184)).save(body / "whole-front.jpg")
    Image.new("RGB", (600, 1840)).save(body / "whole-back.png")
    Image.new("L", (40, 50)).save(muscle / "female/whole-front.png")
    Image.new("P", (40, 50)).save(muscle / "male/whole-front.png")
    (body / "whole-right.faces").write_bytes(zlib.compress(bytes(10)) + zlib.compress(b""))
    said = {Path(p.file).name if "muscles" not in p.file else p.file[-21:]: p.sentence for p in checked(sample)}
    assert said["whole-front.jpg"].startswith("It is 60 x 184 pixels large, not 600 x 1840: ")
    assert said["whole-back.png"].startswith("It is a picture of another kind: ")
    assert said["whole-right.faces"].startswith("It says no faces of this view")
    assert said["emale/whole-front.png"].startswith("It is a picture of another kind: ")
    assert said["/male/whole-front.png"].startswith("Its place in the view is missing: ")


def test_arrays_that_do_not_fit_the_body_are_found(sample: Places) -> None:
    np.savez_compressed(sample.visibility("male"), **{"whole-front": np.zeros(3, np.uint8)})
    np.savez_compressed(sample.assets / "body/stances.npz", odd=np.array([np.nan]))
    said = " ".join(p.sentence for p in checked(sample))
    assert "It lacks whole-back, whole-right" in said and "It is not as it was made" in said


def test_a_picture_that_nothing_made_is_out_of_place(sample: Places) -> None:
    shutil.copy(sample.pictures(SCM) / "female/whole-front.png", sample.pictures(SCM) / "female/whole-back.png")
    (problem,) = checked(sample)
    assert problem.file.endswith("female/whole-back.png") and problem.sentence.startswith("It was not made by `art`")


def test_a_muscle_without_pictures_on_a_figure_says_so_once(sample: Places) -> None:
    shutil.rmtree(sample.pictures(SCM) / "male")
    (problem,) = checked(sample)
    assert problem.file.endswith(f"{SCM}/male")
    assert problem.sentence == f"There is no picture of the muscle on this figure: run `python -m art muscles {SCM}`."


def test_every_shipped_asset_is_sound_by_itself(tmp_path: Path) -> None:
    """Opened one by one, as if there were no record of how each was when it was made."""
    for part in ("body", "bones", "muscles", "fonts", "CREDITS.md"):
        (tmp_path / part).symlink_to(paths.ASSETS / part)
    problems = checked(Places(assets=tmp_path))
    assert [p.file for p in problems if not p.file.endswith("made-from.json")] == []


def test_the_shipped_assets_are_as_they_were_made_and_not_old() -> None:
    assert [str(p) for p in checked(Places())] == []


# -- age ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("views", "yaw: 180", "yaw: 170", "Older than this are the pictures of the view `whole-back`"),
        ("views", "yaw: 180", "yaw: 170", "Older than this or the body are the bones of the view `whole-back`"),
        ("regions", "radius: ", "radius: 1", "The skin was divided before"),
        ("referrals", "tendon: [", "tendon: [0.3, 0.2] #", "The painted muscle is older than its fibres"),
        ("referrals", "width: [120, 160, 120]", "width: [120, 150, 120]", "The painted pattern is older"),
    ],
)
def test_what_is_older_than_its_data_is_named_at_its_line_with_the_step(
    sample: Places, file: str, old: str, new: str, said: str
) -> None:
    path: Path = getattr(sample, file)
    if old not in path.read_text(encoding="utf-8"):
        pytest.skip(f"the sample has no {old}")
    edit(path, old, new)
    found = [p for p in checked(sample) if p.sentence.startswith(said)]
    assert found and "run `python -m art " in found[0].sentence and found[0].line is not None


def test_bones_are_older_than_a_landmark_that_was_moved_under_them(sample: Places) -> None:
    record = json.loads(sample.made_from.read_text(encoding="utf-8"))
    record["skeleton"]["manubrium-top"] = "7"
    sample.made_from.write_text(json.dumps(record), encoding="utf-8")
    (problem,) = checked(sample)
    assert problem.file.endswith("landmarks.yaml") and problem.line == 1
    assert "`python -m art body` and `python -m art bones`." in problem.sentence


def test_where_the_muscles_lie_is_old_once_they_are_painted_anew(sample: Places) -> None:
    for path in (sample.pictures(SCM) / "female").glob("*.png"):
        with Image.open(path) as image:
            image.load()
            corner = PngInfo()
            corner.add_text("corner", image.info["corner"])
            image.save(path, pnginfo=corner, compress_level=0)
    keep_muscles(sample, [SCM])
    keep_thumbnails(sample)
    (problem,) = checked(sample)
    assert problem.file.endswith("extents-female.npz")
    assert problem.sentence.endswith(f"before they were painted ({SCM}): run `python -m art extents`.")
    write_extents(sample, "female", FileCatalog(sample).muscles)
    keep_extents(sample)
    keep_thumbnails(sample)
    assert checked(sample) == []


def test_a_new_view_is_said_once_a_step_and_each_step_makes_no_more_than_it(sample: Places) -> None:
    with sample.views.open("a", encoding="utf-8") as file:
        file.write(
            "- {id: whole-slant, name: Slant, group: whole, yaw: 30, pitch: 0, frames: body, shows: body, "
            "long_side: 1840}\n"
        )
    said = [p.sentence for p in checked(sample)]
    assert "There are no pictures of the view `whole-slant`: run `python -m art body --view whole-slant`." in said
    assert "There are no bones of the view `whole-slant`: run `python -m art bones whole-slant`." in said
    (of_muscles,) = (s for s in said if "art muscles" in s)
    assert of_muscles == (
        "No muscle is painted in `whole-slant`: run `python -m art muscles --view whole-slant` "
        "and `python -m art thumbnails`."
    )


def test_the_same_of_many_pictures_is_said_once_and_beside_it_what_is_wrong_with_one(sample: Places) -> None:
    copies = [sample.pictures(SCM) / "female" / f"copy-{k}.png" for k in range(9)]
    for copy in copies:
        shutil.copy(sample.pictures(SCM) / "female" / "whole-front.png", copy)
    (sample.pictures(DELTOID) / "thumb.png").unlink()
    told = {p.file: p.sentence for p in checked(sample)}
    assert len(told) == 2 and any("It is missing" in said for said in told.values())
    many = next(said for file, said in told.items() if file.endswith("assets/muscles"))
    assert many.startswith("Of 9 files, ") and many.endswith("so it is out of place: run `python -m art muscles`.")
    copies[0].unlink()
    assert len(checked(sample)) == 9


def test_a_muscle_never_painted_is_said_to_be_so_and_not_more(sample: Places) -> None:
    shutil.rmtree(sample.pictures(SCM))
    record = json.loads(sample.made_from.read_text(encoding="utf-8"))
    del record["muscles"][SCM], record["thumbnails"][SCM]
    record["files"] = {k: v for k, v in record["files"].items() if SCM not in k}
    sample.made_from.write_text(json.dumps(record), encoding="utf-8")
    (problem,) = checked(sample)
    assert problem.muscle == SCM and problem.line
    assert problem.sentence == (
        f"The muscle is not painted: run `python -m art muscles {SCM}` and `python -m art thumbnails {SCM}`."
    )


def test_a_pattern_that_was_never_painted_is_not_called_old(sample: Places) -> None:
    catalog = FileCatalog(sample)
    save_patterns(sample.patterns, catalog.surface, [m for m in catalog.muscles.values() if m.id != SCM])
    keep_patterns(sample)
    said = [p.sentence for p in checked(sample) if p.muscle == SCM]
    assert "Its pattern is not painted: run `python -m art patterns`." in said


def test_what_art_makes_anew_is_no_longer_old(sample: Places) -> None:
    edit(sample.referrals, "width: [120, 160, 120]", "width: [120, 150, 120]")
    assert checked(sample)
    catalog = FileCatalog(sample)
    save_patterns(sample.patterns, catalog.surface, catalog.muscles.values())
    keep_patterns(sample)
    assert all("thumbnails" in p.sentence for p in checked(sample))
    for keep in (keep_body, keep_muscles, keep_thumbnails):
        keep(sample)
    assert checked(sample) == []


# -- languages ---------------------------------------------------------------


@pytest.fixture
def spanish(sample: Places) -> Path:
    folder = sample.data / "languages" / "es"
    shutil.copytree(paths.LANGUAGES / "es", folder)
    return folder


def test_the_shipped_interface_is_compiled_as_it_is_written(sample: Places, spanish: Path) -> None:
    assert checked(sample) == []


@pytest.mark.parametrize("harm", [Path.unlink, cut, empty, something_else])
@pytest.mark.parametrize("name", ["interface.qm", "interface.ts"])
def test_a_damaged_file_of_the_interface_is_found(
    sample: Places, spanish: Path, name: str, harm: Callable[[Path], None]
) -> None:
    harm(spanish / name)
    (problem,) = checked(sample)
    assert problem.file.endswith(f"es/{name}")


def test_an_interface_that_was_not_compiled_again_is_found(sample: Places, spanish: Path) -> None:
    edit(spanish / "interface.ts", "<translation>", "<translation>Otra cosa ")
    (problem,) = checked(sample)
    assert problem.sentence == (
        "It is damaged, or older than interface.ts (1 texts differ): run `python -m art.languages`."
    )
