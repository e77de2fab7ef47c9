"""Boxes of two views become one set, and reach to the end of their ink."""

from __future__ import annotations

import numpy as np

from tests.ocr.drawing import strokes
from viewer.model import Box, Masked
from viewer.ocr import Glimpse, Reading, alike
from viewer.ocr.boxes import grown, merged
from viewer.ocr.noise import is_noise
from viewer.ocr.quad import Quad


def quad(x: int, y: int, width: int, height: int) -> Quad:
    points = np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])
    return Quad.of(points, 0.8)


def reading(text: str, box: Box, confidence: float = 0.9, certainty: float = 0.8) -> Reading:
    return Reading(
        box, box, (Glimpse(Masked(text), confidence, "window"),), (0,), certainty, box.height
    )


def test_the_second_view_adds_only_what_is_new() -> None:
    first, again, new = quad(10, 10, 100, 20), quad(12, 11, 96, 18), quad(10, 60, 80, 20)
    assert merged([[first], [again, new]]) == [(0, first), (1, new)]


def test_a_longer_box_replaces_the_piece_it_holds() -> None:
    piece, line = quad(10, 10, 40, 20), quad(8, 9, 160, 22)
    assert merged([[piece], [line]]) == [(1, line)]


def test_a_box_around_the_whole_picture_hides_no_text() -> None:
    whole, line, tall = quad(0, 0, 500, 480), quad(10, 60, 80, 20), quad(10, 100, 80, 50)
    assert merged([[whole], [line, tall]]) == [(0, whole), (1, line), (1, tall)]
    assert merged([[line], [whole]]) == [(0, line), (1, whole)]


def test_a_box_grows_along_its_ink_and_stops_at_empty_ground() -> None:
    image = np.zeros((60, 400), np.uint8)
    image[strokes((60, 400), "ABCDEFGHIJKLM", 60, 35, 0.6)] = 255
    columns = np.flatnonzero(image.any(axis=0))
    box = grown(quad(62, 18, int(columns[-1]) - 62 - 25, 22), image)
    assert box.right > columns[-1]
    assert box.right <= columns[-1] + 25
    assert box.x > 30


def test_a_grown_box_stays_inside_the_image() -> None:
    image = np.full((30, 30), 7, np.uint8)
    assert grown(quad(-5, -5, 60, 60), image) == Box(0, 0, 30, 30)


def test_alike_means_half_of_the_union() -> None:
    assert alike(Box(0, 0, 10, 10), Box(2, 0, 10, 10))
    assert not alike(Box(0, 0, 10, 10), Box(6, 0, 10, 10))


def test_known_false_alarms_are_noise_and_text_is_not() -> None:
    assert is_noise(reading("A", Box(0, 0, 500, 500)), 512, 512)
    assert is_noise(reading("中", Box(9, 9, 14, 15)), 512, 512)
    assert is_noise(reading("", Box(9, 9, 14, 15), 0.0), 512, 512)
    assert is_noise(reading("1", Box(9, 9, 50, 90), 0.55), 512, 512)
    assert not is_noise(reading("1", Box(9, 9, 50, 90), 0.95), 512, 512)
    assert not is_noise(reading("M", Box(9, 9, 12, 15)), 512, 512)
    assert not is_noise(reading("", Box(9, 9, 140, 15), 0.0), 512, 512)
    assert not is_noise(reading("Doe", Box(9, 9, 40, 15)), 512, 512)
    assert is_noise(reading("00", Box(9, 9, 56, 63), 0.79), 512, 512)
    assert not is_noise(reading("2D", Box(9, 9, 56, 53), 0.97), 512, 512)
    assert not is_noise(reading("I", Box(9, 9, 160, 55), 0.3), 512, 512)
    assert is_noise(reading("1VI1", Box(0, 200, 300, 96), 0.5), 512, 512)
    assert not is_noise(reading("DOE^JO", Box(0, 200, 300, 96), 0.7), 512, 512)
    assert not is_noise(reading("DOE^JO", Box(0, 0, 300, 24), 0.5), 60, 512)
