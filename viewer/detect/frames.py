"""The frames of a series as pixel detectors look at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.detect.context import DetectContext
from viewer.errors import UnreadableError
from viewer.model import Box, Instance, Location, Series, Source
from viewer.ocr import NOT_PICTURES, FrameViews, frame_views

_KEPT_BYTES = 128 << 20


def why_not_read(instance: Instance) -> str:
    """Why an instance cannot hold burned-in text; empty when it can."""
    if not instance.has_pixels:
        return "it has no pixels"
    return NOT_PICTURES.get(instance.sop_class_uid, "")


def readable(series: Series) -> list[Instance]:
    """The instances that can hold burned-in text."""
    return [each for each in series.instances if not why_not_read(each)]


@dataclass(frozen=True, slots=True)
class Place:
    """One frame of one instance."""

    instance: Instance
    frame: int


class Frames:
    """Frames decoded one after the other; damaged ones are noted and left out.

    ``done`` of ``total`` frames came before the first of these; ``what`` is told as progress.
    """

    def __init__(
        self, places: Sequence[Place], context: DetectContext, done: int, total: int, what: str
    ) -> None:
        self.damaged: dict[Source, str] = {}
        self._places, self._context = places, context
        self._done, self._total, self._what = done, total, what

    def __iter__(self) -> Iterator[FrameViews]:
        for index, place in enumerate(self._places):
            self._context.progress(self._done + index, self._total, self._what)
            try:
                yield replace(self._look(place), index=index)
            except UnreadableError as error:
                self.damaged.setdefault(place.instance.source, str(error))

    def _look(self, place: Place) -> FrameViews:
        """A frame, kept while there is room: the first ones, as all detectors begin with them."""
        key, kept = (place.instance.source, place.frame), self._context.looks
        if key in kept:
            return kept[key]
        frame = self._context.reader.frame(*key)
        look = frame_views(0, frame, self._context.header(key[0]))
        if (len(kept) + 1) * (look.display.nbytes + look.stored.nbytes) <= _KEPT_BYTES:
            kept[key] = look
        return look


def location_of(series: Series, places: Sequence[Place], box: Box) -> Location:
    """A box in some frames of a series."""
    return Location(
        study_uid=series.study_uid,
        series_uid=series.series_uid,
        sources=tuple(dict.fromkeys(place.instance.source for place in places)),
        frames=tuple(sorted({place.frame for place in places})),
        box=box,
    )
