"""What a person should know about what was loaded, told without a value."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from viewer.dicom import read_bytes
from viewer.load.instance import Entry
from viewer.model import Patient, Source, Unreadable


def drop_copies(entries: Sequence[Entry]) -> tuple[list[Entry], list[Unreadable], list[str]]:
    """Entries without byte-identical copies of an instance; the copies; warnings.

    Different bytes under one SOP Instance UID are all kept.
    """
    by_uid: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.instance.sop_instance_uid:
            by_uid[entry.instance.sop_instance_uid].append(entry)
    copies: set[Source] = set()
    clashes = 0
    for group in by_uid.values():
        if len(group) > 1:
            same = _copies(group)
            copies |= same
            clashes += len(group) - len(same) > 1
    kept = [entry for entry in entries if entry.instance.source not in copies]
    left_out = [Unreadable(s, "An identical copy of another file.") for s in sorted(copies)]
    text = f"{clashes} SOP Instance UIDs stand for different files; all of them are listed."
    return kept, left_out, [text] if clashes else []


def _copies(group: Sequence[Entry]) -> set[Source]:
    seen: set[bytes] = set()
    copies: set[Source] = set()
    for entry in group:
        digest = hashlib.sha256(read_bytes(entry.instance.source)).digest()
        if digest in seen:
            copies.add(entry.instance.source)
        seen.add(digest)
    return copies


def pixel_warnings(entries: Sequence[Entry]) -> list[str]:
    """A file cut off between two attributes shows itself only by pixels that were announced."""
    count = sum(entry.lacks_pixels for entry in entries)
    return [f"{count} files announce pixels but hold none; they may be cut off."] if count else []


def order_warnings(entries: Sequence[Entry]) -> list[str]:
    """Programs disagree about which of two equal attributes counts; the first does here."""
    count = sum(entry.is_disordered for entry in entries)
    text = "hold attributes twice or out of order; of two the first is used, the other goes."
    return [f"{count} files {text}"] if count else []


def folder_warnings(patients: Sequence[Patient]) -> list[str]:
    """One warning for each folder or archive that holds several patients."""
    inside: dict[Path, set[str]] = defaultdict(set)
    for patient in patients:
        for study in patient.studies:
            for series in study.series:
                for instance in series.instances:
                    source = instance.source
                    place = source.path if source.member else source.path.parent
                    inside[place].add(patient.key)
    return [
        f"One folder holds files of {len(keys)} patients; check that they belong together."
        for _, keys in sorted(inside.items())
        if len(keys) > 1
    ]
