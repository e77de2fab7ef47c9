"""Text burned into pixels: every frame that can hold text, in two views, matched to the header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from viewer.detect.context import DetectContext
from viewer.detect.frames import Frames, Place, location_of, readable
from viewer.detect.text_findings import TextGroup, grouped, proposed, text_finding
from viewer.detect.ultrasound_regions import is_around_the_image
from viewer.model import Action, Failure, Finding, Series
from viewer.ocr import VOLUMES, Arrangement, read_frames, shared_pool

_AROUND = "outside the ultrasound image, where devices print"


@dataclass(frozen=True, slots=True)
class _Stack:
    """Frames of one shape that are looked at together."""

    arrangement: Arrangement
    places: tuple[Place, ...]


class TextDetector:
    """Reads the pixels of a series and proposes what to do about each text."""

    id = "pixels.text"
    version = "1"
    title = "Text burned into pixels"
    finds = (
        "printed text of 8 pixels and more in every frame, also outside the display window, in "
        "padding and in one or two grey levels"
    )
    misses = (
        "handwriting, text fainter than the noise around it, text shown for one frame on bright "
        "moving speckle; segmentations, parametric maps and doses are not read"
    )

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding | Failure]:
        """One finding per place and text; an instance that cannot be decoded is a Failure."""
        done = 0
        for stack in _stacks(series):
            frames = Frames(
                stack.places, context, done, series.frame_count, "Reading text in pixels"
            )
            readings = read_frames(
                frames, stack.arrangement, shared_pool(context.jobs), thorough=context.thorough
            )
            for group in grouped(readings, context, series.modality):
                yield self._finding(group, stack, series, context)
            for source, error in frames.damaged.items():
                yield Failure(self.id, source, error)
            done += len(stack.places)

    def _finding(
        self, group: TextGroup, stack: _Stack, series: Series, context: DetectContext
    ) -> Finding:
        location = location_of(series, _seen(group, stack), group.box)
        _, verdict = group.speaker
        action = proposed(verdict)
        found = text_finding(self, series, context, group, location, proposed=action)
        if action is Action.REVIEW and is_around_the_image(
            group.box, context.header(location.sources[0])
        ):
            return replace(found, proposed=Action.BLANK, reason=f"{found.reason}; {_AROUND}")
        return found


def _stacks(series: Series) -> Iterator[_Stack]:
    volume = series.modality in VOLUMES
    shapes: dict[tuple[int, int], list[Place]] = {}
    for instance in readable(series):
        if instance.frames > 1:
            places = tuple(Place(instance, frame) for frame in range(instance.frames))
            yield _Stack(Arrangement.SLICES if volume else Arrangement.LOOP, places)
        else:
            shape = (instance.rows, instance.columns)
            shapes.setdefault(shape, []).append(Place(instance, 0))
    for alone in shapes.values():
        slices = volume and len(alone) > 1
        yield _Stack(Arrangement.SLICES if slices else Arrangement.SINGLE, tuple(alone))


def _seen(group: TextGroup, stack: _Stack) -> list[Place]:
    """Where a text was seen; in slices, everywhere once it stands in more than half of them."""
    indices = group.indices
    if stack.arrangement is Arrangement.SLICES and 2 * len(indices) > len(stack.places):
        indices = list(range(len(stack.places)))
    return [stack.places[index] for index in indices]


DETECTOR = TextDetector()
