"""The frames of a series as one flat list, whatever mixture of instances they come from."""

from __future__ import annotations

from typing import NamedTuple

from viewer.model import Series, Source


class Position(NamedTuple):
    """A frame of an instance; both numbers are zero-based."""

    instance_index: int
    frame: int


def flat(series: Series) -> tuple[Position, ...]:
    """Every frame that has pixels, instance after instance."""
    return tuple(
        Position(number, frame)
        for number, instance in enumerate(series.instances)
        if instance.has_pixels
        for frame in range(instance.frames)
    )


def of_image(series: Series, source: Source, frame: int) -> Position | None:
    """The position of a frame of a file."""
    numbers = (n for n, each in enumerate(series.instances) if each.source == source)
    number = next(numbers, None)
    return None if number is None else Position(number, frame)


def nearest(positions: tuple[Position, ...], wanted: Position) -> int:
    """The index of a position, of the same instance's closest frame, or of the closest before."""
    if wanted in positions:
        return positions.index(wanted)
    same = [i for i, each in enumerate(positions) if each.instance_index == wanted.instance_index]
    if same:
        return min(same, key=lambda i: abs(positions[i].frame - wanted.frame))
    before = [i for i, each in enumerate(positions) if each < wanted]
    return before[-1] if before else 0


def to_prefetch(index: int, count: int, direction: int, reach: int) -> tuple[int, ...]:
    """Indices to decode: the one on show, then ahead, with every third behind; none twice."""
    ahead = [index + direction * step for step in range(1, reach + 1)]
    behind = [index - direction * step for step in range(1, reach // 3 + 1)]
    order = [index]
    for step, each in enumerate(ahead):
        order.append(each)
        if step < len(behind):
            order.append(behind[step])
    return tuple(each for each in order if 0 <= each < count)
