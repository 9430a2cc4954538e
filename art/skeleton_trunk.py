"""Places the bones of trunk and head: spine, ribs and breastbone, hip bones and sacrum, shoulder girdle, skull, jaw."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator

from art.bone_fit import F, Frame, Move, between, shifted, similarity, symmetric_similarity, warp
from art.bone_meshes import HYOID_SIDE
from art.rasterise import vertex_normals
from art.skeleton_aims import Body, Model, farthest
from art.skeleton_limbs import femur_ends, socket

_LEVELS = tuple(f"{part}{k}" for part, count in (("c", 7), ("t", 12), ("l", 5)) for k in range(1, count + 1))
_SIDE_SHARE, _ANGLE_SHARE = (0.10, 0.40), 0.2  # of the way to their landmarks, ribs 4 to 10
# How deep the tips of the spines lie, mm: they are buried at the nape and the loin, and bare at the vertebra prominens.
_SPINE_DEPTH = {"c1": 34, "c2": 18, "c3": 24, "c4": 24, "c5": 22, "c6": 16, "c7": 9, "l1": 11, "l2": 12, "l3": 13}
_SPINE_DEPTH |= {"l4": 13, "l5": 14}


def _tip(model: Model, level: str) -> F:
    tip = model.far(level, (0.0, -0.25, -1.0), lambda q: q[:, 0] > 0.88)
    return np.array([0.0, tip[1], tip[2]])


def place_spine(model: Model, body: Body, pelvis: Move) -> dict[str, Move]:
    """Each vertebra goes to its spine's place on a smooth curve under the landmarks, turned with it, sized by it.

    The lowest two lean on the placed sacrum too: the figures' loins differ more in length than bones do.
    """
    names = list(_LEVELS)
    tips = np.array([_tip(model, level) for level in _LEVELS] + [_sacral_spine(model)])
    aims = np.array(
        # Straight in from behind: under the occiput the skin looks down, and its normal would lead into the skull.
        [
            *(shifted(body.on(f"{level}-spine"), z=_SPINE_DEPTH.get(level, 9.0)) for level in _LEVELS),
            pelvis(tips[-1:])[0],
        ]
    )
    for level, share in (("l2", 0.1), ("l3", 0.3), ("l4", 0.6), ("l5", 0.95)):
        number = _LEVELS.index(level)
        aims[number] += share * (pelvis(tips[[number]])[0] - aims[number])
    along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(tips, axis=0), axis=1))]
    u = 2.0 * along / along[-1] - 1.0
    curve = [[np.polynomial.Polynomial.fit(u, p[:, k], 7) for k in (1, 2)] for p in (tips, aims)]
    out: dict[str, Move] = {}
    for number, name in enumerate(names):
        at = [np.array([0.0, c[0](u[number]), c[1](u[number])]) for c in curve]
        slope = [np.array([c[0].deriv()(u[number]), c[1].deriv()(u[number])]) for c in curve]
        angle = np.arctan2(slope[1][1], slope[1][0]) - np.arctan2(slope[0][1], slope[0][0])
        scale = float(np.clip(np.linalg.norm(slope[1]) / np.linalg.norm(slope[0]), 0.80, 1.35))
        out[name] = _turned_about(tips[number], at[1], scale, float(angle))
    return out


def _turned_about(source: F, target: F, scale: float, angle: float) -> Move:
    c, s = np.cos(angle), np.sin(angle)
    broad = float(np.clip(scale, 0.9, 1.12))  # a longer spine has taller vertebrae, not ones as much broader
    turn = np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]]) @ np.diag([broad, scale, broad])

    def move(points: F) -> F:
        return np.asarray((points - source) @ turn.T + target)

    return move


def _sacral_spine(model: Model) -> F:
    back = model.far("sacrum", (0.0, 0.0, -1.0), lambda q: (q[:, 0] > 0.9) & (q[:, 1] > 0.80) & (q[:, 1] < 0.92))
    return np.array([0.0, back[1], back[2]])


def place_ribs(model: Model, body: Body, spine: dict[str, Move]) -> Move:
    """One warp for ribs, cartilages and breastbone, held by the vertebrae behind and the landmarks in front."""
    pairs: list[tuple[F, F]] = []
    for k in range(1, 13):
        points = model[f"rib-{k}"]
        head = points[np.argmax(points[:, 0])]
        behind = points[points[:, 2] < head[2] + 30.0]
        back = behind[np.argmin(np.abs(behind[:, 0] - head[0] + 30.0))]
        pairs += [(one, spine[f"t{k}"](one[None])[0]) for one in (head, back)]
    sternum = model["sternum"]
    middle = sternum[sternum[:, 0] > -8.0]
    top = middle[np.argmax(middle[:, 1])]
    notch = np.array([0.0, top[1], top[2]])
    pairs.append((notch, np.r_[0.0, body.under("manubrium-top", 7.0)[1:]]))
    angle = _front_at(model, notch[1] - 48.0)
    pairs.append((angle, body.under("sternal-angle", 6.0)))
    tip = middle[np.argmin(middle[:, 1] + 0.5 * np.abs(middle[:, 0]))]
    pairs.append((np.r_[0.0, tip[1:]], body.under("xiphoid-tip", 11.0)))
    low_rib = sternum[np.argmin(sternum[:, 1])]
    pairs.append((low_rib, body.under("costal-margin-midclavicular", 14.0)))
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    first = symmetric_similarity(a, b)
    pairs += _rib_sides(model, body, first)
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    bend = warp(first(a), b, 150.0, mirrored=True)
    return lambda points: bend(first(points))


def _rib_sides(model: Model, body: Body, first: Move) -> list[tuple[F, F]]:
    """Where the ribs' sides and angles go: under the flank, and as far down as spine and breastbone leave them.

    The landmarks that name a rib were laid by the levels of nipple, xiphoid and spines, which differ from figure to
    figure; the upper ones lie up to a rib low. So a rib goes part of the way to them, the lowest ones most of it.
    """
    sides = {k: body.on(f"rib{k}-midaxillary") for k in (4, 5, 6, 9, 10)}
    flank = np.array(list(sides.values()))[::-1]
    angles = {k: body.on(f"rib{k}-angle")[1] for k in (2, 5, 8, 11)}
    pairs = []
    for rib in range(4, 11):
        points = model[f"rib-{rib}"]
        side, behind = points[np.argmin(points[:, 0])], points[np.argmin(points[:, 2])]
        at, back = first(side[None])[0], first(behind[None])[0]
        level = float(np.interp(rib, list(sides), [p[1] for p in sides.values()]))
        y = at[1] + float(np.interp(rib, (4, 10), _SIDE_SHARE)) * (level - at[1])
        wide, deep = (float(np.interp(y, flank[:, 1], flank[:, k])) for k in (0, 2))
        inside = float(np.interp(rib, (4, 5, 6, 7), (20.0, 18.0, 17.0, 16.0)))
        pairs.append((side, np.array([wide + inside, y, 0.5 * (at[2] + deep)])))
        level = float(np.interp(rib, list(angles), list(angles.values())))
        pairs.append((behind, shifted(back, y=_ANGLE_SHARE * (level - back[1]))))
    tip = farthest(model["rib-12"], (-1.0, -0.5, 0.0))
    return [*pairs, (tip, 0.6 * first(tip[None])[0] + 0.4 * body.under("rib12-tip", 22.0))]


def _front_at(model: Model, height: float) -> F:
    sternum = model["sternum"]
    near = sternum[(sternum[:, 0] > -6.0) & (np.abs(sternum[:, 1] - height) < 6.0)]
    front = near[np.argmax(near[:, 2])]
    return np.array([0.0, height, front[2]])


def place_pelvis(model: Model, body: Body) -> Move:
    """One warp for both hip bones and the sacrum."""
    hip = "hip-bone"
    tuberosity = model.far(hip, (-0.4, -1.0, -0.6))
    pubis = model.far(hip, (1.0, 0.0, 0.35), lambda q: q[:, 1] < 0.28)
    tubercle = model.far(hip, (-0.15, 0.6, 1.0), lambda q: q[:, 1] < 0.30)
    coccyx = model.far("sacrum", (0.0, -1.0, 0.0), lambda q: q[:, 0] > 0.9)
    pairs = [
        (model.far(hip, (-0.3, 0.2, 1.0), lambda q: q[:, 1] > 0.5), body.under("asis", 11.0)),
        (model.far(hip, (-0.45, 1.0, 0.0)), shifted(body.under("iliac-crest-top", 12.0), x=28.0)),
        (model.far(hip, (-1.0, 0.3, 0.2), lambda q: q[:, 1] > 0.6), body.under("iliac-tubercle", 11.0)),
        (model.far(hip, (0.2, 0.1, -1.0), lambda q: q[:, 1] > 0.5), body.under("psis", 18.0)),
        (tuberosity, shifted(body.under("ischial-tuberosity", 26.0), z=28.0)),
        (tubercle, body.under("pubic-tubercle", 15.0)),
        (pubis, np.array([-3.0, *(body.under("pubic-symphysis-top", 18.0)[1:] - [14.0, 0.0])])),
        (_sacral_spine(model), body.under("s1-spine", 12.0)),
        (np.r_[0.0, coccyx[1:]], body.under("coccyx-tip", 7.0)),
    ]
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    first = symmetric_similarity(a, b)
    # The hip's height and depth also by the figure's own joint and the trochanter felt at its side.
    hip_source = femur_ends(model["femur"]).head
    x, y, z = first(hip_source[None])[0]
    joint = np.array([x, 0.5 * (y + body.joint("upper-leg")[1]), 0.5 * (z + body.on("greater-trochanter-side")[2])])
    a, b = np.vstack([a, hip_source]), np.vstack([b, joint])
    bend = warp(first(a), b, 5000.0, mirrored=True)
    return lambda points: bend(first(points))


def socket_of(model: Model) -> F:
    """Where the middle of the upper arm's head belongs in the model's shoulder blade."""
    blade = model.bones["scapula"]
    return socket(blade.points, vertex_normals(blade.points, blade.faces))


def place_girdle(model: Model, body: Body) -> dict[str, Move]:
    """Collarbone and shoulder blade, by their landmarks."""
    out = {"clavicle": _place_clavicle(model["clavicle"], body)}
    blade = "scapula"
    pairs = [
        (model.far(blade, (-1.0, 0.3, 0.0), lambda q: q[:, 1] > 0.6), body.under("acromion-tip", 8.0)),
        (
            model.far(blade, (-0.8, 0.3, -1.0), lambda q: (q[:, 1] > 0.6) & (q[:, 0] < 0.3)),
            body.under("acromion-back", 8),
        ),
        (model.far(blade, (0.0, -1.0, 0.0)), body.under("scapula-inferior-angle", 15.0)),
        (
            model.far(blade, (0.6, 1.0, 0.0), lambda q: q[:, 0] > 0.4),
            shifted(body.under("scapula-superior-angle", 16.0), -14.0, 8.0),
        ),
        (
            model.far(blade, (1.0, 0.0, -0.3), lambda q: (q[:, 1] > 0.55) & (q[:, 1] < 0.8)),
            body.under("scapula-spine-root", 14.0),
        ),
        (model.far(blade, (0.0, 0.0, 1.0)), body.under("coracoid-tip", 20.0)),
        (socket_of(model), shifted(body.joint("shoulder"), 2.0, 8.0, -4.0)),
    ]
    return out | {blade: _by_pairs(pairs, 2500.0)}


def _place_clavicle(clavicle: F, body: Body) -> Move:
    """From end to end, then shifted along its length to where it is felt: its bend is the figure's."""
    ends = [clavicle[np.argmax(clavicle[:, 0])], clavicle[np.argmin(clavicle[:, 0])]]
    names = ("medial-end", "quarter", "middle", "three-quarters", "lateral-end")
    aims = np.array([body.under(f"clavicle-{name}", 11.0 if name == "medial-end" else 9.0) for name in names])
    up = np.array([0.0, 1.0, 0.0])
    source, target = (Frame(near=e[0], far=e[-1], second=up) for e in (ends, aims))
    lay = between(source, target)
    axis = target.axes()[:, 0]
    laid = lay(clavicle)
    at = (aims - aims[0]) @ axis
    along = (laid - aims[0]) @ axis
    middles = np.array([aims[0], *(laid[np.abs(along - a) < 6.0].mean(axis=0) for a in at[1:-1]), aims[-1]])
    shift = PchipInterpolator(at, aims - middles)

    def move(points: F) -> F:
        moved = lay(points)
        return np.asarray(moved + shift(np.clip((moved - aims[0]) @ axis, at[0], at[-1])))

    return move


def _by_pairs(pairs: list[tuple[F, F]], stiffness: float) -> Move:
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    first = similarity(a, b)
    bend = warp(first(a), b, stiffness)
    return lambda points: bend(first(points))


def place_head(model: Model, body: Body) -> Move:
    """One warp for skull and jaw, so that the teeth stay in their bite."""
    skull, jaw = "skull", "mandible"
    middle = lambda q: q[:, 0] > 0.93  # noqa: E731 - local shorthand
    pairs = [
        (model.far(skull, (0.0, 1.0, 0.0)), body.under("vertex-top", 6.0)),
        (model.far(skull, (0.0, 0.0, 1.0), lambda q: middle(q) & (q[:, 1] > 0.56)), body.under("glabella", 5.5)),
        (model.far(skull, (0.0, -0.5, -1.0), lambda q: middle(q) & (q[:, 1] < 0.45)), body.under("inion", 8.0)),
        (
            model.far(skull, (-1.0, 0.0, 0.0), lambda q: (q[:, 1] > 0.12) & (q[:, 1] < 0.32) & (q[:, 2] > 0.5)),
            body.under("zygomatic-arch-middle", 8.0),
        ),
        (
            model.far(skull, (-0.6, 0.0, 1.0), lambda q: (q[:, 1] > 0.10) & (q[:, 1] < 0.30) & (q[:, 0] < 0.55)),
            body.under("cheekbone-prominence", 11.0),
        ),
        (
            model.far(skull, (-1.0, 0.0, 0.8), lambda q: (q[:, 1] > 0.38) & (q[:, 1] < 0.56) & (q[:, 2] > 0.7)),
            body.under("brow-outer", 5.0),
        ),
        (
            model.far(skull, (-0.3, -1.0, 0.0), lambda q: (q[:, 0] < 0.6) & (q[:, 2] < 0.6)),
            body.under("mastoid-tip", 10.0),
        ),
        (model.far(jaw, (0.0, -0.5, 1.0), lambda q: q[:, 0] > 0.85), shifted(body.under("chin-tip", 10.0), y=-4.0)),
        (model.far(jaw, (-1.0, -0.6, -0.6)), body.under("jaw-angle", 10.0)),
        (model.far(jaw, (-0.2, 1.0, -1.0)), body.under("jaw-joint", 16.0)),
        (
            model.far(skull, (0.0, 0.0, 1.0), lambda q: (q[:, 0] > 0.8) & (q[:, 1] < 0.22)),
            body.under("upper-lip-front", 14.0),
        ),
    ]
    pairs = [(np.r_[0.0 if abs(a[0]) < 6.0 else a[0], a[1:]], b) for a, b in pairs]
    a, b = (np.array([p[k] for p in pairs]) for k in (0, 1))
    first = symmetric_similarity(a, b)
    bend = warp(first(a), b, 300.0, mirrored=True)
    bent = bend(first(model[skull]))
    temple = body.on("temple-centre")
    low = body.on("glabella")[1] - 8.0
    for _ in range(2):  # the vault then follows the scalp
        depth, out = body.skin.depth(bent)
        outer = ((bent - bent.mean(axis=0)) * out).sum(axis=1) > 0.82 * np.linalg.norm(bent - bent.mean(axis=0), axis=1)
        high = (bent[:, 1] > low) & (depth < 32.0) & (np.linalg.norm(bent - temple, axis=1) > 40.0)
        vault = np.flatnonzero(outer & high)[::9]
        face = np.flatnonzero(bent[:, 1] < low - 6.0)[::25]
        spots = np.vstack([bent[vault], bent[face]])
        aims = np.vstack([bent[vault] + out[vault] * (depth[vault] - 7.0)[:, None], bent[face]])
        lift = warp(spots, aims, 300.0, mirrored=True)
        bend = _then(bend, lift)
        bent = bend(first(model[skull]))
    return lambda points: bend(first(points))


def _then(first: Move, second: Move) -> Move:
    return lambda points: second(first(points))


def place_hyoid(body: Body) -> Move:
    """The hyoid hangs between its felt body and horns; it is as wide and deep as they are apart."""
    front, side = body.under("hyoid-middle", 9.0), body.under("hyoid-side", 9.0)
    size = np.array([side[0] / HYOID_SIDE[0], 1.0, (side[2] - front[2]) / HYOID_SIDE[2]])
    size[2] = np.clip(size[2], 0.8, 1.3)
    tilt = (side[1] - front[1]) / (side[2] - front[2])

    def move(points: F) -> F:
        sized = points * size
        sized[:, 1] += front[1] + tilt * sized[:, 2]
        sized[:, 2] += front[2]
        return np.asarray(sized)

    return move
