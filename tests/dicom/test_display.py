"""Stored values reach the screen as PS3.3 C.11 says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.pixels import apply_color_lut, convert_color_space
from pydicom.sequence import Sequence

from tests.dicom.made import image, ramp
from viewer.dicom import (
    Frame,
    FrameReader,
    Window,
    default_window,
    display,
    modality_values,
    pixel_spec,
    read_dataset,
    to_display,
    voi_parameters,
)
from viewer.model import Source


def _frame(ds: Dataset, array: np.ndarray[Any, Any]) -> Frame:
    spec = pixel_spec(ds)
    assert spec is not None
    return Frame(array, ds.PhotometricInterpretation, spec)


def _shown(array: np.ndarray[Any, Any], window: Window | None = None, **attributes: Any) -> Any:
    ds = image(array, **attributes)
    return to_display(_frame(ds, array), ds, window)


def test_linear_window_of_the_standard() -> None:
    array = np.array([[0, 99, 100, 149, 150, 199, 200, 5000]], np.uint16)
    expected = [0, 0, 1, 127, 129, 254, 255, 255]
    shown = _shown(array, Window(150, 101))
    assert np.abs(shown[0].astype(int) - expected).max() <= 2
    assert shown[0, 0] == 0
    assert shown[0, -1] == 255


def test_rescale_is_applied_before_the_window() -> None:
    array = np.array([[0, 1024, 2048]], np.uint16)
    ds = image(array, RescaleSlope="1", RescaleIntercept="-1024")
    assert modality_values(_frame(ds, array), ds).tolist() == [[-1024, 0, 1024]]
    shown = to_display(_frame(ds, array), ds, Window(0, 400))
    assert shown.tolist()[0][0::2] == [0, 255]
    assert 126 <= shown[0, 1] <= 129


def test_monochrome1_is_inverted() -> None:
    array = ramp(dtype="uint8")
    plain, inverted = _shown(array), _shown(array, PhotometricInterpretation="MONOCHROME1")
    assert np.array_equal(255 - plain, inverted)


def test_eight_bits_without_window_stay_as_they_are() -> None:
    array = ramp(dtype="uint8")
    assert np.array_equal(_shown(array), array)


def test_window_of_one_is_a_threshold() -> None:
    array = np.array([[9, 10, 11]], np.uint16)
    assert _shown(array, Window(10.5, 1)).tolist() == [[0, 0, 255]]


def test_sigmoid_is_half_at_its_centre() -> None:
    array = np.array([[0, 500, 1000]], np.uint16)
    attributes = {"WindowCenter": "500", "WindowWidth": "400", "VOILUTFunction": "SIGMOID"}
    shown = _shown(array, **attributes)
    assert shown[0, 1] in (127, 128)
    assert shown[0, 0] < 4
    assert shown[0, 2] > 251


def test_padding_is_left_out_of_the_automatic_window() -> None:
    array = ramp(40, 40, "int16") + 1000
    array[:20] = -2000
    ds = image(array, PixelPaddingValue=-2000)
    window = default_window(ds, _frame(ds, array))
    assert window.center - window.width / 2 > 1000
    del ds.PixelPaddingValue
    assert default_window(ds, _frame(ds, array)).center < 1000


def test_voi_lut_sequence_is_used() -> None:
    item = Dataset()
    item.LUTDescriptor, item.LUTData = [4, 10, 8], [0, 50, 100, 255]
    item["LUTDescriptor"].VR = item["LUTData"].VR = "US"
    array = np.array([[0, 10, 11, 12, 13, 99]], np.uint16)
    shown = _shown(array, VOILUTSequence=Sequence([item]))
    assert shown.tolist() == [[0, 0, 50, 100, 255, 255]]


def test_high_bits_do_not_reach_the_screen() -> None:
    array = ramp()
    attributes = {"BitsStored": 12, "HighBit": 11}
    assert np.array_equal(
        _shown(array, Window(300, 600), **attributes),
        _shown(array | 0x7000, Window(300, 600), **attributes),
    )


@pytest.mark.parametrize("name", ["fo-dicom__TestPattern_Palette", "pydicom__examples_palette"])
def test_palettes_agree_with_pydicom(name: str, shared_data: Path) -> None:
    source = Source(shared_data / "breadth" / f"{name}.dcm")
    ds = read_dataset(source)
    with FrameReader() as reader:
        frame = reader.frame(source)
    theirs = apply_color_lut(frame.array, ds)
    theirs = theirs >> 8 if theirs.dtype == np.uint16 else theirs
    assert np.array_equal(to_display(frame, ds), theirs)


def test_palette_indices_out_of_range_are_clipped(shared_data: Path) -> None:
    ds = read_dataset(Source(shared_data / "breadth" / "fo-dicom__TestPattern_Palette.dcm"))
    ds.RedPaletteColorLookupTableDescriptor = [9999, 200, 8]
    array = np.arange(256, dtype=np.uint8).reshape(16, 16)
    spec = pixel_spec(ds)
    assert spec is not None
    shown = to_display(Frame(array, "PALETTE COLOR", spec), ds)
    assert shown.shape == (16, 16, 3)
    assert (shown.reshape(-1, 3)[:200] == shown[0, 0]).all()


def test_ybr_agrees_with_pydicom() -> None:
    array = np.random.default_rng(5).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    shown = _shown(array, PhotometricInterpretation="YBR_FULL")
    theirs = convert_color_space(array, "YBR_FULL", "RGB")
    assert np.abs(shown.astype(int) - theirs.astype(int)).max() <= 1


@pytest.mark.parametrize("dtype", ["uint32", "int32", "float32"])
def test_wide_cells_are_shown(dtype: str) -> None:
    array = ramp(dtype=dtype) * 1000
    ds = image(array if dtype != "float32" else array.view("uint32"))
    shown = to_display(_frame(ds, array), ds)
    assert shown[0, 0] == 0
    assert shown[-1, -1] == 255


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16"])
def test_the_automatic_window_spans_the_percentiles_of_any_cell(dtype: str) -> None:
    ends = np.iinfo(dtype)
    array = np.random.default_rng(1).integers(ends.min, ends.max, (64, 64), dtype, endpoint=True)
    ds = image(array, RescaleIntercept="10")
    window = default_window(ds, _frame(ds, array))
    low, high = np.percentile(array.astype(np.float64) + 10, (0.5, 99.5))
    assert window.center - window.width / 2 == pytest.approx(low, abs=1)
    assert window.center + window.width / 2 == pytest.approx(high + 1, abs=1)


def test_slices_that_ask_for_the_same_share_their_table() -> None:
    first, second = ramp(40, 40, "int16"), ramp(40, 40, "int16") + 5
    window = Window(500.0, 321.0)
    for each in (first, second):
        ds = image(each)
        to_display(_frame(ds, each), voi_parameters(ds), window)
    before = display._table.cache_info().hits
    ds = image(first)
    to_display(_frame(ds, first), voi_parameters(ds), window)
    assert display._table.cache_info().hits == before + 1
