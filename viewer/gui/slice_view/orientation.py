"""Which side of the patient the edges of a slice show, and how long a bar on it is."""

from __future__ import annotations

from collections.abc import Sequence

_LETTERS = (("R", "L"), ("A", "P"), ("F", "H"))
_OBLIQUE = 0.2
_SHORTEST = 20.0


def letters(orientation: Sequence[float] | None) -> tuple[str, str, str, str]:
    """Letters for left, right, top, bottom from Image Orientation (PS3.3 C.7.6.1.1.1, LPS).

    The main direction comes first, lesser ones that matter follow; empty without an orientation.
    """
    if orientation is None or len(orientation) != 6:
        return ("", "", "", "")
    row, column = orientation[:3], orientation[3:]
    return (_side(row, -1), _side(row, 1), _side(column, -1), _side(column, 1))


_OPPOSITE = str.maketrans("RLAPFH", "LRPAHF")


def opposite(side: str) -> str:
    """The letters of the other side."""
    return side.translate(_OPPOSITE)


def turned(
    letters: tuple[str, str, str, str], turns: int, *, mirrored: bool
) -> tuple[str, str, str, str]:
    """Letters for left, right, top, bottom of an image mirrored and then turned clockwise."""
    left, right, top, bottom = letters
    if mirrored:
        left, right = right, left
    for _ in range(turns):
        left, right, top, bottom = bottom, top, left, right
    return (left, right, top, bottom)


def _side(direction: Sequence[float], sign: int) -> str:
    parts = [(abs(value), _LETTERS[axis][value * sign > 0]) for axis, value in enumerate(direction)]
    ranked = sorted((part for part in parts if part[0] > _OBLIQUE), reverse=True)
    return "".join(letter for _, letter in ranked)


def scale_bar(mm_per_pixel: float, longest: float) -> tuple[float, str]:
    """Length in screen pixels and text of the longest round bar of at most ``longest`` pixels."""
    best, label = 0.0, ""
    for mm in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500):
        length = mm / mm_per_pixel
        if max(best, _SHORTEST) < length <= longest:
            best, label = length, f"{mm:g} mm" if mm < 10 else f"{mm / 10:g} cm"
    return best, label
