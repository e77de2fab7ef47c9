"""Pixel values against the bits, the padding and the physics that the header claims."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from viewer.authenticity.check import Check
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Place, Subject
from viewer.dicom.geometry import numbers

_AIR = (-1150.0, -850.0)
_SOFT = (-150.0, 150.0)
_LEAST_SHARE = 0.005
_HIGHEST_HU = 32768.0


class ValueRange(Check):
    """Bits in use, Hounsfield units of air and soft tissue, values that only padding explains."""

    id = "value-range"
    version = "1"
    title = "The values do not fit what the header claims"
    finds = "values beyond Bits Stored, CT without air and soft tissue on the Hounsfield scale"
    misses = "edits within the range of the values"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """A sign about bits, a fact about Hounsfield units (localisers and phantoms have none)."""
        header, plane = subject.header(place.instance), subject.plane(place)
        bits = int(header.get("BitsStored", 0) or 0)
        signed = bool(header.get("PixelRepresentation", 0))
        low, high = (-(1 << (bits - 1)), 1 << (bits - 1)) if signed else (0, 1 << bits)
        source = place.instance.source
        if 0 < bits <= 16 and (int(plane.min()) < low or int(plane.max()) >= high):
            text = f"Values lie outside what {bits} bits can hold"
            yield Sign(self.id, "value-range.bits", source, place.frame, text)
        is_axial = "LOCALIZER" not in str(header.get("ImageType", ""))
        if place.instance.modality == "CT" and place.instance.samples == 1 and is_axial:
            slope = (numbers(header.get("RescaleSlope")) or (1.0,))[0]
            intercept = (numbers(header.get("RescaleIntercept")) or (0.0,))[0]
            if told := hounsfield(plane.astype(np.float64) * slope + intercept):
                rule = "value-range.hounsfield"
                yield Sign(self.id, rule, source, place.frame, told, Level.FACT)


def hounsfield(values: NDArray[np.float64]) -> str:
    """What is odd about CT values in HU; empty when air or soft tissue are where they belong."""
    seen = values[np.abs(values) < _HIGHEST_HU]
    air = np.mean((seen > _AIR[0]) & (seen < _AIR[1])) if seen.size else 0.0
    soft = np.mean((seen > _SOFT[0]) & (seen < _SOFT[1])) if seen.size else 0.0
    if air < _LEAST_SHARE and soft < _LEAST_SHARE:
        return "Neither air nor soft tissue lies where it does on the Hounsfield scale"
    return ""


CHECK = ValueRange()
