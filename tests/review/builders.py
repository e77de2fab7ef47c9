"""Small studies and findings made by code."""

from __future__ import annotations

from pathlib import Path

from viewer.model import (
    Action,
    AttributePath,
    Box,
    Category,
    Finding,
    Instance,
    Kind,
    Loaded,
    Location,
    Masked,
    Patient,
    ScanResult,
    Series,
    Source,
    Study,
)
from viewer.review import ReviewSession


def instance(number: int, rows: int = 64, columns: int = 48) -> Instance:
    source = Source(Path(f"/scans/{number}.dcm"))
    return Instance(
        source, f"1.2.3.{number}", "1.2", "1.2.3", "1.2", "US", "1.2", 9, rows, columns, 5
    )


def loaded(count: int = 3) -> Loaded:
    series = Series(
        "1.2.3", "1.2", "US", Masked("Belly"), 1, tuple(instance(n) for n in range(count))
    )
    study = Study("1.2", Masked(""), Masked("20200101"), (series,))
    return Loaded((Patient("k", Masked("ID77"), Masked("Kowalski^Jan"), (study,)),))


def header_finding(number: int, proposed: Action = Action.REMOVE) -> Finding:
    sources = tuple(instance(n).source for n in range(3))
    place = Location("1.2", "1.2.3", sources, AttributePath((0x00100010 + number,)))
    return Finding(
        f"h{number}", "header", "1", Kind.HEADER, place, Category.NAME, 1.0, "why", proposed,
        "PatientName", Masked("Kowalski^Jan"),
    )  # fmt: skip


def text_finding(number: int, proposed: Action = Action.BLANK) -> Finding:
    place = Location("1.2", "1.2.3", (instance(0).source,), None, (0, 2), Box(1, 2, 10, 5))
    return Finding(
        f"t{number}", "text", "1", Kind.TEXT, place, Category.DATE, 0.9, "why", proposed,
        text=Masked("12.03.1961"),
    )  # fmt: skip


def session(*findings: Finding) -> ReviewSession:
    found = findings or (header_finding(1), header_finding(2), text_finding(1))
    return ReviewSession(loaded(), ScanResult(found), "research", "coordinator")
