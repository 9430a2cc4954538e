"""Writes assets/body: the surface with both figures, and per figure the views, their face maps and what each shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from art import light
from art.bone_relief import with_relief
from art.figures import SEXES, Figures
from art.rasterise import Camera
from art.skeleton import Skeleton
from art.stipple import stipple
from art.views import LitFigure, Picture, camera_for, camera_record, halved, lit, pack_faces, sky_over, take, views_from

F = NDArray[np.float64]
_FOLDED_IN = 0.004  # skin that sees less of the sky than this lies inside mouth, nostril or lids


def surface_version(figures: Figures) -> str:
    """A name for this mesh that drawings can refer to."""
    digest = hashlib.sha256(figures.faces.astype("<u2").tobytes())
    for sex in SEXES:
        digest.update(np.round(figures.positions[sex], 2).astype("<f4").tobytes())
    return f"skin-{digest.hexdigest()[:10]}"


def write_surface(folder: Path, figures: Figures, region: NDArray[np.uint8]) -> None:
    """Writes surface.npz."""
    folder.mkdir(parents=True, exist_ok=True)
    points = np.mean([figures.positions[s] for s in SEXES], axis=0)
    hidden = light.sky_openness(points, figures.faces) < _FOLDED_IN
    np.savez_compressed(
        folder / "surface.npz",
        faces=figures.faces.astype(np.uint16),
        twin=figures.twin.astype(np.uint16),
        region=region,
        hidden=hidden,
        **stipple(points, figures.faces, figures.twin, hidden),
        version=np.array(surface_version(figures)),
        **{sex: np.round(figures.positions[sex], 3).astype(np.float32) for sex in SEXES},
    )


def seen_per_vertex(picture: Picture, camera: Camera, points: F, faces: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Share 0..255 of each vertex's skin that a picture shows, slanting skin counted by what is seen of it."""
    shown = np.bincount(picture.face[picture.face >= 0], minlength=len(faces)) * camera.mm_per_px**2
    corners = points[faces]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2.0
    seen, whole = np.zeros(len(points)), np.full(len(points), 1e-6)
    for k in range(3):
        seen += np.bincount(faces[:, k], weights=shown, minlength=len(points))
        whole += np.bincount(faces[:, k], weights=area, minlength=len(points))
    return np.round(255 * np.clip(seen / whole, 0.0, 1.0)).astype(np.uint8)


def brows(figures: Figures, landmarks: Mapping[str, int]) -> F:
    """How bright skin is by itself, (n,): 1, and darker along the eyebrows, so that a face looks like one."""
    points = np.mean([figures.positions[s] for s in SEXES], axis=0)
    out = np.ones(len(points))
    line = [points[landmarks[name]] for name in ("brow-inner", "brow-middle", "brow-outer")]
    for a, b, wide in ((line[0], line[1], 4.6), (line[1], line[2], 3.6)):
        along = b - a
        t = np.clip((points - a) @ along / (along @ along), 0.0, 1.0)
        away = np.linalg.norm(points - (a + t[:, None] * along), axis=1)
        out = np.minimum(out, 1.0 - 0.30 * np.clip(1.6 - away / wide, 0.0, 1.0))
    return np.asarray(np.minimum(out, out[figures.twin]))


def lit_stances(figures: Figures, sex: str, albedo: F | None = None) -> dict[str, LitFigure]:
    return {stance: lit(by_sex[sex], figures.faces, albedo) for stance, by_sex in figures.stances.items()}


def write_views(
    folder: Path,
    views_file: Path,
    figures: Figures,
    landmarks: Mapping[str, int],
    skeletons: Mapping[str, Skeleton],
    sex: str,
    only: Collection[str] = (),
) -> None:
    """Bakes the views of a figure: all, or only some and leaves the others as they are. `skeletons` are by stance."""
    stances = {
        stance: with_relief(figure, skeletons[stance], figures.twin)
        for stance, figure in lit_stances(figures, sex, brows(figures, landmarks)).items()
    }
    out = folder / sex
    out.mkdir(parents=True, exist_ok=True)
    views = views_from(views_file)
    cameras, seen = _baked_before(folder, sex) if only else ({}, {})
    chosen = [view for view in views if not only or view["id"] in only]
    skies: dict[tuple[str, str], F] = {}  # by stance and part
    for number, view in enumerate(chosen, 1):
        print(f"  {sex}: {view['id']}, {number} of {len(chosen)} views", flush=True)
        stance, part = view.get("stance", "standing"), figures.parts[view["shows"]]
        figure = stances[stance]
        camera = camera_for(view, figure.points, figures.parts)
        if (stance, view["shows"]) not in skies:
            skies[stance, view["shows"]] = sky_over(figure, part)
        picture = take(figure, part, camera, skies[stance, view["shows"]])
        Image.fromarray(picture.shade).save(out / f"{view['id']}.jpg", quality=90)
        Image.fromarray(picture.cover).save(out / f"{view['id']}.png", optimize=True)
        (out / f"{view['id']}.faces").write_bytes(pack_faces(picture.face))
        (out / f"{view['id']}.half").write_bytes(pack_faces(halved(picture.face)))
        cameras[view["id"]] = camera_record(camera) | {"stance": stance}
        seen[view["id"]] = seen_per_vertex(picture, camera, figure.points, figures.faces)
    order = [view["id"] for view in views if view["id"] in cameras]
    written = json.dumps({name: cameras[name] for name in order}, indent=1) + "\n"
    (out / "views.json").write_text(written, encoding="utf-8")
    np.savez_compressed(folder / f"visibility-{sex}.npz", **{name: seen[name] for name in order})


def _baked_before(folder: Path, sex: str) -> tuple[dict[str, Any], dict[str, NDArray[np.uint8]]]:
    """How the views of a figure were taken, and what each sees."""
    cameras = json.loads((folder / sex / "views.json").read_text(encoding="utf-8"))
    with np.load(folder / f"visibility-{sex}.npz") as held:
        return cameras, {name: held[name] for name in held}


def write_stances(folder: Path, figures: Figures) -> None:
    """The figures in the stances that some views are taken in."""
    np.savez_compressed(
        folder / "stances.npz",
        **{
            f"{stance}-{sex}": np.round(by_sex[sex], 2).astype(np.float32)
            for stance, by_sex in figures.stances.items()
            if stance != "standing"
            for sex in SEXES
        },
    )
