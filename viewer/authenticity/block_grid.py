"""The grid of eight by eight pixels that JPEG leaves in an image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from viewer.authenticity.jumps import grid_strength
from viewer.authenticity.pixel_check import Measured, PixelCheck
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Place, Plane, Subject

_DECLARED = "block-grid.declared"
_LEAST_SIDE = 64
_LEAST_SUM = 7.0
_LEAST_EACH = 1.0


class BlockGrid(PixelCheck):
    """Compares jumps at every eighth column and row with the jumps between."""

    id = "block-grid"
    version = "2"
    title = "A grid of 8 by 8 pixels, as JPEG leaves it"
    finds = "images that were JPEGs once, however they are stored now"
    misses = "JPEGs of high quality, JPEGs that were resampled or blurred afterwards"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """The grid of an image that admits its loss is a fact."""
        declared = str(subject.header(place.instance).get("LossyImageCompression", "")) == "01"
        for sign in super().look_at_frame(subject, place):
            yield replace(sign, rule=_DECLARED, level=Level.FACT) if declared else sign

    def on_plane(self, plane: Plane, bits: int) -> Iterator[Measured]:
        """At most one sign, for the whole image."""
        if min(plane.shape) < _LEAST_SIDE:
            return
        across, down = grid_strength(plane), grid_strength(plane.T)
        if across + down >= _LEAST_SUM and min(across, down) >= _LEAST_EACH:
            text = (
                f"Jumps at every eighth column and row stand out by {across:.1f} and {down:.1f} "
                "standard errors"
            )
            yield Measured(self.id, text)


CHECK = BlockGrid()
