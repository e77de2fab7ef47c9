"""Text is found wherever it hides, in one frame or all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from tests.ocr.drawing import slices, strokes, views
from viewer.errors import CancelledError
from viewer.ocr import Arrangement, FrameViews, OcrPool, Reading, read_frames

SHAPE = (256, 320)


def found(readings: list[Reading]) -> dict[str, tuple[int, ...]]:
    return {each.best.text.reveal().replace(" ", ""): each.indices for each in readings}


@pytest.mark.parametrize("arrangement", [Arrangement.SINGLE, Arrangement.SLICES])
def test_text_in_the_window_outside_it_and_in_padding(
    pool: OcrPool, arrangement: Arrangement
) -> None:
    stored = slices(2)
    stored[0, strokes(SHAPE, "VISIBLE 12", 150, 60)] = 1300
    stored[0, strokes(SHAPE, "HIDDEN 34", 150, 130)] -= 900
    stored[0, strokes(SHAPE, "PAD 5678", 10, 200)] += 1
    display = views(stored)[0].display
    assert not display[190:205, :110].any(), "the padding text must not be visible"
    names = found(read_frames(views(stored), arrangement, pool))
    assert {"VISIBLE12", "HIDDEN34", "PAD5678"} <= set(names)


def test_a_text_in_every_slice_is_read_once_and_knows_its_slices(pool: OcrPool) -> None:
    stored = slices(10)
    stored[:, strokes(SHAPE, "NORTHGATE", 140, 40)] += 1500
    stored[3:5, strokes(SHAPE, "MAIER EVA", 140, 200)] += 1500
    names = found(read_frames(views(stored), Arrangement.SLICES, pool))
    assert names["NORTHGATE"] == tuple(range(10))
    assert names["MAIEREVA"] == (2, 3, 4, 5)


def test_one_frame_of_a_loop_is_enough(pool: OcrPool) -> None:
    speckle = np.random.default_rng(5).rayleigh(22, (20, *SHAPE)).clip(0, 180).astype(np.uint8)
    speckle[:, :60] = 0
    speckle[13, strokes(SHAPE, "ONCE 777", 20, 30)] = 250
    speckle[:, strokes(SHAPE, "ALWAYS 1", 200, 30)] = 250
    names = found(read_frames(views(speckle, 0, 256), Arrangement.LOOP, pool))
    assert 13 in names["ONCE777"]
    assert names["ALWAYS1"] == tuple(range(20))


def test_a_changing_text_in_the_same_place_is_read_again(pool: OcrPool) -> None:
    stored = slices(6)
    for number, text in enumerate(["ADAMS", "ADAMS", "BROWN", "BROWN", "CLARK", "CLARK"]):
        stored[number, strokes(SHAPE, text, 150, 60, 0.7)] = 1300
    names = found(read_frames(views(stored), Arrangement.SLICES, pool))
    assert {"ADAMS", "BROWN", "CLARK"} <= set(names)


def test_pictures_without_text_give_no_readings(pool: OcrPool) -> None:
    assert read_frames(views(slices(6)), Arrangement.SLICES, pool) == []
    assert read_frames(views(slices(1)), Arrangement.SINGLE, pool) == []


def test_two_workers_read_what_one_reads(pool: OcrPool) -> None:
    stored = slices(12)
    for number, text in ((1, "ADAMS"), (5, "BROWN 12"), (11, "CLARK")):
        stored[number, strokes(SHAPE, text, 150, 60)] += 1500
    one = read_frames(views(stored), Arrangement.SLICES, pool)
    with OcrPool(2) as workers:
        two = read_frames(views(stored), Arrangement.SLICES, workers)
    assert found(one) == found(two)
    assert [each.box for each in one] == [each.box for each in two]
    assert len(one) == 3


def test_looking_thoroughly_tells_the_very_slice_and_frame(pool: OcrPool) -> None:
    stored = slices(3)
    stored[1, strokes(SHAPE, "ADAMS", 150, 60)] += 1500
    for arrangement in (Arrangement.SLICES, Arrangement.LOOP):
        names = found(read_frames(views(stored), arrangement, pool, thorough=True))
        assert names == {"ADAMS": (1,)}


def test_what_fails_while_frames_are_prepared_reaches_the_caller() -> None:
    def frames() -> Iterator[FrameViews]:
        yield views(slices(1))[0]
        raise CancelledError("Stopped.")

    with OcrPool(2) as two, pytest.raises(CancelledError):
        read_frames(frames(), Arrangement.SINGLE, two)
