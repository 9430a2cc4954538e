"""The body coloured by how well the muscles are known that are felt in each region."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from atlas.domain.body.painting import Floats
from atlas.domain.catalog import Catalog
from atlas.domain.choices import Figure
from atlas.domain.scene import Scene
from atlas.render.renderer import Renderer
from atlas.render.study.chart_look import HIGH, LOW, ChartLook, ramp, translate

VIEWS = ("whole-front", "whole-back")
_LIT = 205.0  # of 255: skin as bright as this has the colour itself
_FAINT = 0.25  # of a px that hardly belongs to a coloured region


def known_body(
    pictures: Renderer, catalog: Catalog, known: Mapping[str, float], figure: Figure, tone: str, view: str
) -> QImage:
    """A view of the whole body, half as large as it is baked; `known`: 0..1 by region, others stay as they are."""
    scene = Scene(view=catalog.views[view], figure=figure, tone=tone, palette="print", theme="light")  # a grey body
    base = QImage(pictures.image(scene)).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    skin = pictures.skin(view, figure)
    if skin is None or not known:
        return base
    surface = catalog.surface
    shares = np.array([known.get(region, -1.0) for region in surface.region_ids], np.float32)[surface.region]
    mask = (shares >= 0.0).astype(np.float32)
    pixels = skin.pixels(mask)
    if pixels is None:
        return base
    held: Floats = pixels.values(mask)
    value = np.clip(pixels.values(np.maximum(shares, 0.0)) / np.maximum(held, 1e-3), 0.0, 1.0)[:, None]
    colour = np.array(LOW, np.float32) * (1.0 - value) + np.array(HIGH, np.float32) * value
    seen = np.frombuffer(base.bits(), np.uint8).reshape(base.height(), base.bytesPerLine() // 4, 4)
    grey = seen[pixels.y, pixels.x, :3].mean(axis=1, dtype=np.float32)
    lit = np.clip(grey / _LIT, 0.0, 1.1)[:, None]
    part = np.where(held > _FAINT, held, 0.0)[:, None]
    mixed = np.clip(colour * lit, 0.0, 255.0)[:, ::-1] * part + seen[pixels.y, pixels.x, :3] * (1.0 - part)
    seen[pixels.y, pixels.x, :3] = mixed.astype(np.uint8)
    return base


def draw_scale(painter: QPainter, room: QRectF, look: ChartLook) -> None:
    """What the colours mean, in a line."""
    metrics = painter.fontMetrics()
    few, well = translate("StudyChart", "hardly known"), translate("StudyChart", "well known")
    left, right = metrics.horizontalAdvance(few) + 8.0, metrics.horizontalAdvance(well) + 8.0
    bar = room.adjusted(left, room.height() * 0.25, -right, -room.height() * 0.25)
    painter.setPen(look.muted)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, few)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, well)
    steps = 24
    for k in range(steps):
        cell = QRectF(bar.x() + bar.width() * k / steps, bar.y(), bar.width() / steps + 1.0, bar.height())
        painter.fillRect(cell, ramp((k + 0.5) / steps))
