"""The skin of a synthetic head as one signed distance field."""

from __future__ import annotations

from viewer.surface.distance import Field, Floats
from viewer.surface.head_shape import HeadShape

_SIDES = (1.0, -1.0)


def skin_field(shape: HeadShape, z: Floats, y: Floats, x: Floats) -> Field:
    """Distance to the skin in mm on the grid of three axes in mm; negative inside."""
    field = Field(z, y, x)
    _skull_and_jaw(field, shape)
    _eyes(field, shape)
    _nose(field, shape)
    _mouth(field, shape)
    _ears(field, shape)
    return field


def _skull_and_jaw(field: Field, s: HeadShape) -> None:
    down = s.stretch
    wide = 1 + 0.04 * s.face_width
    field.join(*s.cranium, 1.0)
    field.join((0, 24, -150), (56, 58, 130), 30.0)
    field.join((0, s.front + 55, -30 * down), (63 * wide, 56, 74 * down), 24.0)
    field.join(
        (0, s.front + 48, -74 * down), ((50 + 2.5 * s.jaw_width) * wide, 46, 36 * down), 22.0
    )
    field.join(s.chin_point, (20 + 1.5 * s.jaw_width, 13, 13), 16.0)
    for side in _SIDES:
        x = side * 41 * wide
        field.join((x, s.front + 22 - 1.5 * s.cheek, -25 * down), (19, 17, 16), 24.0)
        field.join((side * 24, s.front + 5.5 - 1.2 * s.brow, 18), (23, 8.5, 8), 12.0)


def _eyes(field: Field, s: HeadShape) -> None:
    x, y, z = s.eye
    size = 1 + 0.05 * s.eye_size
    for side in _SIDES:
        field.carve((side * (x + 1), s.front - 1.5, z - 1), (17 * size, 12.0, 11.5 * size), 9.0)
        field.join((side * x, y, z), (13.2, 12.8, 12.2), 3.0)
        field.join((side * x, y - 3.5, z + 7.0 * size), (13.5, 9.5, 4.2), 3.0, turn=8)
        field.join((side * x, y - 3.0, z - 8.0 * size), (12.5, 9.5, 3.4), 3.5, turn=-8)
        field.carve((side * x, y - 12.0, z), (11.5 * size, 2.6, 2.6 * size), 1.2)


def _nose(field: Field, s: HeadShape) -> None:
    _, tip_y, tip_z = s.nose_tip
    wide = 1 + 0.08 * s.nose_width
    root = (0.0, s.nasion[1] + 6.5, 5.0)
    field.join_rod(root, (0.0, tip_y + 3.0, tip_z + 4), (6.2, 7.4 * wide), 9.0)
    field.join(s.nose_tip, (9.0 * wide, s.nose_tip_radius, 8.0), 6.0)
    field.join((0, tip_y + 12, tip_z - 1), (11 * wide, 13, 9), 6.0)
    for side in _SIDES:
        field.join((side * 12.5 * wide, tip_y + 11, tip_z - 2), (6.2, 9.0, 7.0), 4.0)
        field.carve((side * 6.8 * wide, tip_y + 7, tip_z - 10), (3.8, 5.5, 5.0), 2.0)


def _mouth(field: Field, s: HeadShape) -> None:
    _, y, z = s.mouth
    wide = 1 + 0.07 * s.mouth_width
    full = 1 + 0.10 * s.lips
    field.join((0, y + 6, z), (30 * wide, 11, 17), 14.0)
    field.join((0, y + 1.2, z + 4.6), (24 * wide, 7.2, 4.3 * full), 4.0)
    field.join((0, y + 1.6, z - 5.2), (20 * wide, 7.4, 5.2 * full), 4.0)
    field.carve((0, y - 7.0, z), (23 * wide, 8.0, 1.9), 1.6)
    field.carve((0, y - 3.5, z - 15.5), (17 * wide, 5.5, 4.5), 7.0)
    field.carve((0, y - 8.0, z + 14.0), (3.5, 4.5, 7.0), 3.0)


def _ears(field: Field, s: HeadShape) -> None:
    x, y, z = s.ear_centre
    size = 1 + 0.06 * s.ear
    for side in _SIDES:
        field.join((side * (x - 4), y + 2, z + 2), (8, 10, 20 * size), 8.0, turn=-12)
        field.join((side * (x + 5), y + 8, z + 4), (4.5, 15 * size, 30 * size), 4.0, turn=-12)
        field.carve((side * (x + 9), y + 4, z + 2), (5.0, 8 * size, 15 * size), 3.0, turn=-12)
