"""Nothing hides beside the image in its own pixel data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pydicom.dataset import FileDataset

from tests.clean.pixels.build import image
from viewer.clean import CleanContext, InstancePlan
from viewer.clean.pixels.unused_bits import METHOD
from viewer.model import Change, Source

PLAN = InstancePlan(Source(Path("image.dcm")), "1.2")


def twelve_bits(cells: np.ndarray, *, signed: bool = False) -> FileDataset:
    ds = image(cells)
    ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 12, 11, int(signed)
    return ds


def run(ds: FileDataset, context: CleanContext) -> list[Change]:
    return METHOD.clean(ds, PLAN, context)


def test_an_overlay_above_the_stored_bits_is_cleared(context: CleanContext) -> None:
    values = np.random.default_rng(2).integers(0, 4096, (20, 30)).astype("<u2")
    hidden = values.copy()
    hidden[5:9, 4:20] |= 0x1000
    ds = twelve_bits(hidden)
    (change,) = run(ds, context)
    assert ds.PixelData == values.tobytes()
    assert (change.what, change.count) == ("cleaned", 64)


def test_a_sign_carried_on_is_no_hidden_data(context: CleanContext) -> None:
    values = np.random.default_rng(2).integers(-2048, 2048, (20, 30)).astype("<i2")
    ds = twelve_bits(values, signed=True)
    assert run(ds, context) == []
    assert ds.PixelData == values.tobytes()


def test_other_bits_above_a_signed_image_are_cleared(context: CleanContext) -> None:
    values = np.random.default_rng(2).integers(-2048, 2048, (20, 30)).astype("<i2")
    hidden = values.copy().view("<u2")
    hidden[3, 7] ^= 0x4000
    ds = twelve_bits(hidden, signed=True)
    assert run(ds, context)[0].count == 1
    assert ds.PixelData == values.tobytes()


def test_bytes_after_the_last_pixel_go(context: CleanContext) -> None:
    ds = image(np.zeros((20, 30), np.uint8))
    ds.PixelData += b"ROSENTHAL^MARIELLE"
    (change,) = run(ds, context)
    assert ds.PixelData == bytes(600)
    assert (change.what, change.count) == ("removed", 18)


def test_an_even_length_needs_no_cleaning(context: CleanContext) -> None:
    ds = image(np.ones((3, 5), np.uint8))
    assert len(ds.PixelData) == 16
    assert run(ds, context) == []
