"""Reads every header of a series once, for all that looks at headers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from pydicom.dataset import Dataset, FileDataset

from viewer.detect.header_index import HeaderIndex, IndexBuilder, Places
from viewer.dicom import (
    Container,
    ElementMemory,
    Owners,
    creators,
    owner_of,
    read_dataset,
    read_with_container,
    situation_of,
)
from viewer.dicom.elements import read_element
from viewer.errors import UnreadableError
from viewer.identifiers import Collector, Identifiers
from viewer.model import Progress, Source, silent
from viewer.profile import Profile

_META = (0x00020016, 0x00020017, 0x00020018, 0x00020026, 0x00020027, 0x00020028, 0x00020102)
_SHOWN = 200
_STEP = 64
_MOST_REPEATED = 64
_MOST_SITUATIONS = 8
Outcome = TypeVar("Outcome")


class Surroundings(NamedTuple):
    """What lies around a data set, each cut to what is shown: bytes without zeros at their ends.

    ``meta`` are tags and values of file meta information that name systems and people, ``repeated``
    those of attributes whose tag was met before in the data set.
    """

    preamble: bytes
    trailing: bytes
    meta: tuple[tuple[int, bytes], ...]
    repeated: tuple[tuple[int, bytes], ...]


@dataclass(slots=True)
class Survey:
    """What the headers of a list of instances hold; positions count the list from 0.

    ``unreadable`` is the error of the first header that could not be read.
    """

    index: HeaderIndex = field(default_factory=lambda: HeaderIndex(()))
    identifiers: Identifiers = field(default_factory=Identifiers)
    surroundings: dict[Surroundings, list[int]] = field(default_factory=dict)
    unreadable: UnreadableError | None = None


def survey(sources: Sequence[Source], profile: Profile, progress: Progress = silent) -> Survey:
    """Read headers one after the other; raises CancelledError."""
    surveyor = _Surveyor(profile)
    for position, source in enumerate(sources):
        if position % _STEP == 0:
            progress(position, len(sources), "Reading what the headers say")
        surveyor.add(position, source)
    return surveyor.result()


def joined(parts: Iterable[tuple[int, Survey]]) -> Survey:
    """Surveys of pieces of a list, each with the position of its first instance."""
    builder, whole = IndexBuilder(), Survey()
    for start, part in parts:
        builder.add_entries(part.index.entries, start)
        whole.identifiers = whole.identifiers.merge(part.identifiers)
        whole.unreadable = whole.unreadable or part.unreadable
        for seen, positions in part.surroundings.items():
            whole.surroundings.setdefault(seen, []).extend(start + each for each in positions)
    whole.index = builder.index()
    return whole


def collect_values(sources: Sequence[Source], progress: Progress = silent) -> Identifiers:
    """Only the identifying values of headers, unreadable ones left out; raises CancelledError."""
    collector, memories = Collector(), _Memories[bool]()
    for position, source in enumerate(sources):
        if position % _STEP == 0:
            progress(position, len(sources), "Collecting what identifies the patient")
        try:
            dataset = read_dataset(source, pixels=False)
        except UnreadableError:
            continue  # the detectors meet it again and report it
        known = memories.of(dataset, {})
        for tag, element in list(dataset._dict.items()):
            if not known.get(element):
                collector.add_element(dataset, tag)
                known.learn(element, True)
    return collector.identifiers()


class _Memories(Generic[Outcome]):
    """One memory per situation."""

    def __init__(self) -> None:
        self._known: dict[Hashable, ElementMemory[Outcome]] = {}

    def of(self, dataset: FileDataset, owners: Owners) -> ElementMemory[Outcome]:
        situation = situation_of(dataset, owners)
        if situation not in self._known:
            if len(self._known) >= _MOST_SITUATIONS:
                self._known.clear()
            self._known[situation] = ElementMemory()
        return self._known[situation]


class _Surveyor:
    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._builder = IndexBuilder()
        self._collector = Collector()
        self._result = Survey()
        self._memories = _Memories[Places]()

    def add(self, position: int, source: Source) -> None:
        try:
            dataset, container = read_with_container(source, pixels=False)
        except UnreadableError as error:
            self._result.unreadable = self._result.unreadable or error
            return
        found = _surroundings(dataset, container)
        self._result.surroundings.setdefault(found, []).append(position)
        self._enter(dataset, position)
        for each in container.duplicates:
            for tag in list(each.keys()):
                self._collector.add_element(each, tag)

    def result(self) -> Survey:
        self._result.index = self._builder.index()
        self._result.identifiers = self._collector.identifiers()
        return self._result

    def _enter(self, dataset: FileDataset, position: int) -> None:
        """Add the position to the lists its values have in the index."""
        owners = creators(dataset)
        known = self._memories.of(dataset, owners)
        for tag, element in list(dataset._dict.items()):
            places = known.get(element)
            if places is None:
                self._collector.add_element(dataset, tag)
                owner = owner_of(tag, owners)
                places = self._builder.places(dataset, tag, owner, self._profile)
                known.learn(element, places)
            for positions in places:
                positions.append(position)


def _surroundings(dataset: FileDataset, container: Container) -> Surroundings:
    preamble, trailing = container.preamble.strip(b"\0"), container.trailing.strip(b"\0")
    meta = dataset.file_meta._dict
    named = tuple((tag, _shown(meta[tag].value)) for tag in _META if tag in meta)  # type: ignore[index]
    return Surroundings(
        preamble[:_SHOWN],
        trailing[:_SHOWN],
        tuple(each for each in named if each[1]),
        tuple(_repeated(container.duplicates[:_MOST_REPEATED])),
    )


def _repeated(duplicates: Iterable[Dataset]) -> Iterator[tuple[int, bytes]]:
    for dataset in duplicates:
        for tag in list(dataset.keys()):
            element = read_element(dataset, tag)
            yield int(tag), _shown(element.value if element is not None else None)


def _shown(value: object) -> bytes:
    try:
        content = value if isinstance(value, bytes) else str(value or "").encode()
    except Exception:  # noqa: BLE001 - items of a repeated sequence are decoded only now
        content = b"(damaged)"
    return content.strip(b"\0 ")[:_SHOWN]
