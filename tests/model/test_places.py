"""Boxes and attribute paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import AttributePath, Box

_TAGS = st.integers(0, 0xFFFFFFFF)
_BOXES = st.builds(
    Box, st.integers(-20, 50), st.integers(-20, 50), st.integers(1, 40), st.integers(1, 40)
)


@given(st.lists(st.tuples(_TAGS, st.integers(-1, 99)), max_size=5), _TAGS)
def test_a_path_reads_back_what_it_wrote(steps: list[tuple[int, int]], last: int) -> None:
    path = AttributePath((*(tag for tag, _ in steps), last), tuple(item for _, item in steps))
    assert AttributePath.parse(str(path)) == path


def test_a_path_is_written_as_the_contract_says() -> None:
    path = AttributePath((0x0040A730,)).child(2, 0x0040A160)
    assert str(path) == "(0040,A730)[2]>(0040,A160)"


@pytest.mark.parametrize("text", ["", "(0010,0010)>(0010,0010)", "0010,0010", "(10,10)"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an attribute path"):
        AttributePath.parse(text)


def test_any_item_matches_every_item_but_no_other_place() -> None:
    every = AttributePath((0x52009230, 0x00200032), (-1,))
    assert every.matches(AttributePath((0x52009230, 0x00200032), (7,)))
    assert not every.matches(AttributePath((0x52009229, 0x00200032), (7,)))
    assert not AttributePath((1, 2), (3,)).matches(AttributePath((1, 2), (4,)))


@given(_BOXES, _BOXES)
def test_union_holds_both_and_overlap_is_symmetric(one: Box, other: Box) -> None:
    union = one.union(other)
    assert union.overlap(one) == one.area
    assert union.overlap(other) == other.area
    assert one.overlap(other) == other.overlap(one) <= min(one.area, other.area)


@given(_BOXES)
def test_clipping_keeps_only_what_is_inside(box: Box) -> None:
    clipped = box.clipped(30, 20)
    assert (clipped.area if clipped else 0) == box.overlap(Box(0, 0, 30, 20))
