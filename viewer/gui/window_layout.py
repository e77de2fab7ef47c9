"""Remembers size and division of the window between runs; nothing of what was open in it."""

from __future__ import annotations

import binascii
from dataclasses import replace

from PySide6.QtCore import QByteArray

from viewer import settings
from viewer.gui.main_window import MainWindow


def restore(window: MainWindow) -> None:
    """Put the window as it was left; a damaged memory changes nothing."""
    chosen = settings.load()
    if stored := _bytes(chosen.window):
        window.restoreGeometry(stored)
    for name, splitter in window.splitters().items():
        if stored := _bytes(dict(_pairs(chosen.panels)).get(name, "")):
            splitter.restoreState(stored)


def remember(window: MainWindow) -> None:
    """Store how the window is divided now."""
    panels = (f"{name}:{_text(each.saveState())}" for name, each in window.splitters().items())
    chosen = replace(settings.load(), window=_text(window.saveGeometry()), panels=" ".join(panels))
    settings.save(chosen)


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(each.partition(":")[0], each.partition(":")[2]) for each in text.split()]


def _text(state: QByteArray) -> str:
    return bytes(state.data()).hex()


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(binascii.unhexlify(text))
    except ValueError:
        return QByteArray()
