"""Only the measured models are used, and never anything fetched."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.ocr.drawing import strokes
from viewer.errors import ScanveilError
from viewer.ocr import models
from viewer.ocr.engine import Engine
from viewer.ocr.models import models_folder, verified_models


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    shutil.copytree(models_folder(), folder)
    return folder


def test_the_installed_models_are_the_measured_ones() -> None:
    assert verified_models().detector.name.startswith("PP-OCRv6_det")


def test_a_missing_model_is_a_clear_error(copied: Path) -> None:
    (copied / verified_models().recogniser.name).unlink()
    with pytest.raises(ScanveilError, match=r"missing.*Install Scanveil again"):
        verified_models(copied)


def test_an_altered_model_is_refused(copied: Path) -> None:
    path = copied / verified_models().turner.name
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    with pytest.raises(ScanveilError, match="altered"):
        verified_models(copied)


def test_without_the_wheel_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda name: None)
    with pytest.raises(ScanveilError, match="not installed"):
        verified_models()


def test_reading_touches_no_socket() -> None:
    engine = Engine(verified_models())  # this process refuses every socket, see conftest
    image = np.where(strokes((80, 300), "WARD7SMITH", 12, 40, 0.8), 230, 20).astype(np.uint8)
    quads = engine.detect(image)
    assert engine.recognise([quads[0].crop(image)])[0][0].replace(" ", "") == "WARD7SMITH"
