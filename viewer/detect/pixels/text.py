"""Text burned into pixels: every frame that can hold text, in two views, matched to the header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.dicom import Frame, to_display
from viewer.errors import UnreadableError
from viewer.model import (
    Action,
    Box,
    Failure,
    Finding,
    Instance,
    Kind,
    Location,
    Masked,
    Series,
    Source,
)
from viewer.ocr import (
    Arrangement,
    FrameViews,
    Reading,
    Verdict,
    alike,
    classify,
    grey,
    judge_neighbours,
    read_frames,
    shared_pool,
)

_VOLUMES = frozenset({"CT", "MR", "PT"})
_NO_TEXT = {
    "1.2.840.10008.5.1.4.1.1.66.4": "a segmentation holds classes, not a picture",
    "1.2.840.10008.5.1.4.1.1.66.7": "a label map holds classes, not a picture",
    "1.2.840.10008.5.1.4.1.1.30": "a parametric map holds measured numbers, not a picture",
    "1.2.840.10008.5.1.4.1.1.481.2": "a dose distribution holds doses, not a picture",
}


def why_not_read(instance: Instance) -> str:
    """Why an instance cannot hold burned-in text; empty when it can."""
    if not instance.has_pixels:
        return "it has no pixels"
    return _NO_TEXT.get(instance.sop_class_uid, "")


@dataclass(frozen=True, slots=True)
class _Place:
    """One frame of one instance."""

    instance: Instance
    frame: int


@dataclass(frozen=True, slots=True)
class _Stack:
    """Frames of one shape that are looked at together."""

    arrangement: Arrangement
    places: tuple[_Place, ...]


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
        "moving speckle, bar codes; segmentations, parametric maps and doses are not read"
    )

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding | Failure]:
        """One finding per place and text; an instance that cannot be decoded is a Failure."""
        done = 0
        for stack in _stacks(series):
            frames = _Frames(stack, context, done, series.frame_count)
            readings = read_frames(frames, stack.arrangement, shared_pool(context.jobs))
            yield from self._findings(readings, stack, series, context)
            for source, error in frames.damaged.items():
                yield Failure(self.id, source, error)
            done += len(stack.places)

    def _findings(
        self, readings: list[Reading], stack: _Stack, series: Series, context: DetectContext
    ) -> Iterator[Finding]:
        judged = [(each, classify(each, context.identifiers, series.modality)) for each in readings]
        for group in _grouped(judge_neighbours(judged)):
            yield self._finding(group, stack, series, context)

    def _finding(
        self,
        group: Sequence[tuple[Reading, Verdict]],
        stack: _Stack,
        series: Series,
        context: DetectContext,
    ) -> Finding:
        reading, verdict = max(group, key=lambda pair: (pair[1].proved, pair[1].confidence))
        places = _seen(group, stack)
        box = group[0][0].box
        for each, _ in group[1:]:
            box = box.union(each.box)
        text = reading.best.text
        first = places[0].instance.sop_instance_uid or places[0].instance.source.key
        corners = f"{box.x},{box.y},{box.width},{box.height}"
        return Finding(
            id=context.finding_id(self.id, first, corners, text.reveal(), stack.arrangement),
            detector=self.id,
            detector_version=self.version,
            kind=Kind.TEXT,
            location=_location(series, places, box),
            category=verdict.category,
            confidence=round(verdict.confidence, 3),
            reason=verdict.reason,
            proposed=_proposed(verdict),
            keyword="PixelData",
            text=Masked(text.reveal()),
            distinct=len({each.best.text.reveal() for each, _ in group}),
        )


class _Frames:
    """The frames of a stack, decoded one after the other; damaged ones are noted and left out."""

    def __init__(
        self,
        stack: _Stack,
        context: DetectContext,
        done: int,
        total: int,
    ) -> None:
        self.damaged: dict[Source, str] = {}
        self._stack, self._context = stack, context
        self._done, self._total = done, total

    def __iter__(self) -> Iterator[FrameViews]:
        for index, place in enumerate(self._stack.places):
            self._context.progress(self._done + index, self._total, "Reading text in pixels")
            try:
                frame = self._context.reader.frame(place.instance.source, place.frame)
                yield self._views(index, place, frame)
            except UnreadableError as error:
                self.damaged.setdefault(place.instance.source, str(error))

    def _views(self, index: int, place: _Place, frame: Frame) -> FrameViews:
        header = self._context.header(place.instance.source)
        display = grey(to_display(frame, header, None))
        plain = frame.photometric.startswith("MONOCHROME")
        return FrameViews(index, display, frame.values if plain else display)


def _stacks(series: Series) -> Iterator[_Stack]:
    readable = [each for each in series.instances if not why_not_read(each)]
    volume = series.modality in _VOLUMES
    shapes: dict[tuple[int, int], list[_Place]] = {}
    for instance in readable:
        if instance.frames > 1:
            places = tuple(_Place(instance, frame) for frame in range(instance.frames))
            yield _Stack(Arrangement.SLICES if volume else Arrangement.LOOP, places)
        else:
            shape = (instance.rows, instance.columns)
            shapes.setdefault(shape, []).append(_Place(instance, 0))
    for alone in shapes.values():
        slices = volume and len(alone) > 1
        yield _Stack(Arrangement.SLICES if slices else Arrangement.SINGLE, tuple(alone))


def _grouped(
    judged: Sequence[tuple[Reading, Verdict]],
) -> list[list[tuple[Reading, Verdict]]]:
    """Readings of the same place and the same verdict together, whatever changes in them."""
    groups: list[list[tuple[Reading, Verdict]]] = []
    for reading, verdict in judged:
        for group in groups:
            first, its = group[0]
            if alike(first.tight, reading.tight) and _proposed(its) is _proposed(verdict):
                group.append((reading, verdict))
                break
        else:
            groups.append([(reading, verdict)])
    return groups


def _seen(group: Sequence[tuple[Reading, Verdict]], stack: _Stack) -> list[_Place]:
    """Where a text was seen; in slices, everywhere once it stands in more than half of them."""
    indices = sorted({index for reading, _ in group for index in reading.indices})
    if stack.arrangement is Arrangement.SLICES and 2 * len(indices) > len(stack.places):
        indices = list(range(len(stack.places)))
    return [stack.places[index] for index in indices]


def _location(series: Series, places: Sequence[_Place], box: Box) -> Location:
    return Location(
        study_uid=series.study_uid,
        series_uid=series.series_uid,
        sources=tuple(dict.fromkeys(place.instance.source for place in places)),
        frames=tuple(sorted({place.frame for place in places})),
        box=box,
    )


def _proposed(verdict: Verdict) -> Action:
    if verdict.benign:
        return Action.KEEP
    return Action.REVIEW if verdict.is_doubtful else Action.BLANK


DETECTOR = TextDetector()
