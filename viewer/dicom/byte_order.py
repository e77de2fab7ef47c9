"""Big endian data sets turned into little endian ones, so that nobody else meets them."""

from __future__ import annotations

import numpy as np
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

_WORDS = {"OW": 2, "OF": 4, "OL": 4, "OD": 8, "OV": 8}


def to_little_endian(ds: Dataset) -> None:
    """Convert every element in place; numbers are interpreted, words of bulk data swapped."""
    for element in list(ds):
        if element.VR == "SQ":
            for item in element.value:
                to_little_endian(item)
        elif element.VR in _WORDS and isinstance(element.value, bytes):
            swap_words(element, _WORDS[element.VR])
    ds.set_original_encoding(False, True, ds.original_character_set)


def swap_words(element: DataElement, size: int) -> None:
    """Reverse the bytes of every word of a binary value."""
    value = bytes(element.value)
    whole = len(value) - len(value) % size
    swapped = np.frombuffer(value[:whole], f"u{size}").byteswap().tobytes()
    element.value = swapped + value[whole:]
