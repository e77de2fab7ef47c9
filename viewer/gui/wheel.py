"""Turns of a mouse wheel, also in the small pieces that touchpads send."""

from __future__ import annotations

NOTCH = 120


class Wheel:
    """Gathers turns in eighths of a degree until they make a notch."""

    def __init__(self) -> None:
        self._turned = 0

    def notches(self, turned: int) -> int:
        """Whole notches that a turn completes, positive away from the person."""
        self._turned += turned
        whole = int(self._turned / NOTCH)
        self._turned -= whole * NOTCH
        return whole
