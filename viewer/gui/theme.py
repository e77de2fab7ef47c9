"""Colours, style sheet and icons, read from resources/themes and resources/icons."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.gui import recolouring

SPACING = 8
_SIZES = (16, 20, 32, 40)
_FONT_PX = 13
_current = "dark"


def names() -> tuple[str, ...]:
    """The themes there are."""
    return ("dark", "light")


def current() -> str:
    """The name of the theme in use."""
    return _current


def apply(app: QApplication, name: str = "dark") -> None:
    """Give the application a theme: palette, font and style sheet; an unknown name means dark."""
    _choose(name)
    font = app.font()
    if font.pixelSize() != _FONT_PX:  # each of these polishes every widget again
        app.setStyle("Fusion")
        font.setPixelSize(_FONT_PX)
        app.setFont(font)
    _dress(app)
    for recolour in recolouring.followers():
        recolour()


def change(app: QApplication, name: str) -> None:
    """Another theme while windows are open: in some turns of the loop, so that none is long.

    Nothing is painted before all is done.
    """
    _choose(name)
    _paint(app, on=False)
    app.setStyleSheet("")
    _style_sheet()  # read and drawn in this turn, as the next has enough to do
    dress, paint = partial(_dress, app), partial(_paint, app, on=True)
    recolouring.one_a_turn(app, [dress, *recolouring.followers(), paint])


def _choose(name: str) -> None:
    global _current
    _current = name if name in names() else "dark"


def _dress(app: QApplication) -> None:
    app.setStyleSheet("")  # else Qt dresses each widget once for every widget it lies in
    app.setPalette(_palette())
    app.setStyleSheet(_style_sheet())


def _paint(app: QApplication, *, on: bool) -> None:
    for each in app.topLevelWidgets():
        each.setUpdatesEnabled(on)


def colour(role: str, name: str = "") -> QColor:
    """The colour of a role of the current or a named theme; raises KeyError for an unknown role."""
    return QColor(_roles(name or _current)[role])


def roles() -> dict[str, str]:
    """All roles of the current theme with their ``#rrggbb`` colours."""
    return dict(_roles(_current))


def icon(name: str, role: str = "text") -> QIcon:
    """A line icon in a role's colour; raises FileNotFoundError for an unknown name.

    Ask again where ``recolouring`` says so: the icons of the former theme keep their colours.
    """
    return _icon(name, role, _current)


@lru_cache(maxsize=512)
def _icon(name: str, role: str, theme_name: str) -> QIcon:
    made = QIcon()
    drawing = _renderer(name)
    for size in _SIZES:
        drawn = _draw(drawing, size, colour(role, theme_name))
        made.addPixmap(drawn, QIcon.Mode.Normal)
        faded = _tinted(drawn, colour("text-disabled", theme_name))
        made.addPixmap(faded, QIcon.Mode.Disabled)
    return made


def pixmap(name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
    """An icon drawn at a size in logical pixels for a screen's device pixel ratio."""
    return _sharp(name, round(size * ratio), colour(role).name(), ratio)


@lru_cache(maxsize=512)
def _sharp(name: str, pixels: int, shade: str, ratio: float) -> QPixmap:
    drawn = _draw(_renderer(name), pixels, QColor(shade))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name).replace("currentColor", "#000000").encode()))


def _draw(drawing: QSvgRenderer, pixels: int, shade: QColor) -> QPixmap:
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    drawing.render(painter, QRectF(drawn.rect()))
    painter.end()
    return _tinted(drawn, shade)


def _tinted(drawn: QPixmap, shade: QColor) -> QPixmap:
    """The same shape in another colour."""
    tinted = QPixmap(drawn)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), shade)
    painter.end()
    return tinted


def monospace() -> QFont:
    """The fixed-width font for attribute values."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(_FONT_PX - 1)
    return font


@lru_cache(maxsize=2)
def _roles(name: str) -> dict[str, str]:
    text = paths.resource(f"themes/{name}.toml").read_text("utf-8")
    found: dict[str, str] = tomllib.loads(text)["colours"]
    return found


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    return paths.resource(f"icons/{name}.svg").read_text("utf-8")


def _style_sheet() -> str:
    return _sheet(_current, paths.user_data() / "glyphs")


@lru_cache(maxsize=4)
def _sheet(name: str, folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    known = _roles(name) | {
        "arrow-down": _glyph("arrow-down", "text-muted", name, folder),
        "arrow-up": _glyph("arrow-up", "text-muted", name, folder),
        "arrow-right": _glyph("arrow-right", "text-muted", name, folder),
        "check": _glyph("check", "text-on-accent", name, folder),
    }
    sheet = paths.resource("themes/base.qss").read_text("utf-8")
    return re.sub(r"\$([a-z-]+)", lambda found: known[found[1]], sheet)


def _glyph(name: str, role: str, theme_name: str, folder: Path) -> str:
    """A coloured copy in the private folder, as a style sheet takes pictures only as files."""
    file = folder / f"{name}-{theme_name}.svg"
    file.write_text(_svg(name).replace("currentColor", colour(role, theme_name).name()), "utf-8")
    return file.as_posix()


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "background",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "text-muted",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "text-on-selection",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "border",
    }
    for role, named in roles.items():
        palette.setColor(role, colour(named))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("text-disabled"))
    return palette
