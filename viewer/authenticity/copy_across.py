"""Places that repeat a place of another slice or another series value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from viewer.authenticity.check import Check
from viewer.authenticity.sign import Sign
from viewer.authenticity.subject import Place, Subject
from viewer.authenticity.windows import SIDE, Places, Windows, densest, telling_windows
from viewer.model import Box

_ONE_IN = np.uint64(16)
_MOST_TWINS = 3
_LEAST_SAMPLED = 2
_LEAST_WINDOWS = 4
_MOST_PAIRS = 200
_SAME_IMAGE = 0.3
_VOLUMES = ("CT", "MR", "PT", "NM")


@dataclass(frozen=True)
class _Pair:
    one: int
    other: int
    offset: tuple[int, int]
    sampled: int


class CopyAcross(Check):
    """One window in 16 of every slice is remembered by its code; equal ones are then looked at."""

    id = "copy-across"
    version = "1"
    title = "A place repeats a place of another slice or series"
    finds = "patches of about 16 pixels and more pasted from any other slice that is open"
    misses = "smaller patches, patches brought to another brightness, turned, scaled or given noise"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """Remember a sample of the windows, chosen by their content."""
        windows = telling_windows(subject.plane(place))
        chosen = windows.codes % _ONE_IN == 0
        kept = Windows(windows.codes[chosen], windows.places[chosen].astype(np.int32))
        subject.memory[self.id, place.number] = kept
        yield from ()

    def look_across(self, subjects: Sequence[Subject]) -> Iterator[Sign]:
        """One sign per pair of frames that share a place."""
        frames = [
            (subject, place)
            for subject in subjects
            for place in subject.places
            if (self.id, place.number) in subject.memory
        ]
        samples = [subject.memory[self.id, place.number] for subject, place in frames]
        told: set[tuple[int, int]] = set()
        for pair in _pairs(samples)[:_MOST_PAIRS]:
            one, other = frames[pair.one], frames[pair.other]
            if (pair.one, pair.other) in told or _are_moments(one[1], other[1]):
                continue
            if sign := self._sign(one, other, pair.offset):
                told.add((pair.one, pair.other))
                yield sign

    def _sign(
        self, one: tuple[Subject, Place], other: tuple[Subject, Place], offset: tuple[int, int]
    ) -> Sign | None:
        mine, its = (telling_windows(subject.plane(place)) for subject, place in (one, other))
        places = _shared(mine, its, offset)
        if not len(places) or len(places) > _SAME_IMAGE * min(len(mine.codes), len(its.codes)):
            return None
        count, box = densest(places)
        if count < _LEAST_WINDOWS:
            return None
        where = "slice" if one[0] is other[0] else "series"
        text = (
            f"A place of {box.width} by {box.height} pixels stands in another {where} as well, "
            f"value by value ({count} windows of {SIDE} by {SIDE} pixels are equal)"
        )
        twin = Box(box.x + offset[1], box.y + offset[0], box.width, box.height)
        return Sign(
            self.id,
            f"{self.id}.{where}",
            one[1].instance.source,
            one[1].frame,
            text,
            box=box,
            twin=twin,
            twin_source=other[1].instance.source,
            twin_frame=other[1].frame,
        )


def _are_moments(one: Place, other: Place) -> bool:
    """Whether two frames are one film: traces that scroll through it repeat without any editing."""
    return one.instance is other.instance and one.instance.modality not in _VOLUMES


def _pairs(samples: Sequence[Windows]) -> list[_Pair]:
    """Pairs of frames with the offset that most sampled windows share, the strongest first."""
    if len(samples) < 2:
        return []
    codes = np.concatenate([each.codes for each in samples])
    places = np.concatenate([each.places for each in samples]).astype(np.int64)
    frames = np.repeat(np.arange(len(samples)), [len(each.codes) for each in samples])
    order = np.argsort(codes, kind="stable")
    codes, places, frames = codes[order], places[order], frames[order]
    _, starts, counts = np.unique(codes, return_index=True, return_counts=True)
    rows: list[Places] = []
    for step in range(1, _MOST_TWINS):
        first = starts[(counts > step) & (counts <= _MOST_TWINS)]
        offsets = places[first + step] - places[first]
        rows.append(np.column_stack([frames[first], frames[first + step], offsets]))
    found = np.concatenate(rows)
    found = found[found[:, 0] != found[:, 1]]
    kinds, often = np.unique(found, axis=0, return_counts=True)
    chosen = [
        _Pair(int(kind[0]), int(kind[1]), (int(kind[2]), int(kind[3])), int(count))
        for kind, count in zip(kinds, often, strict=True)
        if count >= _LEAST_SAMPLED
    ]
    return sorted(chosen, key=lambda each: -each.sampled)


def _shared(mine: Windows, its: Windows, offset: tuple[int, int]) -> Places:
    """Places of ``mine`` whose window stands at the offset in ``its`` as well."""
    width = np.int64(1) << np.int64(20)
    keys = (its.places[:, 0] - offset[0]) * width + its.places[:, 1] - offset[1]
    order = np.argsort(keys)
    wanted = mine.places[:, 0] * width + mine.places[:, 1]
    at = np.searchsorted(keys, wanted, sorter=order).clip(max=len(keys) - 1)
    found = order[at]
    same = (keys[found] == wanted) & (its.codes[found] == mine.codes)
    return np.asarray(mine.places[same])


CHECK = CopyAcross()
