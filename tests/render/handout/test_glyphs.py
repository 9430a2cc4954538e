"""What would be printed as an empty box is known beforehand."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from atlas import paths
from atlas.render.fonts import font, load_fonts
from atlas.render.handout.glyphs import glyph_named, without_glyph

NOBODYS = "\u0378"  # stands for nothing in any script


def test_only_what_no_typeface_can_draw_is_named(qapp: QGuiApplication) -> None:
    assert load_fonts(paths.FONTS) == []
    qapp.setFont(font())
    assert without_glyph("¿Señor Müller – Łódź? “½ · 5 °C” Ελλάδα Привет\n\tone\u00a0two\u200d\u00ad\ufe0f") == ()
    found = without_glyph(f"a{NOBODYS}b{NOBODYS}\udcff")
    assert found == (NOBODYS, "\udcff") and glyph_named(found) == f"{NOBODYS} (U+0378), U+DCFF"
    assert glyph_named(tuple("abcdefghi")).endswith("h (U+0068), …")
