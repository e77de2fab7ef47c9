"""Sets the text of a PDF anew without what identifies; nothing else of the document is kept.

Pictures, drawings, metadata, forms, annotations, attachments and fonts go: none of them can be
searched for certain. The old document is read in a disposable process, and so is the new one,
which must give back exactly the lines that were set.
"""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pikepdf

from viewer.identifiers import REMOVED, Identifiers, clean_text
from viewer.processes import command_for

_ROOT = Path(__file__).parents[2]
_SECONDS = 60
_SMALLEST, _LARGEST = 4.0, 40.0
_TRIES = 3
Pages: TypeAlias = Sequence[dict[str, Any]]


def clean_pdf(content: bytes, identifiers: Identifiers) -> bytes | None:
    """The document set anew; None when it cannot be read, has no text, or fails the check."""
    pages = _read(content)
    for _ in range(_TRIES):  # lines that came together are cleaned together
        if pages is None or not any(page["lines"] for page in pages):
            return None
        wanted = [_cleaned(page, identifiers) for page in pages]
        made = _written(wanted)
        pages = _read(made)
        if pages is not None and _same(wanted, pages):
            return made
    return None


def _read(content: bytes) -> Pages | None:
    try:
        ran = subprocess.run(
            command_for("viewer.dicom.pdf_worker"),
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    pages: Pages | None = json.loads(ran.stdout) if ran.returncode == 0 else None
    return pages


def _cleaned(page: dict[str, Any], identifiers: Identifiers) -> dict[str, Any]:
    lines = []
    for line in page["lines"]:
        text = " ".join(_writable(clean_text(line["text"], identifiers)).split())
        if text and text != REMOVED:
            size = min(max(line["size"], _SMALLEST), _LARGEST)
            lines.append({**line, "size": size, "text": text})
    return {**page, "lines": lines, "shows": bool(lines)}


def _writable(text: str) -> str:
    """Only what the standard font has; a question mark for the rest."""
    return text.encode("cp1252", "replace").decode("cp1252")


def _written(pages: Pages) -> bytes:
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    for page in pages:
        added = document.add_blank_page(page_size=(page["width"], page["height"]))
        added.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        added.Contents = document.make_stream(_drawn(page["lines"]))
    stream = io.BytesIO()
    document.save(stream, static_id=True, compress_streams=False)
    return stream.getvalue()


def _drawn(lines: Sequence[dict[str, Any]]) -> bytes:
    parts = [b"BT"]
    for line in lines:
        text = line["text"].encode("cp1252").hex().encode()
        place = f"/F1 {line['size']:g} Tf 1 0 0 1 {line['x']:g} {line['y']:g} Tm ".encode()
        parts.append(place + b"<" + text + b"> Tj")
    return b"\n".join([*parts, b"ET"])


def _same(wanted: Pages, found: Pages) -> bool:
    """Whether what can be read from the new document and seen on it is what was set."""

    def of(pages: Pages) -> list[tuple[list[str], bool]]:
        return [([line["text"].strip() for line in p["lines"]], p["shows"]) for p in pages]

    return of(wanted) == of(found)
