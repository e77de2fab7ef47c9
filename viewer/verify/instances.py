"""Does each published instance parse, carry the stamp, and hold no known value?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydicom.dataset import Dataset

from viewer.dicom import bytes_without, read_container, read_dataset
from viewer.errors import UnreadableError
from viewer.model import AttributePath, Progress
from viewer.provenance import Needles
from viewer.verify.known import KnownValues
from viewer.verify.layers import layers_of
from viewer.verify.report import Check, failed, passed
from viewer.verify.suspicion import Suspicions
from viewer.verify.texts import texts_of

_BASIC_PROFILE = "113100"  # CID 7050, Basic Application Confidentiality Profile


@dataclass(slots=True)
class Instances:
    """Names of the instances that failed each question, and of all."""

    names: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    unstamped: list[str] = field(default_factory=list)
    padded: list[str] = field(default_factory=list)
    residual: dict[str, set[str]] = field(default_factory=dict)
    suspicions: Suspicions = field(default_factory=Suspicions)


def read_instances(
    folder: Path,
    names: Iterable[str],
    known: KnownValues,
    kept: Mapping[str, frozenset[AttributePath]],
    progress: Progress,
) -> Instances:
    """Read every file below ``dicom/`` and answer all questions about it.

    ``kept`` are the attributes of each file that a person kept with a reason, by the statement.
    """
    seen = Instances()
    seen.names = [name for name in names if name.startswith("dicom/")]
    for done, name in enumerate(seen.names):
        progress(done, len(seen.names), "reading instances")
        _read(folder / name, name, known, kept.get(name, frozenset()), seen)
    return seen


def check_instances(seen: Instances) -> Iterator[Check]:
    """The answers about parsing, stamp and surroundings."""
    count = len(seen.names)
    if not seen.names:
        yield failed("instances", "Instances", "There is not one instance in it.")
        return
    yield _answer("instances", "Instances", seen.unreadable, "Not readable", f"{count} parse.")
    all_stamped = f"{count} say how they were de-identified."
    yield _answer("stamp", "Stamp", seen.unstamped, "Without the stamp", all_stamped)
    nothing = "Nothing hides before or behind the data sets."
    yield _answer("surroundings", "Preamble and end", seen.padded, "Not empty", nothing)


def _answer(identifier: str, title: str, wrong: list[str], text: str, fine: str) -> Check:
    if wrong:
        return failed(identifier, title, text, tuple(wrong))
    return passed(identifier, title, fine)


def _read(
    path: Path, name: str, known: KnownValues, kept: frozenset[AttributePath], seen: Instances
) -> None:
    try:
        content = path.read_bytes()
        dataset = read_dataset(content)
        container = read_container(content)
    except (OSError, UnreadableError):
        seen.unreadable.append(name)
        return
    if not is_stamped(dataset):
        seen.unstamped.append(name)
    if any(container.preamble) or container.trailing:
        seen.padded.append(name)
    needles = known.of_patient(str(dataset.get("PatientID") or ""))
    seen.suspicions.look_at(dataset)
    found = _residual(content, dataset, needles)
    if found and kept:
        rest = bytes_without(content, kept)
        found = _residual(rest, read_dataset(rest), needles)
    if found:
        seen.residual[name] = found


def _residual(content: bytes, dataset: Dataset, needles: Needles) -> set[str]:
    found: set[str] = set()
    for layer in layers_of(content):
        found |= needles.in_bytes(layer)
    for text in texts_of(dataset):
        found |= needles.in_text(text)
    return found


def is_stamped(dataset: Dataset) -> bool:
    """Whether PS3.15 E.1.1's stamp is there: identity removed, by the basic profile."""
    if dataset.get("PatientIdentityRemoved") != "YES" or not dataset.get("DeidentificationMethod"):
        return False
    codes = dataset.get("DeidentificationMethodCodeSequence") or ()
    return any(each.get("CodeValue") == _BASIC_PROFILE for each in codes)
