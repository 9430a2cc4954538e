"""The skeleton inside a figure: all bones placed under its skin, exactly alike on both sides, in every stance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from art.bone_fit import F, Frame, I, Move, Skin, between, kept_under
from art.bone_meshes import BoneMesh, mirrored_whole
from art.figures import Figures
from art.pose import forward_turn, girdle_turn, raised_turn, spread_turn
from art.skeleton_aims import Body, Model
from art.skeleton_hand import place_hand
from art.skeleton_limbs import (
    femur_ends,
    humerus_ends,
    place_foot,
    place_forearm,
    place_humerus,
    place_shank,
    place_thigh,
)
from art.skeleton_trunk import place_girdle, place_head, place_hyoid, place_pelvis, place_ribs, place_spine, socket_of

_LEAST_DEPTH = 3.0  # mm of skin over any bone
_CARTILAGE = 3.0  # mm between the upper arm's head and its socket
_SKIN_OVER = {"finger": 2.2, "toe": 2.2, "metacarpal": 2.6, "sacrum": 5.0}  # and where it is thinner or thicker
_SKIN_OVER |= {f"l{k}": 8.0 for k in range(1, 6)} | {f"t{k}": 5.5 for k in range(1, 13)}
_ARM = ("humerus", "ulna", "radius", "metacarpal", "finger", "lunate", "scaphoid", "pisiform", "triquetrum")
_ARM += ("capitate", "trapezium", "trapezoid", "hamate")
_LEG = ("femur", "patella", "tibia", "fibula", "talus", "calcaneus", "navicular", "cuboid", "cuneiform")
_LEG += ("metatarsal", "toe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Right halves of all bones, placed: points mm in the figure's axes. The left is the mirror image, to the bit."""

    bones: Mapping[str, BoneMesh]

    def right(self, name: str) -> F:
        return self.bones[name].points

    def bone(self, name: str) -> tuple[F, I]:
        """A whole bone: `femur-right`, `femur-left`, `skull`."""
        stem, _, side = name.rpartition("-")
        if side in ("right", "left"):
            half = self.bones[stem]
            if side == "right":
                return half.points, half.faces
            return half.points * [-1.0, 1.0, 1.0], half.faces[:, ::-1]
        half = self.bones[name]
        return mirrored_whole(half.points, half.faces)

    def names(self) -> list[str]:
        """Names of the whole bones, in a fixed order."""
        out = []
        for name, half in self.bones.items():
            out += [name] if half.midline else [f"{name}-right", f"{name}-left"]
        return out

    def whole(self) -> tuple[F, I, NDArray[np.int64], list[str]]:
        """Points (n, 3), faces (m, 3), and per vertex the number of its bone in the list of names."""
        points, faces, owner, at = [], [], [], 0
        names = self.names()
        for number, name in enumerate(names):
            p, f = self.bone(name)
            points.append(p)
            faces.append(f + at)
            owner.append(np.full(len(p), number))
            at += len(p)
        return np.vstack(points), np.vstack(faces), np.concatenate(owner), names


def make_skeleton(
    bones: Mapping[str, BoneMesh],
    figures: Figures,
    sex: str,
    landmarks: Mapping[str, int],
    folded: NDArray[np.bool_],
) -> Skeleton:
    """The skeleton of a figure, standing; `folded` marks skin inside mouth and nostrils."""
    model = Model(bones)
    skin = Skin(figures.positions[sex], figures.faces, folded)
    body = Body(skin, landmarks, figures.joints[sex])
    placed: dict[str, F] = {}

    def put(moves: Mapping[str, Move]) -> None:
        for name, move in moves.items():
            placed[name] = move(model[name])

    pelvis = place_pelvis(model, body)
    put({"sacrum": pelvis, "hip-bone": pelvis})
    spine = place_spine(model, body, pelvis)
    put(spine)
    ribs = place_ribs(model, body, spine)
    put(dict.fromkeys(("sternum", *(f"rib-{k}" for k in range(1, 13))), ribs))
    for k in range(1, 13):
        placed[f"rib-{k}"] = _brought_to(placed[f"rib-{k}"], placed[f"t{k}"])
    girdle = place_girdle(model, body)
    put(girdle)
    head = place_head(model, body)
    put({"skull": head, "mandible": head})
    # The heads go along with their sockets, as the model holds them in these.
    shoulder = girdle["scapula"](socket_of(model)[None])[0]
    for _ in range(3):
        humerus, _ = place_humerus(model, body, shoulder)
        placed["humerus"] = humerus(model["humerus"])
        away, near = cKDTree(placed["scapula"]).query(placed["humerus"])
        closest = int(np.argmin(away))
        way = placed["scapula"][near[closest]] - placed["humerus"][closest]
        shoulder = shoulder + way * (1.0 - _CARTILAGE / max(float(away[closest]), 1e-6))
    put(place_forearm(model, body, humerus))
    put(place_hand(model, body, placed["radius"], placed["ulna"]))
    hip = pelvis(femur_ends(model["femur"]).head[None])[0]
    put(place_thigh(model, body, hip))
    put(place_shank(model, body, placed["femur"]))
    put(place_foot(model, body, placed["tibia"]))
    put({"hyoid": place_hyoid(body)})
    return Skeleton(
        bones={
            name: BoneMesh(points=_settled(name, placed[name], bone, skin), faces=bone.faces, midline=bone.midline)
            for name, bone in bones.items()
        }
    )


def _brought_to(rib: F, vertebra: F) -> F:
    """A rib whose head comes up to its vertebra; its front stays where it is."""
    head = rib[np.argmax(rib[:, 0])]
    near = rib[np.linalg.norm(rib - head, axis=1) < 30.0]
    away, other = cKDTree(vertebra).query(near)
    closest = int(np.argmin(away))
    step = (vertebra[other[closest]] - near[closest]) * max(0.0, 1.0 - _CARTILAGE / max(float(away[closest]), 1e-6))
    fall = np.exp(-((np.linalg.norm(rib - near[closest], axis=1) / 45.0) ** 2))
    return np.asarray(rib + step * fall[:, None])


def _settled(name: str, points: F, bone: BoneMesh, skin: Skin) -> F:
    """The bone kept under the skin; the cut of a midline bone stays on the midline."""
    points = points.copy()
    cut = bone.points[:, 0] == 0.0 if bone.midline else np.zeros(len(points), bool)
    if bone.midline:
        points[:, 0] = np.minimum(points[:, 0], -0.01)
        points[cut, 0] = 0.0
    least = _SKIN_OVER.get(name.split("-")[0], _LEAST_DEPTH)
    kept = kept_under(points, skin, least, 28.0, bone.midline & (points[:, 0] > -6.0))
    if bone.midline:
        kept[:, 0] = np.minimum(kept[:, 0], -0.01)
        kept[cut, 0] = 0.0
    return kept


_TURNS = {"arms-forward": forward_turn(), "arms-up": raised_turn(-1.0), "legs-apart": spread_turn(-1.0)}  # of the limb


def in_stance(
    skeleton: Skeleton, figures: Figures, sex: str, stance: str, folded: NDArray[np.bool_] | None = None
) -> Skeleton:
    """The standing skeleton with the limbs moved as the stance moves them, heads in their sockets."""
    if stance == "standing":
        return skeleton
    arm = stance != "legs-apart"
    turn = _TURNS[stance]
    centre = figures.joints[sex]["shoulder" if arm else "upper-leg"]
    if stance == "arms-up":
        girdle, clavicle = girdle_turn(-1.0), figures.joints[sex]["clavicle"]
    first = "humerus" if arm else "femur"
    ends = humerus_ends(skeleton.right(first)) if arm else femur_ends(skeleton.right(first))

    def carried(points: F) -> F:
        """As the shoulder girdle carries what hangs on it."""
        return np.asarray(girdle.apply(points - clavicle) + clavicle) if stance == "arms-up" else points

    def turned(points: F) -> F:
        return np.asarray(turn.apply(points - centre) + carried(centre[None])[0])

    source = Frame(near=ends.head, far=ends.hinge, second=ends.inward)
    target = Frame(near=carried(ends.head[None])[0], far=turned(ends.hinge[None])[0], second=turn.apply(ends.inward))
    moved = {}
    for name, bone in skeleton.bones.items():
        points = bone.points
        if name == first:
            points = between(source, target)(points)
        elif name.startswith(_ARM if arm else _LEG):
            points = turned(points)
        elif name in ("clavicle", "scapula"):
            points = carried(points)
        moved[name] = BoneMesh(points=points, faces=bone.faces, midline=bone.midline)
    # The skin over the shoulder or hip has moved too: what lies close under it gives way.
    skin = Skin(figures.stances[stance][sex], figures.faces, folded)
    near = ("clavicle", "scapula", "humerus") if arm else ("hip-bone", "femur")
    if stance == "arms-up":
        near += tuple(name for name in moved if name.startswith("rib-"))  # the skin of the armpit is drawn over them
    for name in near:
        settled = _settled(name, moved[name].points, moved[name], skin)
        moved[name] = BoneMesh(points=settled, faces=moved[name].faces, midline=False)
    return Skeleton(bones=moved)
