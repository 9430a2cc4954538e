"""Places the bones of arm and leg between joints: each bone has its own frame, so that joints meet by construction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from art.bone_fit import F, Frame, Move, ball, between, shifted, unit, warp
from art.skeleton_aims import Body, Model, farthest

DOWN = np.array([0.0, -1.0, 0.0])
INWARD = np.array([1.0, 0.0, 0.0])  # of a right limb
_HEAD = 24.5  # mm from the socket to the middle of the head in it
_CAPITULUM = 12.0  # mm from its middle to the head of the radius
_KNEE_OUT = 0.07  # how far the knee looks outward: its slope against straight ahead


def low_end(points: F, share: float = 0.04) -> F:
    """Points of the lowest `share` of a bone."""
    return points[points[:, 1] < points[:, 1].min() + share * np.ptp(points[:, 1])]


def high_end(points: F, share: float = 0.04) -> F:
    return points[points[:, 1] > points[:, 1].max() - share * np.ptp(points[:, 1])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """A round head's centre and the middle of the far hinge, with the way from its outer to its inner side."""

    head: F
    radius: float
    hinge: F
    inward: F


def humerus_ends(points: F) -> Ends:
    top = farthest(points, (0.6, 1.0, 0.0), lambda q: q[:, 1] > 0.8)
    head, radius = ball(points[points[:, 1] > points[:, 1].max() - 48.0], shifted(top, -8.0, -16.0), 22.0)
    lower = points[points[:, 1] < points[:, 1].min() + 0.15 * np.ptp(points[:, 1])]
    inner, outer = lower[np.argmax(lower[:, 0])], lower[np.argmin(lower[:, 0])]
    return Ends(head=head, radius=radius, hinge=0.5 * (inner + outer), inward=inner - outer)


def socket(scapula: F, normals: F) -> F:
    """Where the middle of the upper arm's head belongs: before the face that looks outward and forward."""
    out = unit(np.array([-0.85, 0.0, 0.5]))
    rim = farthest(scapula, (-1.0, 0.0, 0.2), lambda q: (q[:, 1] > 0.46) & (q[:, 1] < 0.73))
    face = (np.linalg.norm(scapula - rim, axis=1) < 30.0) & (normals @ out > 0.85)
    return np.asarray(scapula[face].mean(axis=0) + _HEAD * unit(normals[face].mean(axis=0)))


def femur_ends(points: F) -> Ends:
    top = farthest(points, (0.8, 1.0, 0.0), lambda q: q[:, 1] > 0.8)
    head, radius = ball(points[points[:, 1] > points[:, 1].max() - 60.0], shifted(top, -12.0, -16.0), 23.0)
    lower = points[points[:, 1] < points[:, 1].min() + 0.09 * np.ptp(points[:, 1])]
    inner, outer = lower[np.argmax(lower[:, 0])], lower[np.argmin(lower[:, 0])]
    return Ends(head=head, radius=radius, hinge=0.5 * (inner + outer), inward=inner - outer)


def place_humerus(model: Model, body: Body, head: F) -> tuple[Move, F]:
    """From the head's place in the socket to the elbow; also the elbow's middle."""
    ends = humerus_ends(model["humerus"])
    inner, outer = body.under("medial-epicondyle", 8.0), body.under("lateral-epicondyle", 9.0)
    elbow = 0.5 * (inner + outer)
    across = float(np.linalg.norm(inner - outer) / np.linalg.norm(ends.inward))
    source = Frame(near=ends.head, far=ends.hinge, second=ends.inward)
    target = Frame(near=head, far=elbow, second=inner - outer)
    return between(source, target, float(np.clip(across, 0.85, 1.1))), elbow


def place_forearm(model: Model, body: Body, lay: Move) -> dict[str, Move]:
    """Ulna and radius, from the upper arm's joint faces, laid by `lay`, to the styloids; the palm looks forward."""
    arm, ulna, radius = model["humerus"], model["ulna"], model["radius"]
    humerus = lay(arm)
    ends, source = humerus_ends(humerus), humerus_ends(arm)
    outer_tip, inner_tip = body.under("radial-styloid", 6.0), body.under("ulnar-styloid", 6.0)
    inward = inner_tip - outer_tip
    width = float(np.linalg.norm(ends.inward) / np.linalg.norm(source.inward))
    down = unit(0.5 * (outer_tip + inner_tip) - ends.hinge)
    trochlea, capitulum = (lay(_axle(arm, source.hinge, side)[None])[0] for side in (0.05, -0.21))
    low_ulna, low_radius = low_end(ulna, 0.015).mean(axis=0), low_end(radius, 0.03)
    radius_tip = low_radius[np.argmin(low_radius[:, 0] + 0.4 * low_radius[:, 1])]
    tops = high_end(radius, 0.02)
    wide = low_end(radius, 0.08)
    broad = wide[np.argmax(wide[:, 0])] - wide[np.argmin(wide[:, 0])]
    head_source = tops.mean(axis=0)
    head_target = capitulum + _CAPITULUM * width * down
    for _ in range(3):  # the head of the radius is brought up to the capitulum
        laid = _radius(head_source, radius_tip, broad, head_target, outer_tip, inward, width)(high_end(radius, 0.1))
        away = float(cKDTree(humerus).query(laid)[0].min())
        head_target = head_target - (away - 2.5) * down
    return {
        "ulna": between(
            Frame(near=_notch(ulna), far=low_ulna, second=INWARD),
            Frame(near=trochlea, far=inner_tip, second=ends.inward),
            width,
        ),
        "radius": _radius(head_source, radius_tip, broad, head_target, outer_tip, inward, width),
    }


def _axle(humerus: F, hinge: F, side: float) -> F:
    """The middle of a joint face at the elbow: of the trochlea (inner `side`) or the capitulum (outer side).

    `side`: how far inward of the hinge's middle, in widths of the hinge.
    """
    wide = np.ptp(humerus[humerus[:, 1] < hinge[1] + 20.0][:, 0])
    middle = hinge[0] + side * wide
    face = humerus[(humerus[:, 1] < hinge[1] + 11.0) & (np.abs(humerus[:, 0] - middle) < 0.12 * wide)]
    flat = np.array([0.0, 1.0, 1.0])
    found, _ = ball(face * flat, shifted(hinge * flat, 0.0, -3.0, 4.0), 11.0)
    return np.array([middle, found[1], found[2]])


def _notch(ulna: F) -> F:
    """The middle of the ring that the ulna lays around the trochlea."""
    top = high_end(ulna, 0.2)
    flat = np.array([0.0, 1.0, 1.0])
    found, _ = ball(top * flat, np.zeros(3), 11.0)
    beak = top[np.argmax(top[:, 2])]
    return np.array([beak[0], found[1], found[2]])


def _radius(head: F, tip: F, broad: F, head_aim: F, tip_aim: F, inward: F, thickness: float) -> Move:
    source = Frame(near=head, far=tip, second=broad)
    return between(source, Frame(near=head_aim, far=tip_aim, second=inward), thickness)


def long_ends(points: F, toward: F) -> tuple[F, F]:
    """Near and far end of a small long bone lying along `toward`: middles of its two end caps."""
    along = points @ unit(toward)
    reach = np.ptp(along)
    near, far = points[along < along.min() + 0.10 * reach], points[along > along.max() - 0.10 * reach]
    return near.mean(axis=0), far.mean(axis=0)


def place_thigh(model: Model, body: Body, head: F) -> dict[str, Move]:
    """Femur and kneecap, from the hip's socket to the joint line of the knee."""
    ends = femur_ends(model["femur"])
    inner, outer = body.under("knee-medial-joint-line", 12.0), body.under("knee-lateral-joint-line", 12.0)
    line = 0.5 * (inner[1] + outer[1])
    knee = body.joint("knee")
    inward = np.array([1.0, 0.0, _KNEE_OUT])
    width = float(np.linalg.norm(outer - inner))
    across = float(np.clip(width / np.linalg.norm(ends.inward), 0.85, 1.12))
    bottom = low_end(model["femur"], 0.01).mean(axis=0)[1]
    hinge = np.array([knee[0], line + 2.0 + (ends.hinge[1] - bottom) * across, knee[2]])
    femur = between(
        Frame(near=ends.head, far=ends.hinge, second=ends.inward), Frame(near=head, far=hinge, second=inward), across
    )
    patella = model["patella"]
    at = body.under("patella-centre", 6.0)
    at[0] = knee[0] + 0.35 * (at[0] - knee[0])  # it glides in its groove, wherever the skin's bump is
    ahead = 0.5 * (patella.min(axis=0) + patella.max(axis=0))
    ahead[2] = patella[:, 2].max()
    ahead_way = unit(np.array([-_KNEE_OUT, 0.0, 1.0]))
    turn = np.column_stack([np.cross(-DOWN, ahead_way), -DOWN, ahead_way])

    def cap(points: F) -> F:
        return np.asarray(across * (points - ahead) @ turn.T + at)

    return {"femur": femur, "patella": cap}


def place_shank(model: Model, body: Body, femur: F) -> dict[str, Move]:
    """Tibia and fibula together, from the placed femur to the malleoli."""
    ends = femur_ends(femur)
    tibia, fibula = model["tibia"], model["fibula"]
    plateau = high_end(tibia, 0.05)
    top = np.array([*(0.5 * (plateau.min(axis=0) + plateau.max(axis=0)))])
    top[1] = plateau[:, 1].max()
    inner, outer = low_end(tibia, 0.1), low_end(fibula, 0.1)
    inner_tip, outer_tip = inner[np.argmax(inner[:, 0])], outer[np.argmin(outer[:, 0])]
    inner_aim, outer_aim = body.under("medial-malleolus", 5.0), body.under("lateral-malleolus", 5.0)
    mid = 0.5 * (low_end(femur, 0.01).mean(axis=0) + ends.hinge)
    start = np.array([mid[0], low_end(femur, 0.01)[:, 1].min() + 8.0, ends.hinge[2] - 2.0])
    source = Frame(near=top, far=0.5 * (inner_tip + outer_tip), second=inner_tip - outer_tip)
    target = Frame(near=start, far=0.5 * (inner_aim + outer_aim), second=inner_aim - outer_aim)
    knee_width = float(np.linalg.norm(ends.inward)) / 84.0
    move = between(source, target, float(np.clip(knee_width, 0.85, 1.1)))
    pairs = [
        (inner_tip, inner_aim),
        (outer_tip, outer_aim),
        (top, start),
        (
            farthest(tibia, (0.0, 0.0, 1.0), lambda q: (q[:, 1] > 0.82) & (q[:, 1] < 0.93)),
            body.under("tibial-tuberosity", 6.0),
        ),
        (farthest(fibula, (-1.0, 0.6, 0.0), lambda q: q[:, 1] > 0.85), body.under("fibular-head", 9.0)),
    ]
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    bend = warp(move(a), b, 3000.0)

    def both(points: F) -> F:
        return bend(move(points))

    return {"tibia": both, "fibula": both}


def plafond(tibia: F) -> F:
    """The middle of the tibia's lower joint face, between the malleoli."""
    end = low_end(tibia, 0.12)
    middle = 0.5 * (end.min(axis=0) + end.max(axis=0))
    near = tibia[(np.abs(tibia[:, 0] - middle[0]) < 9.0) & (np.abs(tibia[:, 2] - middle[2]) < 9.0)]
    return np.array([middle[0], near[:, 1].min(), middle[2]])


def place_foot(model: Model, body: Body, tibia: F) -> dict[str, Move]:
    """Ankle, heel and midfoot by one warp; metatarsals and toes from joint to joint."""
    joints = {(k, j): body.joint(f"toe-{k}-{j}") for k in range(1, 6) for j in range(1, 5) if (k, j) != (1, 4)}
    for k in range(1, 6):  # the balls of the toes stand on the sole's pad, lower than the middle of the flesh
        joints[k, 1] = joints[k, 1] - [0.0, 5.0, 0.0]
    ahead = np.array([0.0, -0.2, 1.0])
    heads = {k: long_ends(model[f"metatarsal-{k}"], ahead)[1] for k in range(1, 6)}
    talus = model["talus"]
    dome = high_end(talus, 0.1).mean(axis=0)
    dome[1] = talus[:, 1].max()
    mortise = plafond(tibia) - [0.0, 1.5, 0.0]
    pairs = [
        (dome, mortise),
        (model.far("calcaneus", (0.0, -0.2, -1.0)), body.under("heel-back-centre", 11.0)),
        (model.far("calcaneus", (0.0, -1.0, -0.5)), body.under("heel-sole-centre", 15.0)),
        (model.far("navicular", (1.0, -0.4, 0.0)), body.under("navicular-tuberosity", 9.0)),
        (model.far("metatarsal-5", (-1.0, 0.0, -0.6)), body.under("mt5-base", 9.0)),
        *((heads[k], joints[k, 1] + [0.0, 0.0, -3.0]) for k in range(1, 6)),
    ]
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    ball_source, ball_target = np.mean(list(heads.values()), axis=0), np.mean([joints[k, 1] for k in heads], axis=0)
    source = Frame(near=a[1], far=ball_source, second=heads[1] - heads[5])
    target = Frame(near=b[1], far=ball_target, second=joints[1, 1] - joints[5, 1])
    lay = between(source, target)
    floor, top = lay(a[[2]])[0, 1], lay(a[[0]])[0, 1]
    rise = (b[0, 1] - b[2, 1]) / (top - floor)

    def first(points: F) -> F:
        laid = lay(points)
        laid[:, 1] = b[2, 1] + rise * (laid[:, 1] - floor)
        return laid

    bend = warp(first(a), b, 20000.0)

    def whole(points: F) -> F:
        return bend(first(points))

    wedges = [f"cuneiform-{k}" for k in ("medial", "intermediate", "lateral")]
    tarsals = ("talus", "calcaneus", "navicular", "cuboid", *wedges)
    out: dict[str, Move] = dict.fromkeys((*tarsals, *(f"metatarsal-{k}" for k in range(1, 6))), whole)
    up = np.array([0.0, 1.0, 0.0])
    for k in range(1, 6):
        kinds = ("proximal", "distal") if k == 1 else ("proximal", "middle", "distal")
        tip = body.under("hallux-tip" if k == 1 else f"toe{k}-tip", 6.0)
        spots = [joints[k, j] for j in range(1, len(kinds) + 1)] + [tip]
        before = heads[k]
        for number, kind in enumerate(kinds):
            name = f"toe-{kind}-{k}"
            bone = model[name]
            near, far = long_ends(bone, bone.mean(axis=0) - before)
            before = far
            way = unit(spots[number + 1] - spots[number])
            frame = Frame(near=near, far=far, second=up)
            aim = Frame(near=spots[number] + 1.0 * way, far=spots[number + 1] - 0.7 * way, second=up)
            stretch = aim.length / frame.length
            out[name] = between(frame, aim, float(np.clip(stretch, 0.9, 1.25)))
    return out
