"""How a face is to be removed, as JSON records; places in mm, no value and no UID."""

from __future__ import annotations

import math
from typing import Any

from viewer.model import FaceEdit, FacePreset, Stroke
from viewer.model.face_edit import LANDMARKS
from viewer.model.study import Vector

Record = dict[str, Any]
_DECIMALS = 3


def face_record(edit: FaceEdit) -> Record:
    """An edit as JSON can hold it, to a thousandth of a millimetre."""
    return {
        "preset": edit.preset.value,
        "depth_mm": round(edit.depth_mm, _DECIMALS),
        "landmarks": {name: _rounded(place) for name, place in edit.landmarks},
        "strokes": [
            {
                "points": [_rounded(point) for point in each.points],
                "radius_mm": round(each.radius_mm, _DECIMALS),
                "adds": each.adds,
            }
            for each in edit.strokes
        ],
        "unlock_reason": edit.unlock_reason,
    }


def face_from(record: Record) -> FaceEdit:
    """Read back an edit; raises KeyError, TypeError or ValueError on anything else."""
    return FaceEdit(
        FacePreset(record["preset"]),
        _number(record["depth_mm"]),
        tuple((_landmark(name), _vector(place)) for name, place in record["landmarks"].items()),
        tuple(_stroke(each) for each in record["strokes"]),
        str(record["unlock_reason"]),
    )


def _stroke(record: Record) -> Stroke:
    points = tuple(_vector(each) for each in record["points"])
    radius = _number(record["radius_mm"])
    if not points or radius <= 0:
        raise ValueError("a stroke that touches nothing")
    return Stroke(points, radius, record["adds"] is True)


def _landmark(name: str) -> str:
    if name not in LANDMARKS:
        raise ValueError("not a landmark")
    return name


def _vector(values: Any) -> Vector:
    x, y, z = (_number(each) for each in values)
    return x, y, z


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("not a number")
    return number


def _rounded(place: Vector) -> list[float]:
    return [round(value, _DECIMALS) for value in place]
