"""Series that share a UID, as copies do, keep their own grade and their own deface."""

from __future__ import annotations

from pathlib import Path

from viewer.clean import plan_instances
from viewer.model import (
    Action,
    Category,
    FaceGrade,
    FaceRisk,
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


def _patient(key: str) -> Patient:
    source = Source(Path(key) / "1.dcm")
    image = Instance(source, "1.5", "1.4", "1.3", "1.2", "CT", "1.2.840.10008.1.2", 9, rows=4)
    series = Series("1.3", "1.2", "CT", Masked(""), 1, (image,))
    study = Study("1.2", Masked(""), Masked(""), (series,))
    return Patient(key, Masked(key), Masked(""), (study,))


def twins() -> tuple[Loaded, ScanResult]:
    """Two patients, one series UID; the first has a face, the second has none."""
    loaded = Loaded((_patient("a"), _patient("b")))
    first, second = (each.source for each in loaded.instances())
    risks = (
        FaceRisk("1.3", FaceGrade.RECOGNISABLE, 0.9, (), source=first),
        FaceRisk("1.3", FaceGrade.NONE, 0.0, (), source=second),
    )
    place = Location("1.2", "1.3", (first,))
    face = Finding(
        "f", "surface.face", "2", Kind.FACE, place, Category.FACE_PHOTO, 0.9, "", Action.CLEAN
    )
    return loaded, ScanResult((face,), risks)


def test_the_twin_without_a_face_is_left_alone() -> None:
    loaded, scan = twins()
    first, second = (each.source for each in loaded.instances())
    plans = plan_instances(loaded, scan, {})
    assert plans[first].deface is not None
    assert plans[second].deface is None
    assert (plans[first].face, plans[second].face) == (FaceGrade.RECOGNISABLE, FaceGrade.NONE)
