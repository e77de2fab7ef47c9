"""Texts that are still there and look as if they could identify: for a person to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pydicom.datadict import keyword_for_tag
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.tag import BaseTag

from viewer.dicom_signature import SIGNATURE_TAGS
from viewer.identifiers import Identifiers, Span, identifying_spans, is_safe_term
from viewer.model import Masked

_READ = frozenset({"AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"})
_NUMERIC = frozenset({"AS", "DA", "DS", "DT", "IS", "TM", "UI"})
_WORD = re.compile(r"[^\W\d_]{4}")
_OURS = frozenset(  # what the export wrote itself
    {0x00100010, 0x00100020, 0x00120063, 0x0018A001, 0x00080005, 0x00120064, *SIGNATURE_TAGS}
)
_LETTERS_OF_CODES = frozenset("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
_CODE_LENGTH = 10
_DUMMIES = frozenset({"REMOVED", "ANON^PERSON"})
_ALL_CAPITALS, _BESIDE, _PERSON = 0.1, 0.2, 0.6
_MOST = 200
_NOBODY = Identifiers()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A text with where it stands, why it is listed, and in how many files; 1 is the worst."""

    score: float
    attribute: str
    keyword: str
    why: str
    text: Masked
    files: int


@dataclass(slots=True)
class Suspicions:
    """Collects texts over all files; each is judged once, whatever it was before."""

    _files: dict[tuple[tuple[int, ...], str, str], int] = field(default_factory=dict)

    def look_at(self, dataset: Dataset) -> None:
        """Count the texts of one file."""
        for place in set(_texts(dataset, ())):
            self._files[place] = self._files.get(place, 0) + 1

    def merge(self, other: Suspicions) -> None:
        """Take in what was collected over other files."""
        for place, files in other._files.items():
            self._files[place] = self._files.get(place, 0) + files

    def ranked(self) -> tuple[Suspicion, ...]:
        """At most 200 texts, the most suspicious first."""
        judged = (_judged(tags, vr, text, files) for (tags, vr, text), files in self._files.items())
        found = [each for each in judged if each]
        return tuple(sorted(found, key=lambda each: (-each.score, each.attribute))[:_MOST])


def _judged(tags: tuple[int, ...], vr: str, text: str, files: int) -> Suspicion | None:
    if text in _DUMMIES or _is_our_code(text) or is_safe_term(text):
        return None
    spans = identifying_spans(tags[-1], vr, text, _NOBODY)
    if vr == "PN":
        score, why = _PERSON, "a person's name that is not the pseudonym"
    elif spans:
        score, why = _score(text, spans), max(spans, key=lambda each: each.confidence).reason
    else:
        return None
    path = ">".join(f"({tag >> 16:04X},{tag & 0xFFFF:04X})" for tag in tags)
    return Suspicion(round(score, 2), path, keyword_for_tag(tags[-1]), why, Masked(text), files)


def _score(text: str, spans: list[Span]) -> float:
    """The surest span; more when it is written as names are, or two unknown words meet."""
    worst = max(spans, key=lambda each: each.confidence)
    cut = [text[each.start : each.end] for each in spans]
    score = worst.confidence
    if any(word.isalpha() and word.istitle() for word in cut):
        score += _BESIDE
    if any(word.isalpha() and word.isupper() for word in cut):
        score += _ALL_CAPITALS
    if any(one.end + 2 >= two.start for one, two in pairwise(spans)):
        score += _BESIDE
    return min(score, 1.0)


def _is_our_code(text: str) -> bool:
    return len(text) == _CODE_LENGTH and set(text) <= _LETTERS_OF_CODES


def _texts(dataset: Dataset, above: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], str, str]]:
    for tag in dataset.keys():  # noqa: SIM118 - iterating would decode and may raise
        try:
            element = dataset[tag]
        except Exception:  # noqa: BLE001 - a hostile value must not end the check
            element = _undecoded(dataset, tag)
        here = (*above, int(tag))
        if element.VR == "SQ":
            for item in element.value or ():
                yield from _texts(item, here)
        elif element.VR in _READ and not _OURS & set(here):
            yield from ((here, element.VR, text) for text in _values(element))
        elif element.VR in _NUMERIC:
            yield from ((here, "LT", text) for text in _values(element) if _WORD.search(text))


def _undecoded(dataset: Dataset, tag: BaseTag) -> DataElement:
    value = dataset._dict[tag].value
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
    return DataElement(tag, "LT", text if _WORD.search(text) else "")


def _values(element: DataElement) -> Iterable[str]:
    several = isinstance(element.value, MultiValue | list | tuple)
    found = element.value if several else (element.value,)
    return [text for each in found if (text := str(each or "").strip())]
