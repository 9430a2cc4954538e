"""Places the bones of the hand: the carpals as a group under the forearm, then each finger from joint to joint."""

from __future__ import annotations

import numpy as np

from art.bone_fit import F, Frame, Move, between, unit
from art.skeleton_aims import Body, Model
from art.skeleton_limbs import DOWN, long_ends, low_end

_FINGERS = range(2, 6)
_RAYS = {1: "thumb", 2: "index", 3: "middle", 4: "ring", 5: "little"}
_AHEAD = np.array([0.0, 0.0, 1.0])  # where the palm looks
# Middles of the carpals from that of the capitate, mm inward, up and toward the palm in a hand of the meshes' size:
# laid by hand so that each has its neighbors around it, and moved together until their faces lay 1.5 mm apart.
_CARPALS = {
    "scaphoid": (-8.8, 12.6, 0.5),
    "lunate": (2.2, 14.9, 1.7),
    "triquetrum": (13.7, 9.8, 1.7),
    "pisiform": (13.5, 8.1, 12.1),
    "trapezium": (-17.1, 0.9, 9.7),
    "trapezoid": (-11.9, -1.0, 1.5),
    "capitate": (0.0, 0.0, 0.0),
    "hamate": (12.0, 0.4, 0.4),
}
_WRIST = np.array([0.0, 22.0, 1.0])  # the middle of their upper row's top
# Where the metacarpals stand on them: the middles of their near ends.
_BASES = {
    1: (-18.5, -6.0, 10.5),
    2: (-10.5, -9.5, 1.0),
    3: (0.0, -13.0, 0.5),
    4: (8.5, -11.0, 0.5),
    5: (15.5, -9.0, 1.5),
}


def place_hand(model: Model, body: Body, radius: F, ulna: F) -> dict[str, Move]:
    wrist = 0.5 * (low_end(radius, 0.06).mean(axis=0) + low_end(ulna, 0.04).mean(axis=0))
    ends = {k: long_ends(model[f"metacarpal-{k}"], DOWN) for k in _FINGERS}
    knuckles = {k: np.array(_BASES[k]) + far - near for k, (near, far) in ends.items()}
    aims = {k: body.joint(f"finger-{k}-1") for k in _FINGERS}
    middle = np.mean(list(aims.values()), axis=0)
    source = Frame(near=_WRIST, far=np.mean(list(knuckles.values()), axis=0), second=knuckles[5] - knuckles[2])
    target = Frame(near=wrist - 3.5 * unit(middle - wrist), far=middle, second=aims[5] - aims[2])
    palm = between(source, target)
    ahead = unit(np.cross(target.far - target.near, target.second))
    out = {name: _moved_in(model[name], np.array(at), palm) for name, at in _CARPALS.items()}
    for k, finger in _RAYS.items():
        kinds = ("proximal", "distal") if k == 1 else ("proximal", "middle", "distal")
        joints = [body.joint(f"finger-{k}-{j}") for j in range(1, 5)]
        spots = [palm(np.array(_BASES[k])[None])[0], *(joints[1:] if k == 1 else joints)]
        spots[-1] = 0.5 * (spots[-1] + body.under(f"{finger}-tip", 6.0))
        for number, name in enumerate([f"metacarpal-{k}", *(f"finger-{kind}-{k}" for kind in kinds)]):
            bone = model[name]
            # The meshes of fingers and thumb begin at their own near joint.
            near, far = long_ends(bone, DOWN if number == 0 and k > 1 else bone.mean(axis=0))
            start, stop = spots[number], spots[number + 1]
            way = unit(stop - start)
            frame = Frame(near=near, far=far, second=_AHEAD)
            aim = Frame(near=start + (way if number else 0.0 * way), far=stop - way, second=ahead)
            out[name] = between(frame, aim, float(np.clip(aim.length / frame.length, 0.85, 1.08)))
    return out


def _moved_in(carpal: F, at: F, palm: Move) -> Move:
    middle = 0.5 * (carpal.min(axis=0) + carpal.max(axis=0))
    return lambda points: palm(points - middle + at)
