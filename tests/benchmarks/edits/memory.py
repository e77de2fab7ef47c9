"""Series made of planes in memory, for measuring checks without files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from viewer.authenticity import Subject
from viewer.authenticity.subject import Place, Plane
from viewer.dicom import FrameReader
from viewer.model import Instance, Masked, Series, Source


class PlaneSubject(Subject):
    """A subject whose planes are given."""

    def __init__(self, series: Series, planes: Sequence[Plane]) -> None:
        super().__init__(series, cast(FrameReader, None))
        self._given = planes

    def plane(self, place: Place) -> Plane:
        """The plane of that number."""
        return self._given[place.number]


def subject_of(planes: Sequence[Plane], modality: str = "CT") -> PlaneSubject:
    """A series of one instance per plane."""
    instances = tuple(
        Instance(
            source=Source(Path(f"plane{number}")),
            sop_instance_uid=f"2.25.{number + 1}",
            sop_class_uid="",
            series_uid="2.25.9",
            study_uid="2.25.8",
            modality=modality,
            transfer_syntax="1.2.840.10008.1.2.1",
            size=0,
            rows=plane.shape[0],
            columns=plane.shape[1],
        )
        for number, plane in enumerate(planes)
    )
    return PlaneSubject(Series("2.25.9", "2.25.8", modality, Masked(""), 1, instances), planes)
