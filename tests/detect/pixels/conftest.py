"""One pool of one worker for all tests of text."""

from __future__ import annotations

import pytest

from viewer.ocr import OcrPool, shared_pool


@pytest.fixture(scope="session")
def pool() -> OcrPool:
    return shared_pool(1)
