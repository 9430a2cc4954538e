"""The window's colours, light and dark, as a Qt palette and a style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from atlas.render.colours import PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeColours:
    """One theme. `paper` lies behind the body, `pane` behind text; `wash` marks what is chosen.

    `amber` is for warnings about someone's health alone; what went wrong with a file stands on `slate`.
    """

    pane: str
    paper: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    wash: str
    hover: str
    amber: str
    amber_ink: str
    slate: str
    slate_ink: str
    veil: str


def _hex(rgb: tuple[int, int, int]) -> str:
    return QColor(*rgb).name()


THEME_COLOURS: Mapping[str, ThemeColours] = {
    "light": ThemeColours(
        pane="#ffffff",
        paper=_hex(PAPER["light"]),
        ink="#1e2326",
        muted="#5c646a",
        line="#e4e1da",
        accent="#0f6e6e",
        on_accent="#ffffff",
        wash="#e2efee",
        hover="#f3f4f2",
        amber="#fff2df",
        amber_ink="#573704",
        slate="#e7ebf1",
        slate_ink="#26323f",
        veil="rgba(30, 35, 38, 90)",
    ),
    "dark": ThemeColours(
        pane="#16181a",
        paper=_hex(PAPER["dark"]),
        ink="#eceae5",
        muted="#a7adb2",
        line="#34393d",
        accent="#63c7c1",
        on_accent="#0c2424",
        wash="#1f3b3b",
        hover="#222629",
        amber="#3b2d14",
        amber_ink="#f6dcac",
        slate="#29323c",
        slate_ink="#d6dfe9",
        veil="rgba(0, 0, 0, 140)",
    ),
    "contrast": ThemeColours(
        pane="#000000",
        paper=_hex(PAPER["contrast"]),
        ink="#ffffff",
        muted="#ffffff",
        line="#ffffff",
        accent="#ffe14a",
        on_accent="#000000",
        wash="#3a3400",
        hover="#1c1c1c",
        amber="#ffe14a",
        amber_ink="#000000",
        slate="#1c1c1c",
        slate_ink="#ffffff",
        veil="rgba(0, 0, 0, 200)",
    ),
}


def palette(colours: ThemeColours) -> QPalette:
    """The theme for widgets that paint themselves.

    Base is paper, Window pane, Highlight wash, Link accent, Mid line, Dark muted ink (the style sheet takes
    PlaceholderText for itself).
    """
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.pane,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.hover,
        QPalette.ColorRole.Button: colours.pane,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Dark: colours.muted,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Highlight: colours.wash,
        QPalette.ColorRole.HighlightedText: colours.ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.pane,
        QPalette.ColorRole.ToolTipText: colours.ink,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made


def style_sheet(c: ThemeColours, text_size: int = 100) -> str:
    """The theme for Qt's own widgets, with text enlarged to `text_size` percent."""

    def pt(points: float) -> str:
        return f"{points * text_size / 100.0:.1f}pt"

    return f"""
    QWidget {{ color: {c.ink}; }}
    QWidget#window, QWidget#leftPane, QWidget#explanation, QFrame#popover {{ background: {c.pane}; }}
    QWidget#platePane {{ background: {c.paper}; }}
    QFrame#popover {{ border: 1px solid {c.line}; border-radius: 14px; }}
    QToolTip {{ background: {c.pane}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px; }}

    QLineEdit {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 12px; padding: 0 8px 0 4px;
        placeholder-text-color: {c.muted}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus {{ border: 2px solid {c.accent}; }}

    QPlainTextEdit {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 12px; padding: 6px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: 5px; }}

    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollArea:focus {{ border: 2px solid {c.accent}; border-radius: 8px; }}
    QScrollArea[byKey="false"]:focus {{ border: none; }}
    QScrollBar {{ background: transparent; width: 6px; height: 6px; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 3px; min-height: 40px; min-width: 40px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; width: 0; height: 0; }}

    QPushButton {{ background: transparent; border: 2px solid transparent; border-radius: 12px; padding: 0 10px;
        min-height: 44px; }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {c.wash}; color: {c.accent}; }}
    QPushButton:checked {{ font-weight: 600; }}
    QPushButton:focus {{ border-color: {c.accent}; }}
    QPushButton[look="outlined"] {{ border: 1px solid {c.line}; min-height: 46px; }}
    QPushButton[look="outlined"]:focus {{ border: 2px solid {c.accent}; min-height: 44px; }}
    QPushButton[look="link"] {{ color: {c.accent}; border: 1px solid {c.line}; border-radius: 24px; padding: 4px 14px;
        min-height: 38px; }}
    QPushButton[look="link"]:focus {{ border: 2px solid {c.accent}; min-height: 36px; }}
    QPushButton[look="icon"] {{ min-width: 44px; max-width: 44px; padding: 0; }}
    QPushButton:disabled {{ color: {c.muted}; }}

    QLabel[look="title"] {{ font-size: {pt(21)}; font-weight: 600; }}
    QLabel[look="names"] {{ font-weight: 600; }}
    QLabel[look="lay"] {{ font-size: {pt(12.5)}; color: {c.muted}; }}
    QLabel[look="muted"] {{ color: {c.muted}; }}
    QLabel[look="heading"] {{ color: {c.accent}; font-weight: 600; }}
    QLabel[look="reading"] {{ font-size: {pt(12.5)}; }}
    QLabel[look="alert"] {{ background: {c.amber}; color: {c.amber_ink}; border-radius: 12px; padding: 14px;
        margin-top: 14px; font-size: {pt(11.5)}; }}
    QFrame#redFlags {{ background: {c.amber}; border-radius: 12px; }}
    QFrame#redFlags QLabel, QFrame#redFlags QPushButton {{ color: {c.amber_ink}; }}
    QFrame#redFlags QPushButton {{ border: 1px solid {c.amber_ink}; border-radius: 12px;
        background: transparent; }}
    QFrame#redFlags QPushButton:focus {{ border: 2px solid {c.amber_ink}; }}
    QWidget#patientMode, QWidget#patientPage {{ background: {c.paper}; }}
    QWidget#storyBar, QWidget#guidePage {{ background: {c.pane}; }}
    QWidget#guidePage QLabel[look="reading"] {{ font-size: {pt(15)}; }}
    QWidget#guidePage QLabel[look="heading"] {{ font-size: {pt(13)}; }}
    QWidget#guidePage QLabel[look="alert"] {{ font-size: {pt(13.5)}; }}
    QWidget#guidePage QLabel[look="title"] {{ font-size: {pt(26)}; }}
    QFrame#alertSheet {{ background: {c.amber}; border-radius: 20px; }}
    QFrame#alertSheet QLabel, QFrame#alertSheet QPushButton {{ color: {c.amber_ink}; }}
    QFrame#alertSheet QPushButton {{ border: 1px solid {c.amber_ink}; padding: 0 22px;
        font-size: {pt(16)}; }}
    QFrame#alertSheet QPushButton:focus {{ border: 3px solid {c.amber_ink}; }}
    QFrame#alertSheet QScrollArea:focus {{ border: 2px solid {c.amber_ink}; }}
    QWidget#storyBar QPushButton {{ font-size: {pt(16)}; }}
    QPushButton[look="amber"] {{ background: {c.amber}; color: {c.amber_ink}; padding: 0 18px; min-height: 46px; }}
    QPushButton[look="amber"]:focus {{ border-color: {c.amber_ink}; }}
    QPushButton[look="tight"] {{ padding: 0 2px; font-size: {pt(10.2)}; }}
    QPushButton[look="row"] {{ text-align: left; }}
    QPushButton[look="primary"] {{ background: {c.accent}; color: {c.on_accent}; font-weight: 600; min-height: 48px; }}
    QPushButton[look="primary"]:disabled {{ background: transparent; color: {c.muted}; border-color: {c.line}; }}
    QPushButton[look="primary"]:focus {{ border-color: {c.ink}; }}
    QFrame#dim {{ background: {c.veil}; }}
    QFrame#dialog {{ background: {c.pane}; border: 1px solid {c.line}; border-radius: 20px; }}
    QLabel[look="large"] {{ font-size: {pt(16)}; }}
    QFrame#notice, QFrame#trouble {{ background: {c.slate}; }}
    QFrame#trouble {{ border: 1px solid {c.line}; border-radius: 12px; }}
    QFrame#notice QWidget, QFrame#trouble QWidget {{ color: {c.slate_ink}; }}
    QFrame#notice QPushButton:focus {{ border-color: {c.slate_ink}; }}
    QFrame#cleared {{ background: {c.ink}; border-radius: 14px; }}
    QFrame#cleared QLabel {{ color: {c.pane}; }}
    QFrame#cleared QPushButton {{ color: {c.pane}; border: 1px solid {c.pane}; padding: 0 18px; }}
    QFrame#cleared QPushButton:hover, QFrame#cleared QPushButton:pressed {{ background: {c.pane}; color: {c.ink}; }}
    QFrame#cleared QPushButton:focus {{ border: 3px solid {c.pane}; min-height: 42px; }}
    QFrame#veil {{ background: {c.veil}; }}
    QFrame[look="rule"] {{ background: {c.line}; border: none; max-height: 1px; }}
    """
