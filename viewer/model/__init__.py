"""The frozen nouns every room speaks in. Standard library only; no room may be imported here."""

from viewer.model.attribute_path import AttributePath
from viewer.model.box import Box
from viewer.model.change import Change
from viewer.model.decision import Decision
from viewer.model.face_edit import FaceEdit, FacePreset, Stroke
from viewer.model.finding import Action, Category, Finding, Kind, Location
from viewer.model.mapping import PatientMapping
from viewer.model.masked import Masked
from viewer.model.opinion import Opinion
from viewer.model.outline import (
    Area,
    Brush,
    Ellipse,
    Outline,
    Polygon,
    box_of,
    outline_of,
)
from viewer.model.progress import Progress, silent
from viewer.model.risk import FaceGrade, FaceRisk
from viewer.model.scan import Failure, ScanResult
from viewer.model.sharing import BasisKind, Consent, Distribution, Sharing
from viewer.model.source import Source
from viewer.model.study import (
    Geometry,
    Instance,
    Loaded,
    Patient,
    Series,
    Study,
    Unreadable,
)

__all__ = [
    "Action",
    "Area",
    "AttributePath",
    "BasisKind",
    "Box",
    "Brush",
    "Category",
    "Change",
    "Consent",
    "Decision",
    "Distribution",
    "Ellipse",
    "FaceEdit",
    "FaceGrade",
    "FacePreset",
    "FaceRisk",
    "Failure",
    "Finding",
    "Geometry",
    "Instance",
    "Kind",
    "Loaded",
    "Location",
    "Masked",
    "Opinion",
    "Outline",
    "Patient",
    "PatientMapping",
    "Polygon",
    "Progress",
    "ScanResult",
    "Series",
    "Sharing",
    "Source",
    "Stroke",
    "Study",
    "Unreadable",
    "box_of",
    "outline_of",
    "silent",
]
