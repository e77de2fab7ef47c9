"""What cleaning methods get."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from viewer.clean import CleanContext
from viewer.dicom import FrameReader
from viewer.identifiers import Identifiers
from viewer.model import Masked, PatientMapping, Series
from viewer.profile import load_profile


@pytest.fixture
def context() -> Iterator[CleanContext]:
    with FrameReader() as reader:
        yield CleanContext(
            profile=load_profile("research"),
            mapping=PatientMapping("P1", "P1", -100, b"k" * 32),
            identifiers=Identifiers(),
            reader=reader,
            series=Series("1.2", "1.1", "US", Masked(""), 1, ()),
        )
