"""Small turns of a touchpad add up, in both directions."""

from __future__ import annotations

import pytest

from viewer.gui.wheel import Wheel


@pytest.mark.parametrize("way", [1, -1])
def test_small_turns_make_notches_and_nothing_is_lost(way: int) -> None:
    wheel = Wheel()
    assert [wheel.notches(way * turned) for turned in (60, 60, 180, 60, 15)] == [
        0, way, way, way, 0,
    ]  # fmt: skip


def test_turning_back_takes_back_what_was_begun() -> None:
    wheel = Wheel()
    assert [wheel.notches(turned) for turned in (90, -90, -120)] == [0, 0, -1]
