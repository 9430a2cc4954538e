"""Pictures to judge the skeleton by: the ghost under the skin as the app shows it, and labelled bone points."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from art import light
from art.bone_fit import F
from art.bones import BonePicture
from art.rasterise import Camera, interpolate, rasterise, vertex_normals
from art.skeleton import Skeleton
from art.views import LitFigure, take
from atlas.render.colours import BONE_COVERS, bone_table, skin_ramp

_PAPER = np.array([250, 249, 246])


def ghost_picture(figure: LitFigure, part: F, camera: Camera, bones: BonePicture) -> NDArray[np.uint8]:
    """The skin with its bones as clearly as the app ever shows them, (h, w, 3)."""
    skin = take(figure, part, camera)
    picture = _rgba(skin_ramp("clay", False)[skin.shade])[..., :3] * (skin.cover[..., None] / 255.0)
    picture += _PAPER * (1.0 - skin.cover[..., None] / 255.0)
    bone = _rgba(np.array(bone_table("clay", False, "clear"), np.uint32)[bones.shade * BONE_COVERS + bones.cover])
    over = bone[..., 3:] / 255.0
    return np.asarray(np.round(picture * (1.0 - over) + bone[..., :3] * over), np.uint8)


def _rgba(words: NDArray[np.uint32]) -> NDArray[np.float64]:
    return np.stack([(words >> shift) & 255 for shift in (16, 8, 0, 24)], axis=-1).astype(np.float64)


# Pictures of labelled points: name -> bones by how their names begin, yaw, pitch.
_SHEETS: dict[str, tuple[tuple[str, ...], float, float]] = {}
for _name, _bones in {
    "head": ("skull", "mandible", "hyoid", "c1", "c2"),
    "neck": ("c1", "c2", "c3", "c4", "c5", "c6", "c7", "t1", "rib-1", "rib-2"),
    "chest": ("sternum", "rib", "clavicle", "t"),
    "spine": ("t", "l1", "l2", "l3", "l4", "l5", "c7"),
    "girdle": ("scapula", "clavicle", "humerus"),
    "forearm": ("humerus", "ulna", "radius"),
    "hand": ("metacarpal", "finger", "lunate", "scaphoid", "pisiform", "triquetrum", "capitate", "trap", "hamate"),
    "pelvis": ("hip-bone", "sacrum", "l5"),
    "thigh": ("femur", "patella"),
    "shank": ("tibia", "fibula", "patella"),
    "foot": ("talus", "calcaneus", "navicular", "cuboid", "cuneiform", "metatarsal", "toe"),
}.items():
    for _way, _yaw, _pitch in (("front", 0.0, 0.0), ("back", 180.0, 0.0), ("outer", -90.0, 0.0), ("inner", 90.0, 0.0)):
        _SHEETS[f"{_name}-{_way}"] = (_bones, _yaw, _pitch)
_SHEETS["foot-front"] = (_SHEETS["foot-front"][0], 0.0, 75.0)
_SHEETS["foot-back"] = (_SHEETS["foot-back"][0], 0.0, -90.0)
_SHEETS["head-back"] = (_SHEETS["head-back"][0][:1], 180.0, -20.0)
_SHEETS["head-inner"] = (_SHEETS["head-inner"][0][:1], 0.0, -80.0)


def points_picture(folder: Path, skeleton: Skeleton, placed: Mapping[str, tuple[str, F]], sex: str) -> None:
    """Writes the sheets: bones of a region with the points that can be seen on them, labelled."""
    for name, (starts, yaw, pitch) in _SHEETS.items():
        held = [b for b in skeleton.names() if b.startswith(starts) and not b.endswith("-left")]
        held = [b for b in held if not (b.startswith("toe") and "toe" not in starts)]
        held = [b for b in held if not (b.startswith(("talus", "tibia", "trap", "triq")) and starts[-1] == "t")]
        parts = [skeleton.bone(b) for b in held]
        starts_at = np.cumsum([0, *(len(p) for p, _ in parts)])
        points = np.vstack([p for p, _ in parts])
        faces = np.vstack([f + at for (_, f), at in zip(parts, starts_at[:-1], strict=True)])
        camera = _framed(points, yaw, pitch, 1500)
        seen = rasterise(points, faces, camera, cull=False)
        normals = interpolate(vertex_normals(points, faces) @ camera.rotation().T, faces, seen)
        normals *= np.where(normals[..., 2:] < 0, -1.0, 1.0)
        flat = np.zeros(seen.face.shape, np.float32)
        bright = light.shade(normals, flat + 0.9, flat)[..., None]
        image = np.where((seen.face >= 0)[..., None], bright * [240, 232, 214], [250, 249, 246])
        picture = Image.fromarray(np.clip(image, 0, 255).astype(np.uint8))
        draw = ImageDraw.Draw(picture)
        font = ImageFont.load_default(13)
        stems = {b.removesuffix("-right") for b in held}
        for label, (bone, point) in placed.items():
            x, y, z = camera.project(point[None])[0]
            if bone not in stems or not (0 <= x < camera.width and 0 <= y < camera.height):
                continue
            if z < seen.depth[int(y), int(x)] - 2.5:
                continue
            draw.ellipse([x - 3, y - 3, x + 3, y + 3], fill=(200, 0, 0), outline=(255, 255, 255))
            draw.text((x + 5, y - 7), label, fill=(110, 0, 0), font=font, stroke_width=2, stroke_fill=(255, 255, 255))
        picture.save(folder / f"bone-points-{sex}-{name}.png")


def _framed(points: F, yaw: float, pitch: float, long_side: int) -> Camera:
    aim = Camera(centre=(0, 0, 0), yaw=yaw, pitch=pitch, roll=0, mm_per_px=1.0, width=0, height=0)
    rotation = aim.rotation()
    flat = points @ rotation.T
    low, high = flat[:, :2].min(axis=0) - 8.0, flat[:, :2].max(axis=0) + 8.0
    mm = float((high - low).max()) / long_side
    width, height = (int(np.ceil(s / mm)) for s in high - low)
    x, y = (low + high) / 2.0
    centre = rotation[0] * x + rotation[1] * y
    return Camera(
        centre=(float(centre[0]), float(centre[1]), float(centre[2])),
        yaw=yaw, pitch=pitch, roll=0, mm_per_px=mm, width=width, height=height,
    )  # fmt: skip
