"""Sizes and places in the header that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.dicom.geometry import numbers, plane_axes
from viewer.model import Instance

_TOLERANCE = 0.02
_TOLERANCE_MM = 0.5


class GeometryFacts(HeaderCheck):
    """Field of view against spacing, slice location against position."""

    id = "geometry"
    version = "1"
    title = "Sizes or places in the header contradict each other"
    finds = (
        "a reconstruction diameter that is not spacing times matrix, a slice that lies elsewhere"
    )
    misses = "edits that leave the geometry as it was"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """A sign about the field of view, a fact about the slice location."""
        diameter = numbers(header.get("ReconstructionDiameter"))
        is_axial = "LOCALIZER" not in str(header.get("ImageType", ""))
        if diameter and diameter[0] > 0 and instance.spacing and is_axial:
            extents = (instance.spacing[0] * instance.rows, instance.spacing[1] * instance.columns)
            if all(abs(each / diameter[0] - 1) > _TOLERANCE for each in extents):
                text = "The Reconstruction Diameter is not Pixel Spacing times the matrix"
                yield Measured("geometry.field-of-view", text)
        location = numbers(header.get("SliceLocation"))
        if location and instance.position and instance.orientation:
            axes = plane_axes(instance.orientation)
            if axes is not None:
                along = float(axes[2] @ instance.position)
                if abs(abs(along) - abs(location[0])) > _TOLERANCE_MM:
                    text = "Slice Location is not where Image Position (Patient) puts the slice"
                    yield Measured("geometry.location", text, level=Level.FACT)


CHECK = GeometryFacts()
