"""Encapsulated pixel data to one codestream per frame (PS3.5 A.4)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from viewer.dicom.encoding import Buffer
from viewer.dicom.failures import damaged, truncated
from viewer.dicom.vr import ITEM, SEQUENCE_END

Span = tuple[int, int]
_CODESTREAM_STARTS = (b"\xff\xd8\xff", b"\xff\x4f\xff\x51", b"\x00\x00\x00\x0c\x6a\x50\x20\x20")


def fragment_spans(data: Buffer, start: int = 0, end: int | None = None) -> list[Span]:
    """(start, end) of every item, the Basic Offset Table first; raises UnreadableError."""
    spans, position, end = [], start, len(data) if end is None else end
    while end - position >= 8:
        group, element, length = struct.unpack_from("<HHL", data, position)
        tag = group << 16 | element
        if tag == SEQUENCE_END:
            break
        if tag != ITEM:
            raise damaged("its compressed pixel data holds something that is no fragment")
        position += 8
        if position + length > end:
            raise truncated("the pixel data")
        spans.append((position, position + length))
        position += length
    return spans


def frame_spans(
    data: Buffer,
    spans: Sequence[Span],
    frames: int,
    extended: Sequence[int] = (),
) -> list[list[Span]]:
    """Fragments of each frame; ``extended`` is the Extended Offset Table when present.

    Raises UnreadableError when the fragments cannot be assigned to the announced frames.
    """
    if not spans:
        raise damaged("its compressed pixel data is empty")
    table, fragments = spans[0], [span for span in spans[1:] if span[1] > span[0]]
    if len(fragments) < frames:
        raise truncated("the pixel data")
    if frames == 1:
        return [fragments]
    if len(fragments) == frames:
        return [[span] for span in fragments]
    offsets = list(extended) or _basic_offsets(data, table)
    grouped = _by_offsets(fragments, offsets, table[1]) if len(offsets) == frames else []
    if not grouped or not _is_believable(data, grouped):
        grouped = _by_start(data, fragments)
    if len(grouped) != frames or not all(grouped):
        raise damaged("its compressed pixel data does not fit its number of frames")
    return grouped


def join(data: Buffer, spans: Sequence[Span]) -> bytes:
    """The codestream of a frame."""
    return b"".join(bytes(data[start:end]) for start, end in spans)


def _basic_offsets(data: Buffer, table: Span) -> list[int]:
    raw = bytes(data[table[0] : table[1]])
    return list(struct.unpack(f"<{len(raw) // 4}L", raw[: len(raw) // 4 * 4]))


def _by_offsets(fragments: Sequence[Span], offsets: Sequence[int], base: int) -> list[list[Span]]:
    grouped: list[list[Span]] = [[] for _ in offsets]
    bounds = [*offsets[1:], 1 << 62]
    frame = 0
    for span in fragments:
        at = span[0] - 8 - base
        while frame < len(offsets) - 1 and at >= bounds[frame]:
            frame += 1
        grouped[frame].append(span)
    return grouped


def _is_believable(data: Buffer, grouped: Sequence[Sequence[Span]]) -> bool:
    """Whether each frame begins where a codestream does, unless none can be told by its start."""
    begins = [[_begins(data, span) for span in group] for group in grouped]
    if not any(map(any, begins)):
        return True
    return all(group and group[0] and not any(group[1:]) for group in begins)


def _begins(data: Buffer, span: Span) -> bool:
    return bytes(data[span[0] : span[0] + 8]).startswith(_CODESTREAM_STARTS)


def _by_start(data: Buffer, fragments: Sequence[Span]) -> list[list[Span]]:
    """Without a table a new codestream starts a new frame."""
    grouped: list[list[Span]] = []
    for span in fragments:
        if not grouped or _begins(data, span):
            grouped.append([])
        grouped[-1].append(span)
    return grouped
