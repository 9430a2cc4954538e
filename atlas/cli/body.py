"""Commands about the body: regions, views, where."""

from __future__ import annotations

import argparse

from atlas.cli.answers import Refused, catalog_of, exit_code, known, print_json


def list_regions(asked: argparse.Namespace) -> int:
    """`atlas regions`: id and label of every region of the skin. Returns the exit code."""
    regions = catalog_of(asked).regions
    if asked.json:
        keys = ("id", "label", "parent", "midline", "where", "covered")
        print_json([{k: getattr(r, k) for k in keys} for r in regions.values()])
    else:
        width = max((len(r) for r in regions), default=0)
        for region in regions.values():
            print(f"{region.id:<{width}}  {region.label}")
    return exit_code(asked, asked.places.regions)


def list_views(asked: argparse.Namespace) -> int:
    """`atlas views`: id and name of every picture of the body. Returns the exit code."""
    views = catalog_of(asked).views
    if asked.json:
        keys = ("id", "name", "group", "mirrored_from", "mm_per_px")
        print_json([{k: getattr(v, k) for k in keys} for v in views.values()])
    else:
        width = max(len(v) for v in views)
        for view in views.values():
            print(f"{view.id:<{width}}  {view.name}")
    return exit_code(asked, asked.places.views, asked.places.cameras("female"))


def find_point(asked: argparse.Namespace) -> int:
    """`atlas where`: vertex, region and nearest landmark (mm) of a point. Returns the exit code; raises Refused."""
    from atlas.content.baked.body import STAND_IN
    from atlas.content.point_syntax import NotAPoint, parse_point

    catalog = catalog_of(asked)
    surface = catalog.surface
    if surface.version == STAND_IN:
        raise Refused("Without the body no point can be found.")
    try:
        point = parse_point(asked.point)
    except NotAPoint as error:
        raise Refused(f"{error}.") from error
    for landmark in (point.landmark, point.towards or point.landmark):
        known(landmark, surface.landmarks, "landmark")
    at = surface.place(point)
    vertex = surface.nearest(at)
    near = min(surface.landmarks, key=lambda name: float(((surface.points[surface.vertex(name)] - at) ** 2).sum()))
    away = float(((surface.points[surface.vertex(near)] - at) ** 2).sum()) ** 0.5
    found = {"vertex": vertex, "region": surface.region_ids[int(surface.region[vertex])]}
    side = "left" if surface.points[vertex, 0] > 0 else "right"
    if asked.json:
        print_json({**found, "side": side, "nearest_landmark": near, "mm": round(away, 1)})
    else:
        on = "" if found["region"] in surface.midline_ids else f", {side}"
        print(f"vertex {vertex}, in {found['region']}{on}; {away:.0f} mm from {near}")
    return exit_code(asked, asked.places.landmarks, asked.places.regions)
