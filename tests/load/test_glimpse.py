"""The first image that can be looked at is found without reading the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.dicom.made import image
from viewer.dicom import write_dataset
from viewer.load import first_image


def test_the_first_image_in_reading_order_is_found_past_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text("nothing")
    (tmp_path / "1.zip").write_bytes(b"PK\x03\x04" + bytes(200))
    for number in (3, 2):
        made = image(np.zeros((8, 8), np.uint8), InstanceNumber=number)
        write_dataset(made, tmp_path / f"{number}.dcm")
    found = first_image([tmp_path / "missing", tmp_path])
    assert found is not None
    assert [each.source.path.name for each in found.instances] == ["2.dcm"]


def test_nothing_is_looked_at_for_long_where_there_is_no_image(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02d}.txt").write_text("nothing")
    write_dataset(image(np.zeros((8, 8), np.uint8)), tmp_path / "late.dcm")
    assert first_image([tmp_path]) is None
