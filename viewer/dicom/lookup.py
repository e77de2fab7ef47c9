"""Lookup tables of the Modality LUT, VOI LUT and palette modules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from pydicom.dataset import Dataset
from pydicom.pixels.processing import _expand_segmented_lut

from viewer.dicom.frame import Array

_MAX_ENTRIES = 1 << 16
_COLOURS = ("Red", "Green", "Blue")


@dataclass(frozen=True, slots=True, eq=False)
class LookupTable:
    """Entries from input value ``first`` on; ``bits`` is the width of an entry."""

    entries: Array
    first: int
    bits: int

    def apply(self, values: Array) -> Array:
        """Entries for values; values outside take the nearest end (PS3.3 C.11.1.1.1)."""
        index = np.clip(values.astype(np.int64) - self.first, 0, len(self.entries) - 1)
        found: Array = self.entries[index]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """``colours`` is (entries, 3) uint8, from stored value ``first`` on."""

    colours: Array
    first: int

    def apply(self, values: Array) -> Array:
        """RGB for stored values, clipped to the palette's ends."""
        index = np.clip(values.astype(np.int64) - self.first, 0, len(self.colours) - 1)
        found: Array = self.colours[index]
        return found


def lookup_table(item: Dataset, signed: bool) -> LookupTable | None:
    """The table of a Modality LUT or VOI LUT item, None when it holds none."""
    descriptor = _descriptor(item.get("LUTDescriptor"), signed)
    data = item.get("LUTData")
    if descriptor is None or data is None:
        return None
    entries, first, bits = descriptor
    cells = _cells(data, entries, 16)[:entries].astype(np.float32)
    return LookupTable(cells, first, bits) if len(cells) else None


def palette(ds: Dataset) -> Palette | None:
    """The palette of a PALETTE COLOR image as 8-bit RGB, None without or when damaged."""
    if "RedPaletteColorLookupTableDescriptor" not in ds:
        return None
    try:
        planes = [_plane(ds, colour) for colour in _COLOURS]
        descriptor = _descriptor(ds.get("RedPaletteColorLookupTableDescriptor"), signed=False)
    except Exception:  # noqa: BLE001 - a damaged palette is shown as grey
        return None
    if descriptor is None or any(len(plane) == 0 for plane in planes):
        return None
    size = min(len(plane) for plane in planes)
    return Palette(np.stack([plane[:size] for plane in planes], axis=1), descriptor[1])


def _plane(ds: Dataset, colour: str) -> Array:
    descriptor = _descriptor(ds.get(f"{colour}PaletteColorLookupTableDescriptor"), signed=False)
    if descriptor is None:
        return np.empty(0, np.uint8)
    entries, _, bits = descriptor
    segmented = ds.get(f"Segmented{colour}PaletteColorLookupTableData")
    if segmented:
        code = "B" if bits == 8 else "H"
        raw = tuple(int(v) for v in np.frombuffer(segmented, f"<u{1 if bits == 8 else 2}"))
        cells = np.asarray(_expand_segmented_lut(raw, code)[:_MAX_ENTRIES])
    else:
        cells = _cells(ds.get(f"{colour}PaletteColorLookupTableData") or b"", entries, bits)
    cells = cells[:entries]
    if len(cells) and int(cells.max()) > 255:
        cells = cells >> 8
    return cells.astype(np.uint8)


def _descriptor(value: Any, signed: bool) -> tuple[int, int, int] | None:
    """(entries, first input value, bits); 0 entries stands for 65536."""
    if value is None or len(value) != 3:
        return None
    entries, first, bits = (int(each) for each in value)
    entries = (entries & 0xFFFF) or _MAX_ENTRIES
    if signed and first > 0x7FFF:
        first -= 0x10000
    return entries, first, bits


def _cells(data: Any, entries: int, bits: int) -> Array:
    """Table entries from bytes or from a list of numbers."""
    if isinstance(data, bytes):
        packed = len(data) < 2 * entries
        if packed:
            return np.frombuffer(data, np.uint8).astype(np.int64)
        return np.frombuffer(data[: 2 * entries], "<u2").astype(np.int64)
    several = data if hasattr(data, "__len__") else [data]
    return np.asarray([int(each) & 0xFFFF for each in several], np.int64)
