"""A desk that shows pictures: ``python -m tests.leaks.showing FOLDER``; says how many it showed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk.keyboard import CTRL, Keyboard, settle, wait_until
from viewer import detect, load
from viewer.gui import theme
from viewer.gui.desk import Desk
from viewer.profile import load_profile
from viewer.review import SessionStore

_K = Qt.Key


def main() -> None:
    """Thumbnails, slices, other windows, before and after, the header and the face page."""
    app = QApplication([])
    theme.apply(app, "dark")
    desk, keyboard, shown = Desk(None, "research"), Keyboard(), list[object]()
    desk.pictures.thumbnail.connect(lambda *each: shown.append(each))
    desk.window.slices._loader.ready.connect(shown.append)
    desk.controller.use_store(SessionStore())
    desk.window.show()
    loaded = load.load([Path(sys.argv[1])])
    result = detect.scan(loaded, load_profile("research"), text=False, face=False)
    desk.controller.open(loaded, "research", "coordinator")
    desk.controller.attach(result, is_complete=True)
    wait_until(lambda: bool(shown), "a picture", 60)
    for key in (_K.Key_Down, _K.Key_PageDown, _K.Key_1, _K.Key_P, _K.Key_Y, _K.Key_I):
        keyboard.press(key)
    wait_until(lambda: len(shown) > 1, "a thumbnail and a slice", 60)
    for tab in (_K.Key_2, _K.Key_3, _K.Key_1):
        keyboard.press(tab, CTRL)
        settle()
    desk.window.grab()
    desk.window.close()
    print(len(shown))


if __name__ == "__main__":
    main()
