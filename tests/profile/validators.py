"""Cleans files by a profile, headers only, and asks dciodvfy and dcentvfy about both sides."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from viewer.clean import CleanContext, InstancePlan, clean_instance, plan_instances
from viewer.detect import scan
from viewer.detect.scan import collect_patient
from viewer.dicom import FrameReader, read_dataset, write_dataset
from viewer.errors import UnreadableError
from viewer.model import Loaded, Patient, PatientMapping, Series
from viewer.profile import Profile

_QUOTED = re.compile(r"(?<!Element=)(?<!IE=)<[^>]*>|\"[^\"]*\"|(?<=UID )\S+|\b\d+(\.\d+){2,}")
_GAVE_UP = ("Dicom dataset read failed", "Tags out of order")


@dataclass(frozen=True, slots=True)
class Pair:
    """The same instance as it came, as we write it unchanged, and cleaned."""

    source: Path
    rewritten: Path
    cleaned: Path


def cleaned_pairs(loaded: Loaded, profile: Profile, out: Path) -> Iterator[Pair]:
    """Every instance as it was and as the profile leaves it; undecodable ones are left out."""
    plans = plan_instances(loaded, scan(loaded, profile, text=False, face=False), {})
    with FrameReader() as reader:
        for number, (series, patient) in enumerate(_series(loaded)):
            mapping = PatientMapping(patient.key[:16], "Nobody", -1000, b"k" * 32)
            identifiers = collect_patient(patient)
            context = CleanContext(profile, mapping, identifiers, reader, series)
            for place, instance in enumerate(series.instances):
                plan = plans[instance.source]
                with suppress(UnreadableError):
                    yield _pair(plan, context, out / f"{number}-{place}")


def _series(loaded: Loaded) -> Iterator[tuple[Series, Patient]]:
    for patient in loaded.patients:
        for study in patient.studies:
            for series in study.series:
                yield series, patient


def _pair(plan: InstancePlan, context: CleanContext, stem: Path) -> Pair:
    rewritten, cleaned = stem.with_suffix(".before.dcm"), stem.with_suffix(".after.dcm")
    write_dataset(read_dataset(plan.source), rewritten)
    write_dataset(clean_instance(plan, context).dataset, cleaned)
    return Pair(plan.source.path, rewritten, cleaned)


def new_errors(pair: Pair) -> set[str]:
    """What dciodvfy finds wrong after cleaning and neither in the file nor in a plain copy.

    Nothing where it could not read the file and its copy to the end.
    """
    before = [_iod(pair.source), _iod(pair.rewritten)]
    if all(any(word in line for word in _GAVE_UP for line in each) for each in before):
        return set()
    return _iod(pair.cleaned) - before[0] - before[1]


def new_entity_errors(pairs: Sequence[Pair]) -> set[str]:
    """What dcentvfy finds wrong with the cleaned files together and not with the plain copies.

    De-identification Method is left out: one that a source already had is kept beside ours, so
    instances that came with and without one differ afterwards as they did before.
    """
    before = _entities([each.rewritten for each in pairs])
    after = _entities([each.cleaned for each in pairs])
    return {line for line in after - before if "<DeidentificationMethod>" not in line}


def _iod(path: Path) -> set[str]:
    return _errors(["dciodvfy", str(path)])


def _entities(paths: Sequence[Path]) -> set[str]:
    return _errors(["dcentvfy", *map(str, paths)])


def _errors(command: list[str]) -> set[str]:
    """Lines that say Error, without the values they quote."""
    found = subprocess.run(command, capture_output=True, check=False, timeout=120)
    lines = (found.stdout + found.stderr).decode("latin-1").splitlines()
    return {_QUOTED.sub("<>", line) for line in lines if "Error" in line}
