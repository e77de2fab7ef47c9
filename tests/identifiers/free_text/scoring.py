"""Scores a table of descriptions: what must go and did not, what may stay and did not."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydicom.dataset import Dataset

from viewer.identifiers import Identifiers, Span, clean_text, collect, cut_spans

_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Description:
    """A text of a made-up patient, with the words that must go and those that may stay."""

    patient: str
    text: str
    secret: frozenset[tuple[int, int]]
    harmless: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Score:
    """Identifying words left and harmless words lost in one description."""

    description: Description
    leaked: tuple[str, ...]
    lost: tuple[str, ...]


def descriptions(name: str) -> list[Description]:
    """The rows of a table beside this file."""
    lines = (_FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [_parsed(*line.split("\t")) for line in lines if not line.startswith("#")]


@cache
def patient(name: str) -> Identifiers:
    """What the headers of a made-up patient tell about him."""
    values = tomllib.loads((_FOLDER / "patients.toml").read_text("utf-8"))[name]
    ds = Dataset()
    ds.SpecificCharacterSet = "ISO_IR 192"
    for keyword, value in values.items():
        setattr(ds, keyword, value)
    return collect([ds])


def score(description: Description) -> Score:
    """Clean one description and compare it with its marks."""
    known, text = patient(description.patient), description.text
    spans = cut_spans(text, known)

    left = clean_text(text, known)
    assert clean_text(left, known) == left, "cleaning twice is cleaning once"
    leaked = [text[a:b] for a, b in sorted(description.secret) if not _is_cut(a, b, spans)]
    harmless = Counter(text[a:b] for a, b in description.harmless)
    lost = harmless - Counter(_WORD.findall(left))
    return Score(description, tuple(leaked), tuple(sorted(lost.elements())))


def _is_cut(start: int, end: int, spans: list[Span]) -> bool:
    return any(each.start <= start and end <= each.end for each in spans)


def _parsed(patient: str, marked: str) -> Description:
    secret: set[tuple[int, int]] = set()
    harmless: set[tuple[int, int]] = set()
    text, inside = "", False
    for part in re.split(r"([{}])", marked):
        if _MARK.fullmatch(part):
            inside = part == "{"
            continue
        places = {(m.start() + len(text), m.end() + len(text)) for m in _WORD.finditer(part)}
        (secret if inside else harmless).update(places)
        text += part
    return Description(patient, text, frozenset(secret), frozenset(harmless))
