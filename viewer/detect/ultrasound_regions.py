"""Where an ultrasound header says the image is; what stands around it was printed by the device."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataset import Dataset

from viewer.model import Box

_CORNERS = (
    "RegionLocationMinX0",
    "RegionLocationMinY0",
    "RegionLocationMaxX1",
    "RegionLocationMaxY1",
)


def is_around_the_image(box: Box, header: Dataset) -> bool:
    """Whether a box in pixels touches none of the declared regions, of which there is at least one.

    Source: PS3.3 C.8.5.5.1.1 to C.8.5.5.1.4 (corners in pixels, both inclusive).
    """
    regions = list(_regions(header))
    return bool(regions) and not any(box.overlap(each) for each in regions)


def _regions(header: Dataset) -> Iterator[Box]:
    for item in header.get("SequenceOfUltrasoundRegions") or ():
        corners = [item.get(keyword) for keyword in _CORNERS]
        if not all(isinstance(each, int) for each in corners):
            continue
        left, top, right, bottom = corners
        if 0 <= left < right and 0 <= top < bottom:
            yield Box(left, top, right - left + 1, bottom - top + 1)
