"""Under a box nothing is left; beside it nothing changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate
from pydicom.uid import JPEG2000Lossless, JPEGLSLossless, RLELossless

from tests.clean.pixels.build import image, saved
from viewer.clean import CleanContext, InstancePlan
from viewer.clean.pixels.blank_boxes import METHOD
from viewer.clean.pixels.derived import METHOD as DERIVED
from viewer.dicom import read_dataset
from viewer.model import Box, Change

BOX = Box(5, 4, 20, 8)
INSIDE = (slice(4, 12), slice(5, 25))
Boxes = tuple[tuple[Box, tuple[int, ...] | None], ...]


def noise(*shape: int, dtype: str = "u1", low: int = 10, high: int = 250) -> NDArray[Any]:
    return np.random.default_rng(1).integers(low, high, shape).astype(dtype)


def cleaned(
    ds: FileDataset, folder: Path, context: CleanContext, boxes: Boxes = ((BOX, None),)
) -> tuple[FileDataset, list[Change], NDArray[Any]]:
    """The cleaned data set, its changes, and its decoded pixels after writing and reading."""
    source = saved(ds, folder)
    copy = read_dataset(source)
    plan = InstancePlan(source, "1.2", boxes=boxes)
    changes = METHOD.clean(copy, plan, context)
    changes += DERIVED.clean(copy, plan, replace(context, changes=tuple(changes)))
    again = saved(copy, folder, "cleaned.dcm")
    arrays = np.array([frame.array for frame in context.reader.frames(again)])
    return copy, changes, arrays[0] if len(arrays) == 1 else arrays


def outside(array: NDArray[Any]) -> NDArray[Any]:
    mask = np.ones(array.shape[:2], bool)
    mask[INSIDE] = False
    return array[mask]


@pytest.mark.parametrize(
    ("photometric", "dtype", "fill"),
    [
        ("MONOCHROME2", "u1", 10),
        ("MONOCHROME1", "u1", 249),
        ("MONOCHROME2", "i2", -900),
        ("MONOCHROME1", "u2", 3999),
    ],
)
def test_grey_is_filled_with_what_looks_darkest(
    photometric: str, dtype: str, fill: int, tmp_path: Path, context: CleanContext
) -> None:
    ranges = {"u1": (10, 250), "i2": (-900, 2000), "u2": (100, 4000)}[dtype]
    before = noise(40, 60, dtype=dtype, low=ranges[0], high=ranges[1])
    before[20, :2] = ranges[0], ranges[1] - 1
    _, _, after = cleaned(image(before, photometric=photometric), tmp_path, context)
    assert (after[INSIDE] == fill).all()
    assert (outside(after) == outside(before)).all()


def test_colour_is_filled_with_black(tmp_path: Path, context: CleanContext) -> None:
    before = noise(40, 60, 3)
    _, _, after = cleaned(image(before, photometric="RGB"), tmp_path, context)
    assert (after[INSIDE] == 0).all()
    assert (outside(after) == outside(before)).all()


def test_luminance_and_colour_difference_are_filled_with_black(
    tmp_path: Path, context: CleanContext
) -> None:
    before = noise(40, 60, 3)
    _, _, after = cleaned(image(before, photometric="YBR_FULL"), tmp_path, context)
    assert (after[INSIDE] == (0, 128, 128)).all()
    assert (outside(after) == outside(before)).all()


def test_a_palette_is_filled_with_its_darkest_index(tmp_path: Path, context: CleanContext) -> None:
    before = noise(40, 60)
    ramp = np.roll(np.arange(256, dtype="<u2") * 257, 7)
    more: dict[str, Any] = {}
    for colour in ("Red", "Green", "Blue"):
        more[f"{colour}PaletteColorLookupTableDescriptor"] = [256, 0, 16]
        more[f"{colour}PaletteColorLookupTableData"] = ramp.tobytes()
    _, _, after = cleaned(image(before, photometric="PALETTE COLOR", **more), tmp_path, context)
    assert (after[INSIDE] == 7).all()


def test_a_box_holds_for_all_frames_or_for_those_named(
    tmp_path: Path, context: CleanContext
) -> None:
    before = noise(4, 40, 60)
    _, changes, after = cleaned(image(before), tmp_path, context)
    assert (after[:, *INSIDE] == before.min()).all()
    assert (changes[0].frames, changes[0].count) == (None, 4 * BOX.area)
    _, changes, after = cleaned(image(before), tmp_path, context, ((BOX, (1, 3)),))
    assert (after[[0, 2]] == before[[0, 2]]).all()
    assert (after[[1, 3], *INSIDE] == before.min()).all()
    assert changes[0].frames == (1, 3)


def test_without_boxes_the_bytes_stay(tmp_path: Path, context: CleanContext) -> None:
    ds = image(noise(40, 60))
    copy, changes, _ = cleaned(ds, tmp_path, context, ())
    assert changes == []
    assert copy.PixelData == ds.PixelData
    assert copy.ImageType == ["ORIGINAL", "PRIMARY"]


def test_a_box_outside_the_image_changes_nothing(tmp_path: Path, context: CleanContext) -> None:
    ds = image(noise(40, 60))
    copy, changes, _ = cleaned(ds, tmp_path, context, ((Box(70, 4, 5, 5), None),))
    assert changes == []
    assert copy.PixelData == ds.PixelData


@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless, JPEG2000Lossless])
def test_lossless_compression_stays(syntax: str, tmp_path: Path, context: CleanContext) -> None:
    before = noise(3, 40, 60)
    ds = image(before)
    ds.compress(syntax) if syntax == RLELossless else _compressed(ds, before, syntax)
    copy, _, after = cleaned(ds, tmp_path, context)
    assert copy.file_meta.TransferSyntaxUID == syntax
    assert (after[:, *INSIDE] == before.min()).all()
    before[:, *INSIDE] = before.min()
    assert (after == before).all()


def _compressed(ds: FileDataset, frames: NDArray[Any], syntax: str) -> None:
    encode = {
        JPEGLSLossless: imagecodecs.jpegls_encode,
        JPEG2000Lossless: lambda a: imagecodecs.jpeg2k_encode(
            a, codecformat="j2k", reversible=True
        ),
    }[syntax]
    ds.PixelData = encapsulate([encode(frame) for frame in frames])
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    ds.file_meta.TransferSyntaxUID = syntax


def test_the_file_says_what_was_done(tmp_path: Path, context: CleanContext) -> None:
    before = noise(40, 60)
    before[5, 6] = 251
    ds = image(
        before,
        SmallestImagePixelValue=10,
        LargestImagePixelValue=251,
        DerivationDescription="Cropped",
    )
    copy, changes, _ = cleaned(ds, tmp_path, context)
    assert copy.ImageType == ["DERIVED", "PRIMARY"]
    assert copy.DerivationDescription.startswith("Cropped; ")
    assert [each.CodeValue for each in copy.DerivationCodeSequence] == ["113047"]
    assert copy.LargestImagePixelValue < 251
    assert {each.what for each in changes} >= {"blanked", "replaced"}
    assert {each.method for each in changes} == {METHOD.id, DERIVED.id}


def test_a_second_cleaning_repeats_no_code(tmp_path: Path, context: CleanContext) -> None:
    copy, _, _ = cleaned(image(noise(40, 60)), tmp_path, context)
    again, _, _ = cleaned(copy, tmp_path, context, ((Box(30, 20, 4, 4), None),))
    assert len(again.DerivationCodeSequence) == 1
