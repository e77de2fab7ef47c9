"""Python's codecs for the names in Specific Character Set."""

from __future__ import annotations

from functools import lru_cache

from pydicom.charset import convert_encodings


@lru_cache
def encodings_of(value: bytes) -> tuple[str, ...]:
    """Codecs for the raw value of Specific Character Set, the default one when it is empty."""
    names = value.decode("ascii", "replace").strip(" \0").split("\\")
    return tuple(convert_encodings([name.strip() for name in names]))
