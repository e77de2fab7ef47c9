"""Runs the whole header path over files: load, scan, plan, clean, write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from viewer.clean import CleanContext, CleanedInstance, clean_instance, plan_instances
from viewer.detect import collect_patient, scan
from viewer.dicom import FrameReader, write_dataset
from viewer.load import load
from viewer.model import Decision, PatientMapping, ScanResult, Source
from viewer.profile import load_profile

MAPPING = PatientMapping("SV-7QJ2KD", "ANON^0001", -411, b"k" * 32)


@dataclass(frozen=True)
class Run:
    """What was found, and the cleaned instance and file of every source."""

    result: ScanResult
    cleaned: Mapping[Source, CleanedInstance]
    files: Mapping[Source, Path]


def clean_all(
    paths: list[Path],
    out: Path,
    profile: str = "research",
    decisions: Mapping[str, Decision] | None = None,
    mapping: PatientMapping = MAPPING,
) -> Run:
    """Clean everything below paths into out, without looking at pixels."""
    out.mkdir(parents=True)
    loaded, chosen = load(paths), load_profile(profile)
    result = scan(loaded, chosen, text=False, face=False)
    plans = plan_instances(loaded, result, decisions or {})
    cleaned: dict[Source, CleanedInstance] = {}
    files: dict[Source, Path] = {}
    with FrameReader() as reader:
        for patient in loaded.patients:
            known = collect_patient(patient)
            for series in (each for study in patient.studies for each in study.series):
                context = CleanContext(chosen, mapping, known, reader, series)
                for instance in series.instances:
                    done = clean_instance(plans[instance.source], context)
                    cleaned[instance.source] = done
                    files[instance.source] = out / f"{len(files):05d}.dcm"
                    write_dataset(done.dataset, files[instance.source])
    return Run(result, cleaned, files)
