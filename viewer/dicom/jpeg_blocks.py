"""Solid blocks in a sequential JPEG codestream; every other coefficient stays as it was.

Quantisation, subsampling, restart intervals, scans and component marks stay. A Huffman table gets
further codes only when it has none for a difference that the filled blocks bring about.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from viewer.dicom.frame import Array
from viewer.dicom.jpeg_entropy import (
    END_OF_BLOCK,
    CannotFillBlocks,
    Huffman,
    Slot,
    filled,
    huffman,
)

_SOI, _EOI, _SOS, _DQT, _DHT, _DRI = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD
_SEQUENTIAL = (0xC0, 0xC1)
_OTHER_PROCESSES = frozenset((*range(0xC2, 0xD0), 0xDC, 0xDE, 0xDF)) - {_DHT}
_PRECISIONS = (8, 12)
_MARKER = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
_RESTART = re.compile(rb"(\xff+[\xd0-\xd7])")


@dataclass(frozen=True, slots=True)
class _Component:
    """How a component is sampled; a lone component has blocks of its own, whatever it says."""

    identifier: int
    across: int
    down: int
    table: int


@dataclass(frozen=True, slots=True)
class _FrameHeader:
    precision: int
    rows: int
    columns: int
    components: tuple[_Component, ...]

    @property
    def cell(self) -> tuple[int, int]:
        """Rows and columns of pixels that are filled together: one MCU."""
        across = max(each.across for each in self.components)
        return 8 * max(each.down for each in self.components), 8 * across


@dataclass(slots=True)
class _State:
    """Tables as they stand at a place in the codestream; those for Huffman by class and id."""

    frame: _FrameHeader | None = None
    restart: int = 0
    quantisers: dict[int, int] = field(default_factory=dict)
    codes: dict[tuple[int, int], Huffman] = field(default_factory=dict)


def fill_blocks(codestream: bytes, mask: Array, levels: Sequence[int]) -> tuple[bytes, Array]:
    """The codestream with every MCU that ``mask`` touches solid, and the mask of those MCUs.

    ``mask`` is boolean (rows, columns); ``levels`` has one sample value for each component. With
    shared chroma one more pixel counts as touched, so that a decoder that smooths chroma shows
    nothing but the fill under the mask. Raises CannotFillBlocks when the codestream is not
    sequential Huffman JPEG, or damaged.
    """
    try:
        return _Filler(mask, levels).run(codestream)
    except (struct.error, IndexError, KeyError):
        raise CannotFillBlocks("the codestream is damaged") from None


class _Filler:
    def __init__(self, mask: Array, levels: Sequence[int]) -> None:
        self._mask, self._levels = mask, levels
        self._state = _State()
        self._cells: Array = np.zeros((0, 0), bool)

    def run(self, data: bytes) -> tuple[bytes, Array]:
        if data[:2] != b"\xff\xd8":
            raise CannotFillBlocks("no JPEG codestream")
        return b"".join(self._pieces(data)), self._touched()

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        yield data[:2]
        at, scans = 2, 0
        while match := _MARKER.match(data, at):
            marker, start = match[1][0], match.end()
            if marker == _EOI and scans:
                yield b"\xff\xd9"
                return
            (length,) = struct.unpack_from(">H", data, start)
            body, at = data[start + 2 : start + length], start + length
            if marker == _SOS:
                follows = _MARKER.search(data, at)
                if follows is None:
                    raise CannotFillBlocks("it has no end")
                yield from self._scan(data[match.start() : at], body, data[at : follows.start()])
                at, scans = follows.start(), scans + 1
            else:
                self._read(marker, body)
                yield data[match.start() : at]
        raise CannotFillBlocks("its markers are broken")

    def _read(self, marker: int, body: bytes) -> None:
        if marker in _OTHER_PROCESSES:
            raise CannotFillBlocks("it is not sequential Huffman JPEG")
        if marker in _SEQUENTIAL:
            self._state.frame = _frame_header(body)
            self._cells = _cells(self._mask, self._state.frame)
        elif marker == _DQT:
            self._state.quantisers.update(_first_quantisers(body))
        elif marker == _DHT:
            self._state.codes.update(_huffman_tables(body))
        elif marker == _DRI:
            (self._state.restart,) = struct.unpack(">H", body)

    def _scan(self, header: bytes, body: bytes, data: bytes) -> Iterator[bytes]:
        frame = self._state.frame
        if frame is None:
            raise CannotFillBlocks("its frame header is missing")
        chosen = _chosen(frame, body)
        mcus = _filled_mcus(self._cells, frame, [component for component, *_ in chosen])
        try:
            scan = self._rewritten(data, mcus, frame, chosen)
        except KeyError:
            for _, dc, ac in chosen:
                yield from (self._extend(key, frame) for key in ((0, dc), (1, ac)))
            scan = self._rewritten(data, mcus, frame, chosen)
        yield header
        yield scan

    def _extend(self, key: tuple[int, int], frame: _FrameHeader) -> bytes:
        """A DHT segment with all codes a table needs, to be used from here on; empty if it has."""
        former = self._state.codes[key]
        table = self._state.codes[key] = former.extended(frame.precision)
        if table == former:
            return b""
        head = struct.pack(">HB", len(table.definition) + 3, key[0] << 4 | key[1])
        return b"\xff\xc4" + head + table.definition

    def _rewritten(
        self,
        data: bytes,
        mcus: list[bool],
        frame: _FrameHeader,
        chosen: list[tuple[_Component, int, int]],
    ) -> bytes:
        slots = list(self._slots(frame, chosen))
        pieces = _RESTART.split(data)
        step = self._state.restart or len(mcus)
        if len(pieces[::2]) != -(-len(mcus) // step):
            raise CannotFillBlocks("its restart intervals do not fit its size")
        for number, piece in enumerate(pieces[::2]):
            wanted = mcus[number * step : (number + 1) * step]
            if any(wanted):
                pieces[2 * number] = filled(piece, wanted, slots)
        return b"".join(pieces)

    def _slots(
        self, frame: _FrameHeader, chosen: list[tuple[_Component, int, int]]
    ) -> Iterator[Slot]:
        state = self._state
        for number, (component, dc, ac) in enumerate(chosen):
            value = self._levels[frame.components.index(component)]
            level = _level(value, frame.precision, state.quantisers[component.table])
            tables = state.codes[0, dc], state.codes[1, ac]
            codes = tables[0].codes, tables[1].codes[END_OF_BLOCK]
            blocks = component.across * component.down if len(chosen) > 1 else 1
            yield from (Slot(number, *tables, *codes, level) for _ in range(blocks))

    def _touched(self) -> Array:
        frame = self._state.frame
        assert frame is not None
        down, across = frame.cell
        whole = np.repeat(np.repeat(self._cells, down, axis=0), across, axis=1)
        return whole[: frame.rows, : frame.columns]


def _frame_header(body: bytes) -> _FrameHeader:
    precision, rows, columns, count = struct.unpack_from(">BHHB", body)
    if precision not in _PRECISIONS:
        raise CannotFillBlocks("its samples are neither of 8 nor of 12 bits")
    parts = [body[6 + 3 * i : 9 + 3 * i] for i in range(count)]
    factors = [divmod(part[1], 16) for part in parts]
    if (
        not rows
        or not columns
        or not count
        or any(not 1 <= f <= 4 for pair in factors for f in pair)
    ):
        raise CannotFillBlocks("its frame header is damaged")
    if count == 1:
        factors = [(1, 1)]
    components = (
        _Component(part[0], *pair, part[2]) for part, pair in zip(parts, factors, strict=True)
    )
    return _FrameHeader(precision, rows, columns, tuple(components))


def _cells(mask: Array, frame: _FrameHeader) -> Array:
    """Which MCUs a mask touches, boolean (MCU rows, MCU columns)."""
    if mask.shape != (frame.rows, frame.columns):
        raise CannotFillBlocks("it has another size than its header says")
    down, across = frame.cell
    padded = np.zeros((-(-frame.rows // down) * down, -(-frame.columns // across) * across), bool)
    reach = int(down > 8 or across > 8)
    for row, column in np.ndindex(2 * reach + 1, 2 * reach + 1):
        shifted = _shifted(mask, row - reach, column - reach)
        padded[: frame.rows, : frame.columns] |= shifted
    shape = padded.shape[0] // down, down, padded.shape[1] // across, across
    return np.asarray(padded.reshape(shape).any(axis=(1, 3)))


def _shifted(mask: Array, rows: int, columns: int) -> Array:
    out = np.zeros_like(mask)
    height, width = mask.shape
    source = mask[max(0, -rows) : height - max(0, rows), max(0, -columns) : width - max(0, columns)]
    out[max(0, rows) : height + min(0, rows), max(0, columns) : width + min(0, columns)] = source
    return out


def _chosen(frame: _FrameHeader, body: bytes) -> list[tuple[_Component, int, int]]:
    """The components of a scan header with the ids of their DC and AC tables."""
    count = body[0]
    if tuple(body[1 + 2 * count : 4 + 2 * count]) != (0, 63, 0):
        raise CannotFillBlocks("its scans are not sequential")
    known = {each.identifier: each for each in frame.components}
    pairs = [(body[1 + 2 * i], body[2 + 2 * i]) for i in range(count)]
    return [(known[identifier], *divmod(tables, 16)) for identifier, tables in pairs]


def _filled_mcus(cells: Array, frame: _FrameHeader, components: list[_Component]) -> list[bool]:
    """Whether each MCU of a scan is to be filled; a lone component's MCU is one block."""
    if len(components) > 1:
        return [bool(each) for each in cells.ravel()]
    (one,) = components
    down, across = frame.cell
    height = -(-frame.rows * one.down // (down // 8))
    width = -(-frame.columns * one.across // (across // 8))
    rows, columns = np.arange(-(-height // 8)), np.arange(-(-width // 8))
    blocks = cells[np.ix_(rows // one.down, columns // one.across)]
    return [bool(each) for each in blocks.ravel()]


def _first_quantisers(body: bytes) -> Iterator[tuple[int, int]]:
    """The id of each table in a DQT segment and its step for DC."""
    at = 0
    while at < len(body):
        wide, identifier = divmod(body[at], 16)
        step = struct.unpack_from(">H", body, at + 1)[0] if wide else body[at + 1]
        yield identifier, max(1, step)
        at += 1 + (128 if wide else 64)


def _huffman_tables(body: bytes) -> Iterator[tuple[tuple[int, int], Huffman]]:
    at = 0
    while at < len(body):
        kind, identifier = divmod(body[at], 16)
        size = 16 + sum(body[at + 1 : at + 17])
        yield (kind, identifier), huffman(body[at + 1 : at + 1 + size], is_dc=kind == 0)
        at += 1 + size


def _level(value: int, precision: int, step: int) -> int:
    """The quantised DC of a solid block; black and white go as far as it takes to be exact."""
    middle = 1 << (precision - 1)
    wanted = 8 * (value - middle)
    if value == 0:
        return wanted // step
    if value == 2 * middle - 1:
        return -(-wanted // step)
    return round(wanted / step)
