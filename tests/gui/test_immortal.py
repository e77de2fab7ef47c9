"""A long session must not end in "deallocating None"."""

from __future__ import annotations

import subprocess
import sys

_LONG_SESSION = """
import viewer.gui
from PySide6.QtCore import QPointF, QTimer
timer = QTimer()
for _ in range(300_000):
    timer.setInterval(5)
    QPointF(1, 1) == QPointF(1, 1)
print("alive")
"""


def test_python_survives_hundreds_of_thousands_of_qt_calls() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LONG_SESSION], capture_output=True, text=True, check=False
    )
    assert told.stdout.strip() == "alive", told.stderr[-400:]
    assert told.returncode == 0
