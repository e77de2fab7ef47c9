"""Overlays are drawn where the standard says: origin, frame, and planes inside the pixels."""

from __future__ import annotations

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian

from viewer.dicom import Frame, PixelSpec
from viewer.dicom.overlays import overlay_mask


def _frame(index: int = 0, *, high_bit: int = 11) -> Frame:
    spec = PixelSpec(
        6, 8, 1, 3, 16, high_bit + 1, high_bit, False, "MONOCHROME2", 0, ExplicitVRLittleEndian
    )
    return Frame(np.zeros((6, 8), np.uint16), "MONOCHROME2", spec, index)


def _overlay(bits: np.ndarray, origin: tuple[int, int], frames: int = 0, first: int = 1) -> Dataset:
    ds = Dataset()
    ds.add_new(0x60000010, "US", bits.shape[-2])
    ds.add_new(0x60000011, "US", bits.shape[-1])
    ds.add_new(0x60000050, "SS", list(origin))
    ds.add_new(0x60003000, "OW", np.packbits(bits.ravel(), bitorder="little").tobytes() + b"\0")
    if frames:
        ds.add_new(0x60000015, "IS", frames)
        ds.add_new(0x60000051, "US", first)
    return ds


def test_a_plane_lies_at_its_origin_and_is_cut_at_the_edges() -> None:
    for origin, rows, columns in (((3, 2), (2, 6), (1, 5)), ((-1, 7), (0, 2), (6, 8))):
        mask = overlay_mask(_overlay(np.ones((4, 4), bool), origin), _frame())
        assert mask is not None
        expected = np.zeros((6, 8), bool)
        expected[slice(*rows), slice(*columns)] = True
        assert (mask == expected).all()


def test_planes_of_frames_are_drawn_on_their_frames() -> None:
    bits = np.zeros((2, 3, 5), bool)
    bits[0, 0, 0] = bits[1, 2, 4] = True
    ds = _overlay(bits, (1, 1), frames=2, first=2)
    assert overlay_mask(ds, _frame(0)) is None
    for index, place in ((1, (0, 0)), (2, (2, 4))):
        mask = overlay_mask(ds, _frame(index))
        assert mask is not None
        assert [tuple(each) for each in np.argwhere(mask)] == [place]
    ds = _overlay(bits[0], (1, 1))
    assert all(overlay_mask(ds, _frame(index)) is not None for index in range(3))


def test_a_plane_in_an_unused_bit_is_drawn_and_a_bit_of_the_image_is_not() -> None:
    frame = _frame()
    frame.array[2, 3] = 1 << 14
    ds = Dataset()
    ds.add_new(0x60000010, "US", 6)
    ds.add_new(0x60000011, "US", 8)
    ds.add_new(0x60000102, "US", 14)
    mask = overlay_mask(ds, frame)
    assert mask is not None
    assert mask.sum() == mask[2, 3] == 1
    assert overlay_mask(ds, Frame(frame.array, "MONOCHROME2", _frame(high_bit=14).spec, 0)) is None


def test_data_that_ends_early_draws_nothing() -> None:
    ds = _overlay(np.ones((4, 4), bool), (1, 1))
    ds[0x60003000].value = b"\xff"
    assert overlay_mask(ds, _frame()) is None
