"""Bar codes and QR codes in every frame; whatever they hold, they are ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from viewer.detect.context import DetectContext
from viewer.detect.frames import Frames, Place, location_of, readable
from viewer.model import Action, Category, Finding, Kind, Series
from viewer.ocr import Barcode, FrameViews, ahead, alike, identify, local_contrast, shared_pool

Image = NDArray[np.uint8]

_LARGE_MODULES = 31


@dataclass(slots=True)
class _Code:
    """A code and the frames it was seen in."""

    code: Barcode
    places: list[Place] = field(default_factory=list)


class BarcodesDetector:
    """Reads codes and proposes to blank them."""

    id = "pixels.barcodes"
    version = "1"
    title = "Bar codes and QR codes"
    finds = "bar codes, QR, Data Matrix, PDF417 and Aztec codes in every frame, at any angle"
    misses = "codes that are damaged or too small to be decoded"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per code and place."""
        places = [
            Place(instance, frame)
            for instance in readable(series)
            for frame in range(instance.frames)
        ]
        for seen in _seen(places, context):
            yield self._finding(seen, series, context)

    def _finding(self, seen: _Code, series: Series, context: DetectContext) -> Finding:
        code, location = seen.code, location_of(series, seen.places, seen.code.box)
        known = identify(code.text.reveal(), context.identifiers, series.modality)
        parts = (seen.places[0].instance.sop_instance_uid, str(code.box), code.text.reveal())
        return Finding(
            id=context.finding_id(self.id, *parts),
            detector=self.id,
            detector_version=self.version,
            kind=Kind.TEXT,
            location=location,
            category=known.category if known else Category.OTHER_UNIQUE,
            confidence=0.95,
            reason=f"{code.kind}: {known.reason if known else 'codes are ids'}",
            proposed=Action.BLANK,
            keyword="PixelData",
            text=code.text,
        )


def _seen(places: Sequence[Place], context: DetectContext) -> list[_Code]:
    frames = Frames(places, context, 0, len(places), "Looking for bar codes")
    pool, found = shared_pool(context.jobs), list[_Code]()
    for batch in ahead(iter(frames), context.jobs, _size):
        pictures = [(each.index, view) for each in batch for view in _views(each)]
        answers = pool.barcodes([view for _, view in pictures])
        for (index, _), codes in zip(pictures, answers, strict=True):
            for code in codes:
                _enter(code, places[index], found)
    return found


def _enter(code: Barcode, place: Place, found: list[_Code]) -> None:
    for seen in found:
        if seen.code.text == code.text and alike(seen.code.box, code.box):
            if place not in seen.places:
                seen.places.append(place)
            return
    found.append(_Code(code, [place]))


def _views(frame: FrameViews) -> list[Image]:
    """As displayed, and by local contrast for small and large modules the display can hide."""
    if frame.stored.dtype.itemsize == 1:
        return [frame.display]
    return [frame.display, frame.contrast, local_contrast(frame.stored, _LARGE_MODULES)]


def _size(frame: FrameViews) -> int:
    return int(frame.display.size)


DETECTOR = BarcodesDetector()
