"""DICOMDIR: the files it names, as far as they lie on its medium."""

from __future__ import annotations

from pathlib import Path

from viewer.dicom import read_dataset
from viewer.errors import UnreadableError
from viewer.load.candidates import Candidates
from viewer.model import Source, Unreadable

MAX_RECORDS = 500_000


def is_dicomdir(path: Path) -> bool:
    """Whether the file has the one name PS3.10 allows for it."""
    return path.name.upper() == "DICOMDIR"


def referenced_files(path: Path, found: Candidates) -> None:
    """Add the files a DICOMDIR names; entries that leave its folder are refused.

    The records are read as a list, in the order they stand in, so offsets that form a loop are
    harmless. Raises UnreadableError when the file cannot be read.
    """
    records = read_dataset(Source(path)).get("DirectoryRecordSequence") or []
    if len(records) > MAX_RECORDS:
        raise UnreadableError("The DICOMDIR is larger than this program accepts.")
    root, known, outside = path.parent.resolve(), set(found.files), 0
    for record in records:
        parts = _parts(record.get("ReferencedFileID"))
        if not parts:
            continue
        target = _resolve(root, parts)
        if target is None:
            outside += 1
        elif target not in known:
            known.add(target)
            _add(target, found)
    if outside:
        reason = f"{outside} of its entries point outside the medium and were not followed."
        found.unreadable.append(Unreadable(Source(path), reason))


def _parts(value: object) -> list[str]:
    if not value:
        return []
    several = [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    return [part for each in several for part in str(each).split("\\")]


def _resolve(root: Path, parts: list[str]) -> Path | None:
    """The file below the root, found in any letter case; None when the entry leaves the root."""
    if any(part in ("", ".", "..") or set(part) & set("/\\:\0") for part in parts):
        return None
    target = _in_any_case(root, parts)
    try:
        return target if target.resolve().is_relative_to(root) else None
    except (OSError, RuntimeError):
        return None


def _in_any_case(root: Path, parts: list[str]) -> Path:
    path = root
    for part in parts:
        if not (path / part).exists() and path.is_dir():
            part = next((p.name for p in path.iterdir() if p.name.upper() == part.upper()), part)
        path = path / part
    return path


def _add(target: Path, found: Candidates) -> None:
    if target.is_file():
        found.files.append(target)
    else:
        reason = "The DICOMDIR names this file, but it is not on the medium."
        found.unreadable.append(Unreadable(Source(target), reason))
