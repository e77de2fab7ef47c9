"""Cleans instances one by one, writes them, and reads each back; runs in worker processes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydicom.dataset import Dataset, FileDataset

from viewer.clean import CleanContext, CleanedInstance, clean_instance
from viewer.dicom import (
    FrameReader,
    bytes_without,
    encode_parts,
    read_dataset,
    read_with_container,
)
from viewer.dicom_signature import SIGNATURE_TAGS, SigningKey, sign_elements
from viewer.errors import CancelledError, UnreadableError
from viewer.export.face_check import with_proof
from viewer.export.job import Cleaned, HeldBack, Item, Job, Outcome
from viewer.export.look_back import LookBack, Seen, coded_values, remapped_uids, residue_in
from viewer.export.reveals import reveals
from viewer.model import Change, Series, Source
from viewer.provenance import Needles

if TYPE_CHECKING:
    from viewer.surface import DefacedSeries

_CHANGED = "it changed after it was looked at; open it again"
_NOT_AS_WRITTEN = "what was written could not be read back"


def work(job: Job) -> list[Outcome]:
    """All outcomes of a job; raises OSError when the export folder cannot be written."""
    return list(outcomes(job))


def outcomes(job: Job) -> Iterator[Outcome]:
    """The outcomes of a job, one by one."""
    search = _Search(Needles(job.residue), job.series)
    with FrameReader() as reader:
        try:
            context = _context(job, reader)
        except CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - a volume that cannot be cleaned stays here
            yield from (HeldBack(each.plan.source, _reason(error)) for each in job.items)
            return
        done = (_outcome(item, job, context, search) for item in job.items)
        yield from with_proof(job, context.defaced, list(done)) if context.defaced else done


def _context(job: Job, reader: FrameReader) -> CleanContext:
    defaced = _defaced(job, reader) if job.defaces else None
    return CleanContext(
        job.profile,
        job.mapping,
        job.identifiers,
        reader,
        job.series,
        defaced,
        recipients=job.recipients,
    )


def _defaced(job: Job, reader: FrameReader) -> DefacedSeries:
    from viewer.surface import deface_series  # only here: it loads VTK

    wish = next(each.plan.deface for each in job.items if each.plan.deface)
    return deface_series(
        job.series, reader, edit=wish.edit, approved=wish.by_person, donor=wish.donor
    )


class _Search:
    """What is looked for in sources and in what was written, for one job."""

    def __init__(self, needles: Needles, series: Series) -> None:
        self.modified = {each.source: each.modified_ns for each in series.instances}
        self.needles = needles
        self.sources = LookBack(None)
        self.written = LookBack(needles)

    def changed(self, source: Source) -> bool:
        """Whether a file is no longer the one that was loaded and scanned."""
        noted = self.modified.get(source, 0)
        return bool(noted) and source.path.stat().st_mtime_ns != noted


def _outcome(item: Item, job: Job, context: CleanContext, search: _Search) -> Outcome:
    path = job.folder / item.name
    try:
        source = read_dataset(item.plan.source, pixels=False)
        cleaned = clean_instance(item.plan, context)
        if search.changed(item.plan.source):
            return HeldBack(item.plan.source, _CHANGED)
        uncovered = _write(cleaned, path, job.signing)
    except (OSError, CancelledError):
        raise
    except Exception as error:  # noqa: BLE001 - one hostile file must not stop the others
        path.unlink(missing_ok=True)
        return HeldBack(item.plan.source, _reason(error))
    outcome = _read_back(item, path, source, cleaned, job, search)
    return replace(outcome, uncovered=uncovered) if isinstance(outcome, Cleaned) else outcome


def _write(cleaned: CleanedInstance, path: Path, signing: SigningKey) -> tuple[int, ...]:
    """Write and sign; the tags the signature cannot cover."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head, parts, syntax = encode_parts(cleaned.dataset)
    signed = sign_elements(parts, signing, syntax)
    with path.open("wb") as stream:
        stream.write(head)
        for _, chunks in signed.parts:
            stream.writelines(chunks)
    return signed.uncovered


def _read_back(
    item: Item, path: Path, source: Dataset, cleaned: CleanedInstance, job: Job, search: _Search
) -> Outcome:
    content = path.read_bytes()
    try:
        written = _checked(content, cleaned.dataset)
    except UnreadableError:
        path.unlink()
        return HeldBack(item.plan.source, _NOT_AS_WRITTEN)
    seen = search.written.at(written)
    uids = remapped_uids(search.sources.at(source).uids, seen.uids, job.mapping)
    return Cleaned(
        source=item.plan.source,
        name=item.name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        patient=job.mapping.patient_id,
        changes=tuple(cleaned.changes),
        uids=uids,
        values=coded_values(source, written),
        reveals=reveals(source, written),
        residue=tuple(sorted(_residue(content, seen, cleaned.changes, uids, search))),
    )


def _residue(
    content: bytes,
    seen: Seen,
    changes: Sequence[Change],
    uids: tuple[tuple[str, str], ...],
    search: _Search,
) -> set[str]:
    """Categories of known values that stand anywhere but in attributes a person kept."""
    found = residue_in(content, seen, search.needles, uids)
    kept = {each.attribute for each in changes if each.what == "kept" and each.attribute}
    if not (found and kept):
        return found
    rest = bytes_without(content, kept)
    seen = LookBack(search.needles).at(read_dataset(rest))
    return residue_in(rest, seen, search.needles, uids)


def _checked(content: bytes, wanted: Dataset) -> FileDataset:
    written, container = read_with_container(content, pixels=True)
    if _tags(written) - SIGNATURE_TAGS != _tags(wanted) - SIGNATURE_TAGS:
        raise UnreadableError(_NOT_AS_WRITTEN)
    if any(container.preamble) or container.trailing:
        raise UnreadableError(_NOT_AS_WRITTEN)
    return written


def _tags(dataset: Dataset) -> set[int]:
    tags = (int(tag) for tag in list(dataset.keys()))
    return {tag for tag in tags if tag >> 16 != 2 and tag & 0xFFFF}


def _reason(error: Exception) -> str:
    if isinstance(error, UnreadableError):
        return error.message
    return f"it could not be cleaned ({type(error).__name__})"
