"""Fills marked pixels of a data set; frames and pixels that are not marked stay bit-identical."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import UID

from viewer.dicom.codecs import is_ycc
from viewer.dicom.codestream import inspect
from viewer.dicom.encoders import encode_frames
from viewer.dicom.failures import damaged
from viewer.dicom.fragments import fragment_spans, frame_spans, join
from viewer.dicom.frame import Array, Frame
from viewer.dicom.jpeg_blocks import fill_blocks
from viewer.dicom.jpeg_entropy import CannotFillBlocks
from viewer.dicom.native import native_frame
from viewer.dicom.native_fill import fill_native
from viewer.dicom.pixel_attributes import follow_pixels
from viewer.dicom.pixel_spec import PixelSpec, pixel_bytes, pixel_spec
from viewer.dicom.write_pixels import put_frames, put_native, write_pixels
from viewer.errors import UnreadableError

SEQUENTIAL_JPEG = frozenset(("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"))
"""Syntaxes in which single blocks can be filled."""

FrameOf = Callable[[int], Frame]


@dataclass(frozen=True, slots=True)
class Filled:
    """``notes`` for a person; ``beside`` counts pixels filled beside marked ones, all frames."""

    notes: list[str]
    beside: int = 0


def fill_pixels(ds: Dataset, frame_of: FrameOf, masks: Mapping[int, Array], cell: Array) -> Filled:
    """Set the masked pixels of some frames to ``cell``, in the syntax the data set has.

    ``masks`` are boolean (rows, columns) by frame; ``frame_of`` decodes a frame of the source, and
    ``cell`` is a value of its array. Uncompressed and lossless data changes only there; sequential
    JPEG in whole blocks (see ``fill_blocks``); what else is lossy becomes lossless as decoded.
    Raises UnreadableError.
    """
    spec = pixel_spec(ds)
    if spec is None or max(masks) >= spec.frames:
        raise damaged("it has fewer frames than were looked at")
    first = frame_of(min(masks))
    if not UID(spec.transfer_syntax).is_encapsulated:
        done = _in_place(ds, spec, first, masks, cell)
    elif spec.transfer_syntax in SEQUENTIAL_JPEG:
        done = _in_blocks(ds, spec, masks, cell)
    else:
        done = _in_frames(ds, spec, frame_of, masks, cell)
    if done is None:
        edited = Edited(frame_of, masks, cell, spec.frames)
        return Filled(write_pixels(ds, edited, first.photometric))
    return done


@dataclass(frozen=True, slots=True)
class Edited:
    """All frames of a source with the marked pixels filled, decoded anew whenever they are read."""

    frame_of: FrameOf
    masks: Mapping[int, Array]
    cell: Array
    frames: int

    def __len__(self) -> int:
        return self.frames

    def __iter__(self) -> Iterator[Array]:
        return (self.at(index) for index in range(self.frames))

    def at(self, index: int) -> Array:
        """One frame."""
        array = np.array(self.frame_of(index).array)
        if index in self.masks:
            array[self.masks[index]] = self.cell
        return array


def _in_place(
    ds: Dataset, spec: PixelSpec, first: Frame, masks: Mapping[int, Array], cell: Array
) -> Filled | None:
    """None when the bytes are not laid out as the decoder found them."""
    data = bytearray(pixel_bytes(ds))
    if spec.floating or not _lies_as_decoded(data, spec, first):
        return None
    beside = 0
    for index, mask in masks.items():
        touched = fill_native(data, index, spec, mask, cell)
        beside += int(np.count_nonzero(touched) - np.count_nonzero(mask))
    frames = (_native(data, index, spec) for index in range(spec.frames))
    notes = follow_pixels(ds, frames, spec)
    put_native(ds, data, spec.bits_allocated)
    return Filled(notes, beside)


def _in_blocks(
    ds: Dataset, spec: PixelSpec, masks: Mapping[int, Array], cell: Array
) -> Filled | None:
    """None when a frame is not what its syntax says, or signed, which JPEG does not know."""
    if spec.signed:
        return None
    codestreams, beside = _codestreams(ds, spec), 0
    try:
        for index, mask in masks.items():
            levels = _levels(codestreams[index], spec, cell)
            codestreams[index], touched = fill_blocks(codestreams[index], mask, levels)
            beside += int(np.count_nonzero(touched) - np.count_nonzero(mask))
    except CannotFillBlocks:
        return None
    put_frames(ds, codestreams, spec.transfer_syntax)
    return Filled(follow_pixels(ds, None, spec), beside)


def _levels(codestream: bytes, spec: PixelSpec, cell: Array) -> tuple[int, ...]:
    """A decoded colour or grey as the components of a codestream have it."""
    samples = [int(each) for each in np.ravel(cell)]
    header = inspect(codestream)
    if header.samples != 3 or not is_ycc(header, spec):
        return tuple(samples)
    red, green, blue = samples
    middle = 1 << (header.precision - 1)
    return (
        round(0.299 * red + 0.587 * green + 0.114 * blue),
        middle + round(-0.168736 * red - 0.331264 * green + 0.5 * blue),
        middle + round(0.5 * red - 0.418688 * green - 0.081312 * blue),
    )


def _in_frames(
    ds: Dataset, spec: PixelSpec, frame_of: FrameOf, masks: Mapping[int, Array], cell: Array
) -> Filled | None:
    """None when frames that were encoded anew would not go with those that were not."""
    edited = Edited(frame_of, masks, cell, spec.frames)
    codestreams = _codestreams(ds, spec)
    photometric = frame_of(min(masks)).photometric
    for index in masks:
        one = encode_frames([edited.at(index)], photometric, spec)
        if one is None or (one.syntax, one.photometric) != (spec.transfer_syntax, spec.photometric):
            return None
        (codestreams[index],) = one.frames
    put_frames(ds, codestreams, spec.transfer_syntax)
    return Filled(follow_pixels(ds, edited, spec))


def _codestreams(ds: Dataset, spec: PixelSpec) -> list[bytes]:
    data = pixel_bytes(ds)
    table = ds.get("ExtendedOffsetTable")
    size = 8 * spec.frames
    extended = np.frombuffer(table, "<u8").tolist() if table and len(table) == size else ()
    spans = frame_spans(data, fragment_spans(data), spec.frames, extended)
    return [join(data, each) for each in spans]


def _native(data: bytearray, index: int, spec: PixelSpec) -> Array:
    return native_frame(memoryview(data), index, spec, little=True)


def _lies_as_decoded(data: bytearray, spec: PixelSpec, first: Frame) -> bool:
    try:
        return np.array_equal(_native(data, first.index, spec), first.array)
    except (UnreadableError, ValueError):
        return False
