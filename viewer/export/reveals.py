"""What one exported file can still tell about its patient, as keys of ``residual-risk.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from pydicom.dataset import Dataset

from viewer import paths

_HEADER = {
    "age_left": ("PatientAge", "PatientBirthDate"),
    "sex_left": ("PatientSex",),
    "ancestry_left": ("EthnicGroup", "EthnicGroups"),
    "body_left": ("PatientSize", "PatientWeight", "PatientBodyMassIndex"),
}
_WHERE = ("BodyPartExamined", "SeriesDescription", "StudyDescription", "ProtocolName")
_IMPLANT = ("BreastImplantPresent",)


def reveals(source: Dataset, written: Dataset) -> frozenset[str]:
    """Header facts that are in the written file, and what its words and those before show."""
    left = {key for key, names in _HEADER.items() if any(_text(written, name) for name in names)}
    words = " ".join(_text(source, name) for name in _WHERE).casefold()
    left |= {key for key, pattern in _patterns().items() if pattern.search(words)}
    if any(_text(source, name) == "YES" for name in _IMPLANT):
        left.add("implant")
    return frozenset(left)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Words by key, from the resource."""
    words = tomllib.loads(paths.resource("residual-risk.toml").read_text("utf-8"))["words"]
    return {key: _beginnings(found) for key, found in words.items()}


def _beginnings(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})")


def _text(dataset: Dataset, keyword: str) -> str:
    try:
        return str(dataset.get(keyword) or "").strip()
    except Exception:  # noqa: BLE001 - a value pydicom cannot decode
        return ""
