"""Frames are decoded in the order wanted, kept within the budget, and late ones dropped."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from viewer.gui.slice_view.frame_cache import FrameCache
from viewer.gui.slice_view.picture import Failure


class Decoder:
    """Stands in for decoding: every frame is ``size`` bytes of nothing."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.order: list[int] = []
        self.gate = Event()
        self.gate.set()

    def __call__(self, index: int) -> Failure:
        self.order.append(index)
        assert self.gate.wait(20)
        return Failure("nothing", self.size)


@pytest.fixture
def cache() -> Iterator[FrameCache]:
    made = FrameCache(lambda *_: None, 1000)
    yield made
    made.close()


def test_frames_are_decoded_in_the_order_wanted(qtbot: QtBot, cache: FrameCache) -> None:
    decoder = Decoder(10)
    cache.restart(decoder)  # type: ignore[arg-type]
    cache.want((5, 6, 4))
    qtbot.waitUntil(lambda: cache.size == 30)
    assert decoder.order == [5, 6, 4]


def test_memory_stays_within_the_budget_and_the_frame_on_show_is_kept(
    qtbot: QtBot, cache: FrameCache
) -> None:
    decoder = Decoder(300)
    cache.restart(decoder)  # type: ignore[arg-type]
    for index in range(8):
        cache.want((index, index + 1))
        qtbot.waitUntil(lambda i=index: cache.get(i) is not None)
        assert cache.size <= 1000
    assert cache.get(0) is None


def test_a_frame_larger_than_the_budget_is_still_shown_and_nothing_spins(
    qtbot: QtBot, cache: FrameCache
) -> None:
    decoder = Decoder(5000)
    cache.restart(decoder)  # type: ignore[arg-type]
    cache.want((0, 1, 2))
    qtbot.waitUntil(lambda: len(decoder.order) >= 2)
    assert cache.get(0) is not None
    qtbot.wait(50)
    assert len(decoder.order) == 2


def test_a_frame_of_a_former_generation_is_dropped(qtbot: QtBot, cache: FrameCache) -> None:
    slow, quick = Decoder(10), Decoder(20)
    slow.gate.clear()
    cache.restart(slow)  # type: ignore[arg-type]
    cache.want((0,))
    qtbot.waitUntil(lambda: slow.order == [0])
    cache.restart(quick)  # type: ignore[arg-type]
    cache.want((0,))
    slow.gate.set()
    qtbot.waitUntil(lambda: cache.size == 20)
    entry = cache.get(0)
    assert entry is not None
    assert entry.size == 20


def test_an_unforeseen_error_becomes_a_sentence(qtbot: QtBot, cache: FrameCache) -> None:
    def broken(index: int) -> Failure:
        raise ZeroDivisionError

    cache.restart(broken)  # type: ignore[arg-type]
    cache.want((0,))
    qtbot.waitUntil(lambda: cache.get(0) is not None)
    entry = cache.get(0)
    assert isinstance(entry, Failure)
    assert "cannot be shown" in entry.sentence
