"""The options of PS3.15 Annex E and the codes that name them."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache

from viewer.paths import resource
from viewer.profile.tables import rows


class Option(StrEnum):
    """Options of the Basic Application Level Confidentiality Profile, PS3.15 E.3."""

    CLEAN_PIXEL_DATA = "pixels"
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES = "features"
    CLEAN_GRAPHICS = "graphics"
    CLEAN_STRUCTURED_CONTENT = "structured"
    CLEAN_DESCRIPTORS = "descriptors"
    RETAIN_FULL_DATES = "full-dates"
    RETAIN_MODIFIED_DATES = "modified-dates"
    RETAIN_PATIENT_CHARACTERISTICS = "patient"
    RETAIN_DEVICE_IDENTITY = "device"
    RETAIN_UIDS = "uids"
    RETAIN_SAFE_PRIVATE = "safe-private"
    RETAIN_INSTITUTION_IDENTITY = "institution"

    @property
    def code(self) -> str:
        """Code value in CID 7050, scheme DCM."""
        return method_code(self.value)[0]

    @property
    def explanation(self) -> str:
        """One sentence about what it does to the files."""
        return _explanations()[self.value]

    @property
    def meaning(self) -> str:
        """Code meaning in CID 7050."""
        return method_code(self.value)[1]


@cache
def _explanations() -> dict[str, str]:
    return tomllib.loads(resource("options.toml").read_text("utf-8"))


@cache
def _codes() -> dict[str, tuple[str, str]]:
    return {name: (value, meaning) for name, value, meaning in rows("standard/method-codes.tsv")}


@cache
def method_meanings() -> dict[str, str]:
    """Meanings of the codes of CID 7050 by code value."""
    return dict(_codes().values())


def method_code(option: str) -> tuple[str, str]:
    """Code value and meaning in CID 7050 of an option, or of ``basic`` for the profile itself."""
    return _codes()[option]
