"""Draws the icon of the program for installers: ``python packaging/icons.py FOLDER``.

Leaves ``scanveil.ico``, and ``scanveil.iconset``, which ``iconutil`` of macOS makes an icns of.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DRAWING = Path(__file__).parents[1] / "resources" / "icons" / "shield.svg"
_COLOUR = b"#2f81d6"
_ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
_ICONSET_SIDES = (16, 32, 128, 256, 512)


def png(side: int) -> bytes:
    """The icon in a square of ``side`` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(_DRAWING.read_bytes().replace(b"currentColor", _COLOUR)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file of Windows that holds PNG pictures by their side."""
    head, at = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for side, content in pictures.items():
        head += struct.pack("<BBBBHHLL", side % 256, side % 256, 0, 0, 1, 32, len(content), at)
        at += len(content)
    return head + b"".join(pictures.values())


def main() -> None:
    """Write both."""
    app = QGuiApplication.instance() or QGuiApplication([])
    folder = Path(sys.argv[1])
    iconset = folder / "scanveil.iconset"
    iconset.mkdir(parents=True, exist_ok=True)
    (folder / "scanveil.ico").write_bytes(ico({side: png(side) for side in _ICO_SIDES}))
    for side in _ICONSET_SIDES:
        (iconset / f"icon_{side}x{side}.png").write_bytes(png(side))
        (iconset / f"icon_{side}x{side}@2x.png").write_bytes(png(2 * side))
    del app


if __name__ == "__main__":
    main()
