"""What stands around the declared ultrasound image was printed by the device."""

from __future__ import annotations

import pytest
from pydicom.dataset import Dataset

from viewer.detect.ultrasound_regions import is_around_the_image
from viewer.model import Box


def header(*regions: tuple[object, ...]) -> Dataset:
    ds = Dataset()
    ds.SequenceOfUltrasoundRegions = []
    for corners in regions:
        item = Dataset()
        names = ("MinX0", "MinY0", "MaxX1", "MaxY1")
        for name, value in zip(names, corners, strict=True):
            if value is not None:
                setattr(item, f"RegionLocation{name}", value)
        ds.SequenceOfUltrasoundRegions.append(item)
    return ds


@pytest.mark.parametrize(
    ("box", "around"),
    [
        (Box(0, 0, 300, 40), True),
        (Box(0, 30, 300, 11), False),
        (Box(0, 30, 300, 10), True),
        (Box(301, 100, 20, 20), True),
        (Box(300, 100, 20, 20), False),
        (Box(40, 260, 60, 20), False),
    ],
)
def test_a_box_is_around_the_image_when_it_touches_no_region(box: Box, around: bool) -> None:
    declared = header((20, 40, 300, 199), (20, 250, 300, 299))
    assert is_around_the_image(box, declared) is around


def test_without_a_region_that_makes_sense_nothing_is_around_it() -> None:
    for ds in (
        Dataset(),
        header(),
        header((9, 9, 9, 9)),
        header((-5, 0, 20, 20)),
        header((1, 1, None, 9)),
    ):
        assert not is_around_the_image(Box(0, 0, 9, 9), ds)
