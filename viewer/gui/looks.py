"""How the window looks and which language it speaks, as the View menu changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from viewer import settings
from viewer.gui import theme
from viewer.gui.language import LANGUAGES, tr

if TYPE_CHECKING:
    from viewer.gui.commands import Commands


def toggle_theme(_: Commands) -> None:
    """Dark reading room or light."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        other = "light" if theme.current() == "dark" else "dark"
        theme.change(app, other)
        settings.save(replace(settings.load(), theme=other))


def change_language(commands: Commands) -> None:
    """German or English, from the next start on."""
    chosen = "en" if settings.load().language == "de" else "de"
    settings.save(replace(settings.load(), language=chosen))
    commands.window.say(tr("From the next start on: {0}").format(LANGUAGES[chosen]))
