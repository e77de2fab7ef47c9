"""Several small studies of several patients, made by code."""

from __future__ import annotations

from dataclasses import replace

from tests.review.builders import header_finding, instance, loaded, text_finding
from viewer.model import Finding, Loaded, Location, Masked, Patient, ScanResult, Source


def many(number: int = 3) -> tuple[Loaded, ScanResult]:
    """``number`` patients with a study each, one header finding and one text in each."""
    patients = tuple(_patient(each) for each in range(number))
    findings = tuple(found for each in range(number) for found in _findings(each))
    return Loaded(patients), ScanResult(findings)


def uid(number: int) -> str:
    """The Study Instance UID of a study of ``many``."""
    return f"1.2.{number}"


def _source(number: int) -> Source:
    path = instance(0).source.path
    return Source(path.with_name(f"study-{number}.dcm"))


def _patient(number: int) -> Patient:
    (model,) = loaded(1).patients
    (study,) = model.studies
    (series,) = study.series
    uids = {"study_uid": uid(number), "series_uid": f"{uid(number)}.9"}
    image = replace(instance(0), source=_source(number), sop_instance_uid=f"{number}.7", **uids)
    series = replace(series, instances=(image,), description=Masked(f"Belly {number}"), **uids)
    study = replace(study, study_uid=uid(number), series=(series,), description=Masked("Check-up"))
    name = Masked(f"Kowalski^{'ABCDEFGHIJ'[number % 10]}{number}")
    return Patient(f"k{number}", Masked(f"ID{number:03}"), name, (study,))


def _findings(number: int) -> tuple[Finding, Finding]:
    place = Location(uid(number), f"{uid(number)}.9", (_source(number),))
    header, text = header_finding(1), text_finding(1)
    inside = replace(place, attribute=header.location.attribute)
    seen = replace(place, frames=(0,), box=text.location.box)
    return (
        replace(header, id=f"h{number}", location=inside),
        replace(text, id=f"t{number}", location=seen),
    )
