"""Reads the lines of a PDF; runs in a process of its own: ``python -m viewer.dicom.pdf_worker``.

Comes in on standard input: the document. Goes out: JSON, a list of pages, each with width and
height in points, whether rendering it shows anything, and lines of (x, y, size, text) with the
origin of the first character. A document that cannot be read ends the process with status 1.
"""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from viewer.processes import cap_memory

_MOST_BYTES = 1 << 30
_MOST_PAGES, _MOST_CHARACTERS = 500, 2_000_000
_SAME_LINE = 1.5


@dataclass(slots=True)
class Line:
    """Text from its first character's origin on, in points from the lower left."""

    x: float
    y: float
    size: float
    text: str


@dataclass(slots=True)
class Page:
    """A page in points; ``shows`` is False when rendering it gives an empty sheet."""

    width: float
    height: float
    shows: bool
    lines: list[Line]


def read_pages(content: bytes) -> list[Page]:
    """The pages of a document; raises PdfiumError or ValueError."""
    document = pypdfium2.PdfDocument(content)
    if len(document) > _MOST_PAGES:
        raise ValueError("too many pages")
    return [_page(document[number]) for number in range(len(document))]


def _page(page: Any) -> Page:
    text = page.get_textpage()
    count = text.count_chars()
    if count > _MOST_CHARACTERS:
        raise ValueError("too much text")
    lines: list[Line] = []
    for index in range(count):
        _add(lines, text.raw, index)
    width, height = page.get_size()
    picture = page.render(scale=0.5, grayscale=True).to_numpy()
    kept = [each for each in lines if each.text.strip()]
    return Page(round(width, 1), round(height, 1), bool(np.any(picture < 255)), kept)


def _add(lines: list[Line], text: Any, index: int) -> None:
    letter = chr(raw.FPDFText_GetUnicode(text, index))
    x, y = ctypes.c_double(), ctypes.c_double()
    placed = raw.FPDFText_GetCharOrigin(text, index, x, y)
    made_up = raw.FPDFText_IsGenerated(text, index) == 1
    if letter in "\r\n" or made_up or not placed:
        if lines and letter.isspace() and lines[-1].text:
            lines[-1].text += "" if lines[-1].text.endswith(" ") else " "
        return
    size = round(raw.FPDFText_GetFontSize(text, index), 1)
    last = lines[-1] if lines else None
    if last is None or abs(last.y - y.value) > _SAME_LINE:
        lines.append(Line(round(x.value, 1), round(y.value, 1), size, letter))
    else:
        last.text += letter


def main() -> int:
    """Answer one document."""
    cap_memory(_MOST_BYTES)
    try:
        pages = read_pages(sys.stdin.buffer.read())
    except (pypdfium2.PdfiumError, ValueError, OverflowError, MemoryError):
        return 1
    json.dump([asdict(each) for each in pages], sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
