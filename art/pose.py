"""Brings the rest pose (arms out, forearms half turned) into anatomical position, by dual-quaternion skinning."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.spatial.transform import Rotation

from art.basemesh import BaseMesh

Vec = NDArray[np.float64]

# Degrees from straight down, in the frontal plane: arms a hand's breadth from the body, a carrying angle at the elbow.
UPPER_ARM_OUT = 11.0
FOREARM_OUT = 17.0
THIGH_OUT = 3.0
_GIRDLE = 0.10  # share of an arm's swing that its shoulder takes part in
UPPER_ARM_RAISED = 122.0  # in the arms-up stance


def anatomical(mesh: BaseMesh, positions: Vec, arms_out: float = UPPER_ARM_OUT) -> Vec:
    """The posed positions (n, 3) of all vertices; both sides are posed as mirror images.

    `arms_out`: degrees from straight down to which the upper arms are brought, and the forearms with them.
    """
    weights = _smoothed(mesh, {b: w.copy() for b, w in mesh.weights.items()})
    transforms: dict[str, tuple[Rotation, Vec]] = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        transforms |= _arm(mesh, positions, side, sign, arms_out)
        transforms |= _leg(mesh, positions, side, sign)
    return _skin(positions, weights, transforms)


def spread_turn(sign: float) -> Rotation:
    """How the legs-apart stance turns a leg about its hip; sign 1 for the left one, -1 for the right."""
    return Rotation.from_euler("z", sign * 38.0, degrees=True) * Rotation.from_euler("x", -50.0, degrees=True)


def forward_turn() -> Rotation:
    """How the arms-forward stance turns an arm about its shoulder."""
    return Rotation.from_euler("x", -78.0, degrees=True)


def raised_turn(sign: float) -> Rotation:
    """How the arms-up stance turns an arm about its shoulder; sign 1 for the left one, -1 for the right."""
    return Rotation.from_euler("z", sign * (UPPER_ARM_RAISED - UPPER_ARM_OUT), degrees=True)


def girdle_turn(sign: float) -> Rotation:
    """How the arms-up stance turns the shoulder girdle about the inner end of the collarbone."""
    return Rotation.from_rotvec(raised_turn(sign).as_rotvec() * _GIRDLE)


def spread_legs(mesh: BaseMesh, positions: Vec) -> Vec:
    """Hips bent and turned out from the standing pose, so that a camera below sees the perineum."""
    weights = _smoothed(mesh, {b: w.copy() for b, w in mesh.weights.items()}, rounds=20)
    transforms = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        hip = mesh.joint(positions, f"{side.lower()}-upper-leg")
        turn = spread_turn(sign)
        for bone in mesh.weights:
            if bone.endswith("." + side) and bone.startswith(("upperleg", "lowerleg", "foot", "toe")):
                transforms[bone] = (turn, hip - turn.apply(hip))
    return _skin(positions, weights, transforms)


def arms_up(mesh: BaseMesh, positions: Vec) -> Vec:
    """The rest pose standing with the arms lifted outward above the shoulders, so that the armpit lies open.

    It starts from the rest pose, whose arms are half way up, so that the armpit is not turned twice and does not bulge.
    """
    return anatomical(mesh, positions, UPPER_ARM_RAISED)


def arms_forward(mesh: BaseMesh, positions: Vec) -> Vec:
    """Arms lifted to the front from the standing pose, so that a camera at the side sees the ribs."""
    weights = _smoothed(mesh, {b: w.copy() for b, w in mesh.weights.items()}, rounds=20)
    transforms = {}
    for side in ("L", "R"):
        shoulder = mesh.joint(positions, f"{side.lower()}-shoulder")
        turn = forward_turn()
        for bone in mesh.weights:
            if bone.endswith("." + side) and bone.startswith(("upperarm", "lowerarm", "wrist", "finger", "metacarpal")):
                transforms[bone] = (turn, shoulder - turn.apply(shoulder))
    return _skin(positions, weights, transforms)


def parts(mesh: BaseMesh) -> dict[str, Vec]:
    """How much each vertex of the base mesh belongs to a part a view shows, 0..1; limbs are the right one.

    Soft at the edges, so that a picture of a part fades out where the rest is left away.
    """
    raw = mesh.weights
    total = np.maximum(sum(raw.values()), 1e-9)

    def held(*names: str, side: str = "") -> Vec:
        return (
            sum((w for b, w in raw.items() if b.startswith(names) and b.endswith(side)), np.zeros(len(total))) / total
        )

    hand = ("wrist", "finger", "metacarpal")
    arm = ("shoulder01", "upperarm", "lowerarm", *hand)
    leg = ("upperleg", "lowerleg", "foot", "toe")
    shapes = {
        "arm": held(*arm, side=".R"),
        "hand": held(*hand, side=".R") + 0.75 * held("lowerarm02", side=".R"),
        "leg": held(*leg, side=".R") + held("pelvis", side=".R"),
        "foot": held("foot", "toe", side=".R") + 0.8 * held("lowerleg02", side=".R"),
        "sole": held("foot", "toe", side=".R"),
        "trunk": 1.0 - held("upperarm", "lowerarm", *hand),
        "pelvis": held("pelvis", "root", "spine05") + held("upperleg01"),
    }
    limb = held("clavicle", "upperarm", "lowerarm", *hand)
    spine = held("spine", "root", "pelvis", "breast", *leg)
    shapes["head"] = np.clip(1.0 - limb - spine, 0.0, 1.0)
    # A limb's edge is broad, so that it fades as a drawing does; a hand or foot is cut more closely.
    broad = {name: shapes.pop(name) for name in ("arm", "leg")}
    return _smoothed(mesh, shapes, rounds=6, keep_ends=False) | _smoothed(mesh, broad, rounds=22, keep_ends=False)


def _down(out_degrees: float, sign: float, forward: float = 0.0) -> Vec:
    a = np.deg2rad(out_degrees)
    v = np.array([sign * np.sin(a), -np.cos(a), forward])
    return v / np.linalg.norm(v)


def _frame(axis: Vec, second: Vec) -> NDArray[np.float64]:
    a = axis / np.linalg.norm(axis)
    b = second - a * (second @ a)
    b /= np.linalg.norm(b)
    return np.column_stack([a, b, np.cross(a, b)])


def _between(old: NDArray[np.float64], new: NDArray[np.float64]) -> Rotation:
    return Rotation.from_matrix(new @ old.T)


def _swing(a: Vec, b: Vec) -> Rotation:
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    axis = np.cross(a, b)
    s = np.linalg.norm(axis)
    if s < 1e-9:
        return Rotation.identity()
    return Rotation.from_rotvec(axis / s * np.arctan2(s, a @ b))


def _twist(rotation: Rotation, axis: Vec, share: float) -> Rotation:
    """A turn about `axis` by `share` of the angle of `rotation`, which is itself about `axis`."""
    angle = rotation.as_rotvec() @ (axis / np.linalg.norm(axis))
    return Rotation.from_rotvec(axis / np.linalg.norm(axis) * angle * share)


def _arm(mesh: BaseMesh, p: Vec, side: str, sign: float, out: float) -> dict[str, tuple[Rotation, Vec]]:
    s = side.lower()
    joint = lambda name: mesh.joint(p, f"{s}-{name}")  # noqa: E731 - local shorthand
    clavicle, shoulder, elbow, wrist = joint("clavicle"), joint("shoulder"), joint("elbow"), joint("hand")
    index, little, middle = joint("finger-2-1"), joint("finger-5-1"), joint("finger-3-1")
    forearm, upper = wrist - elbow, elbow - shoulder

    arm_swing = _swing(upper, _down(out, sign))
    girdle = Rotation.from_rotvec(arm_swing.as_rotvec() * np.array([0.0, 0.0, _GIRDLE]))
    new_shoulder = clavicle + girdle.apply(shoulder - clavicle)

    forearm_out = out + FOREARM_OUT - UPPER_ARM_OUT
    fore_dir = _down(forearm_out, sign, 0.03)
    fore_swing = _swing(arm_swing.apply(forearm), fore_dir) * arm_swing
    # The palm looks forward: thumb side outward, knuckle line in the frontal plane.
    across = index - little
    hand_axis = middle - wrist
    old = _frame(hand_axis, across)
    hanging = out - UPPER_ARM_OUT
    side_of_thumb = _down(hanging + 90.0, sign, 0.10)
    new = _frame(_down(forearm_out - 3.0, sign, 0.05), side_of_thumb)
    hand = _between(old, new)
    # What the hand turns beyond the forearm's swing is supination, spread along the forearm and a little of the arm.
    swung_across = fore_swing.apply(across)
    wanted = hand.apply(across)
    flat = lambda v: v - fore_dir * (v @ fore_dir)  # noqa: E731
    a, b = flat(swung_across), flat(wanted)
    angle = np.arctan2(fore_dir @ np.cross(a, b), a @ b)
    turn = Rotation.from_rotvec(fore_dir * angle)

    new_elbow = new_shoulder + arm_swing.apply(upper)
    arm_axis = arm_swing.apply(upper) / np.linalg.norm(upper)
    arm_turn = Rotation.from_rotvec(arm_axis * angle * 0.22)
    arm_turn_half = Rotation.from_rotvec(arm_axis * angle * 0.10)
    new_wrist = new_elbow + fore_swing.apply(forearm)

    def about(rotation: Rotation, old_centre: Vec, new_centre: Vec) -> tuple[Rotation, Vec]:
        return rotation, new_centre - rotation.apply(old_centre)

    turns = {
        "clavicle": about(Rotation.from_rotvec(girdle.as_rotvec() * 0.6), clavicle, clavicle),
        "shoulder01": about(girdle, clavicle, clavicle),
        "upperarm01": about(arm_turn_half * arm_swing, shoulder, new_shoulder),
        "upperarm02": about(arm_turn * arm_swing, shoulder, new_shoulder),
        "lowerarm01": about(_twist(turn, fore_dir, 0.45) * fore_swing, elbow, new_elbow),
        "lowerarm02": about(_twist(turn, fore_dir, 0.82) * fore_swing, elbow, new_elbow),
    }
    for bone in mesh.weights:
        if bone.endswith("." + side) and bone.startswith(("wrist", "finger", "metacarpal")):
            turns[bone[:-2]] = about(hand, wrist, new_wrist)
    return {f"{bone}.{side}": t for bone, t in turns.items()}


def _leg(mesh: BaseMesh, p: Vec, side: str, sign: float) -> dict[str, tuple[Rotation, Vec]]:
    s = side.lower()
    hip, ankle = mesh.joint(p, f"{s}-upper-leg"), mesh.joint(p, f"{s}-ankle")
    leg = ankle - hip
    now = np.arctan2(sign * leg[0], -leg[1])
    turn = Rotation.from_rotvec([0.0, 0.0, sign * (np.deg2rad(THIGH_OUT) - now)])
    out: dict[str, tuple[Rotation, Vec]] = {}
    for bone in mesh.weights:
        if not bone.endswith("." + side):
            continue
        if bone.startswith(("upperleg", "lowerleg")):
            out[bone] = (turn, hip - turn.apply(hip))
        elif bone.startswith(("foot", "toe")):  # the sole stays flat on the floor
            new_ankle = hip + turn.apply(leg)
            out[bone] = (Rotation.identity(), new_ankle - ankle)
    return out


def _smoothed(mesh: BaseMesh, weights: dict[str, Vec], rounds: int = 12, keep_ends: bool = True) -> dict[str, Vec]:
    """Skinning weights diffused over the skin, so that shoulder, elbow and groin bend without a pinch."""
    n = len(mesh.positions)
    quads = np.array(mesh.groups["body"])
    a = np.concatenate([quads[:, k] for k in range(4)])
    b = np.concatenate([quads[:, (k + 1) % 4] for k in range(4)])
    graph = coo_matrix((np.ones(2 * len(a)), (np.r_[a, b], np.r_[b, a])), shape=(n, n)).tocsr()
    graph.data[:] = 1.0
    degree = np.maximum(np.asarray(graph.sum(axis=1)).ravel(), 1.0)
    ends = np.zeros(n)
    for bone, w in weights.items():
        if keep_ends and bone.startswith(("finger", "toe", "head", "jaw")):
            ends += w
    keep = (np.clip(ends, 0.0, 1.0) > 0.5) | (np.asarray(graph.sum(axis=1)).ravel() == 0)
    for bone, w in weights.items():
        for _ in range(rounds):
            w = np.where(keep, w, 0.5 * w + 0.5 * (graph @ w) / degree)
        weights[bone] = w
    return weights


def _skin(p: Vec, weights: dict[str, Vec], transforms: dict[str, tuple[Rotation, Vec]]) -> Vec:
    """Dual-quaternion blending (Kavan et al., 2008); what no listed bone holds stays where it is."""
    real = np.zeros((len(p), 4))
    dual = np.zeros((len(p), 4))
    held = np.zeros(len(p))
    for bone, (rotation, shift) in transforms.items():
        w = weights[bone][:, None]
        q = rotation.as_quat()
        q = q if q[3] >= 0 else -q
        real += w * q
        dual += w * 0.5 * _product(np.r_[shift, 0.0], q)
        held += weights[bone]
    total = sum(weights.values())
    still = np.clip(total - held, 0.0, None)[:, None]
    still[total <= 0] = 1.0
    real += still * np.array([0.0, 0.0, 0.0, 1.0])
    norm = np.linalg.norm(real, axis=1, keepdims=True)
    real, dual = real / norm, dual / norm
    moved = Rotation.from_quat(real).apply(p)
    conj = real * np.array([-1.0, -1.0, -1.0, 1.0])
    return moved + 2.0 * _product_rows(dual, conj)[:, :3]


def _product(a: Vec, b: Vec) -> Vec:
    return _product_rows(a[None], b[None])[0]


def _product_rows(a: Vec, b: Vec) -> Vec:
    """Quaternion products row by row, (x, y, z, w)."""
    av, aw, bv, bw = a[:, :3], a[:, 3:], b[:, :3], b[:, 3:]
    return np.hstack([aw * bv + bw * av + np.cross(av, bv), aw * bw - np.sum(av * bv, axis=1, keepdims=True)])
