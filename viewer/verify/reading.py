"""Reads every file of a folder once and answers everything that is asked of a single file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pydicom.dataset import Dataset

from viewer.dicom import bytes_without, read_dataset
from viewer.dicom.dataset import dataset_of, parse_safely
from viewer.dicom_signature import SignatureCheck, check_signatures
from viewer.errors import UnreadableError
from viewer.model import AttributePath, Progress
from viewer.processes import pool_of
from viewer.provenance import Needles, files_below, fingerprint, sha256_file
from viewer.verify.known import KnownValues
from viewer.verify.layers import layers_of
from viewer.verify.suspicion import Suspicions
from viewer.verify.texts import texts_of

_BASIC_PROFILE = "113100"  # CID 7050, Basic Application Confidentiality Profile
_WORTH_PROCESSES = 400
_CHUNK = 64
_LOOK_UP_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class FileSignature:
    """A signature in a file: whether it holds, whose it is, and the tags it leaves out."""

    holds: bool
    of_file: bool
    reason: str
    signer: str
    uncovered: tuple[int, ...]
    added: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What one file is; all but name and digest only for instances, which lie below ``dicom/``.

    ``digest`` is SHA-256, empty for a link. ``residual`` are categories of known values in it.
    """

    name: str
    digest: str
    readable: bool = False
    stamped: bool = False
    padded: bool = False
    residual: frozenset[str] = frozenset()
    signatures: tuple[FileSignature, ...] = ()

    @property
    def is_instance(self) -> bool:
        """Whether it should be a DICOM file."""
        return self.name.startswith("dicom/")


@dataclass(frozen=True, slots=True)
class Question:
    """What every file is asked; ``kept`` are the attributes of each that a person kept."""

    folder: Path
    known: KnownValues
    kept: Mapping[str, frozenset[AttributePath]]


@dataclass(slots=True)
class Reading:
    """Facts of all files by name, and their texts that look as if they could identify."""

    files: list[FileFacts] = field(default_factory=list)
    suspicions: Suspicions = field(default_factory=Suspicions)


def read_folder(question: Question, jobs: int, progress: Progress) -> Reading:
    """Read every file below a folder once. Raises OSError."""
    names, read = list(files_below(question.folder)), Reading()
    chunks = [names[start : start + _CHUNK] for start in range(0, len(names), _CHUNK)]
    alone = jobs < 2 or len(names) < _WORTH_PROCESSES

    def beat() -> None:
        progress(len(read.files), len(names), "checking files")

    parts = _alone(question, chunks) if alone else _shared(question, chunks, jobs, beat)
    with closing(parts):
        for part in parts:
            read.files += part.files
            read.suspicions.merge(part.suspicions)
            beat()
    read.files.sort(key=lambda each: each.name)
    return read


def _alone(question: Question, chunks: Iterable[Sequence[str]]) -> Generator[Reading, None, None]:
    return (_chunk(question, chunk) for chunk in chunks)


def _shared(
    question: Question, chunks: Iterable[Sequence[str]], jobs: int, beat: Callable[[], None]
) -> Generator[Reading, None, None]:
    with pool_of(jobs) as pool:
        waiting = {pool.submit(_chunk, question, chunk) for chunk in chunks}
        while waiting:
            done, waiting = wait(waiting, _LOOK_UP_SECONDS, FIRST_COMPLETED)
            beat()
            yield from (each.result() for each in done)


def _chunk(question: Question, names: Iterable[str]) -> Reading:
    read = Reading()
    for name in names:
        read.files.append(_facts(question, name, read.suspicions))
    return read


def _facts(question: Question, name: str, suspicions: Suspicions) -> FileFacts:
    path = question.folder / name
    if path.is_symlink() or not path.is_file():
        return FileFacts(name, "")
    if not name.startswith("dicom/"):
        return FileFacts(name, sha256_file(path))
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    try:
        return _instance(name, digest, content, question, suspicions)
    except UnreadableError:
        return FileFacts(name, digest)


def _instance(
    name: str, digest: str, content: bytes, question: Question, suspicions: Suspicions
) -> FileFacts:
    parsed = parse_safely(content)
    dataset = dataset_of(parsed)
    suspicions.look_at(dataset)
    trailing = len(parsed.encoding.buffer) > parsed.layout.end
    return FileFacts(
        name,
        digest,
        readable=True,
        stamped=is_stamped(dataset),
        padded=any(parsed.encoding.preamble) or trailing,
        residual=_left(name, content, dataset, question),
        signatures=tuple(_signature(each) for each in check_signatures(parsed)),
    )


def _left(name: str, content: bytes, dataset: Dataset, question: Question) -> frozenset[str]:
    """Categories of known values in a file, without what a person kept."""
    if not len(question.known):
        return frozenset()
    needles = question.known.of_patient(str(dataset.get("PatientID") or ""))
    found, kept = _residual(content, dataset, needles), question.kept.get(name)
    if found and kept:
        rest = bytes_without(content, kept)
        found = _residual(rest, read_dataset(rest), needles)
    return frozenset(found)


def _residual(content: bytes, dataset: Dataset, needles: Needles) -> set[str]:
    found: set[str] = set()
    for layer in layers_of(content):
        found |= needles.in_bytes(layer)
    for text in texts_of(dataset):
        found |= needles.in_text(text)
    return found


def _signature(found: SignatureCheck) -> FileSignature:
    signer = fingerprint(found.certificate) if found.certificate else ""
    return FileSignature(
        found.holds, found.is_of_file, found.reason, signer, found.uncovered, found.added
    )


def is_stamped(dataset: Dataset) -> bool:
    """Whether PS3.15 E.1.1's stamp is there: identity removed, by the basic profile."""
    if dataset.get("PatientIdentityRemoved") != "YES" or not dataset.get("DeidentificationMethod"):
        return False
    codes = dataset.get("DeidentificationMethodCodeSequence") or ()
    return any(each.get("CodeValue") == _BASIC_PROFILE for each in codes)
