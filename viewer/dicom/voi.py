"""How stored values become grey: modality, VOI and palette transformations of one frame.

PS3.3 C.11.1 (Modality LUT), C.11.2 (VOI LUT), C.7.6.3.1.5 (palettes).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydicom.dataset import Dataset

from viewer.dicom.frame import Array
from viewer.dicom.geometry import numbers
from viewer.dicom.lookup import LookupTable, Palette, lookup_table, palette
from viewer.dicom.pixel_spec import number, text

_FRAME_MACROS = ("PixelValueTransformationSequence", "FrameVOILUTSequence")


@dataclass(frozen=True, slots=True)
class Window:
    """Centre and width in modality units (HU for CT)."""

    center: float
    width: float


@dataclass(frozen=True, slots=True)
class VoiParameters:
    """Everything between stored values and the screen, for one frame of one instance.

    Equal ones share what is computed from them; tables are equal only to themselves.
    ``padding`` is the inclusive range of stored values that are no image.
    """

    slope: float = 1.0
    intercept: float = 0.0
    modality_lut: LookupTable | None = None
    windows: tuple[Window, ...] = ()
    function: str = "LINEAR"
    voi_lut: LookupTable | None = None
    padding: tuple[int, int] | None = None
    palette: Palette | None = None

    def modality(self, values: Array) -> Array:
        """Image values in modality units as float32 (float64 for 32-bit integers)."""
        if self.modality_lut is not None:
            return self.modality_lut.apply(values).astype(np.float32)
        kind = np.float64 if values.dtype.itemsize > 2 else np.float32
        scaled: Array = values.astype(kind)
        if self.slope != 1.0:
            np.multiply(scaled, kind(self.slope), out=scaled)
        if self.intercept:
            np.add(scaled, kind(self.intercept), out=scaled)
        return scaled


def voi_parameters(ds: Dataset, frame_index: int = 0) -> VoiParameters:
    """The parameters for a frame; functional groups of the frame win over the top level."""
    places = [*_frame_items(ds, frame_index), ds]
    slope = _first_number(places, "RescaleSlope", 1.0)
    return VoiParameters(
        slope=slope if slope else 1.0,
        intercept=_first_number(places, "RescaleIntercept", 0.0),
        modality_lut=_sequence_lut(ds, "ModalityLUTSequence"),
        windows=_windows(places),
        function=next((f for p in places if (f := text(p, "VOILUTFunction"))), "LINEAR").upper(),
        voi_lut=_sequence_lut(ds, "VOILUTSequence"),
        padding=_padding(ds),
        palette=palette(ds),
    )


def _frame_items(ds: Dataset, index: int) -> list[Dataset]:
    found: list[Dataset] = []
    for keyword in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"):
        groups: Sequence[Dataset] = ds.get(keyword) or []
        position = index if keyword.startswith("Per") else 0
        if position < len(groups):
            for macro in _FRAME_MACROS:
                found.extend((groups[position].get(macro) or [])[:1])
    return found


def _first_number(places: Sequence[Dataset], keyword: str, default: float) -> float:
    for place in places:
        values = _safe_numbers(place, keyword)
        if values and np.isfinite(values[0]):
            return values[0]
    return default


def _windows(places: Sequence[Dataset]) -> tuple[Window, ...]:
    for place in places:
        centers, widths = _safe_numbers(place, "WindowCenter"), _safe_numbers(place, "WindowWidth")
        pairs = zip(centers, widths, strict=False)
        found = tuple(Window(c, w) for c, w in pairs if w > 0 and np.isfinite((c, w)).all())
        if found:
            return found
    return ()


def _safe_numbers(place: Dataset, keyword: str) -> tuple[float, ...]:
    try:
        return numbers(place.get(keyword))
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return ()


def _padding(ds: Dataset) -> tuple[int, int] | None:
    if "PixelPaddingValue" not in ds:
        return None
    first = number(ds, "PixelPaddingValue")
    last = number(ds, "PixelPaddingRangeLimit", first)
    return min(first, last), max(first, last)


def _sequence_lut(ds: Dataset, keyword: str) -> LookupTable | None:
    try:
        items: Any = ds.get(keyword)
        return lookup_table(items[0], number(ds, "PixelRepresentation") == 1) if items else None
    except Exception:  # noqa: BLE001 - a damaged table means no table
        return None
