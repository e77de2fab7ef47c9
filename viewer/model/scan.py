"""What detection returned for everything that was loaded."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model.finding import Finding
from viewer.model.risk import FaceRisk
from viewer.model.source import Source


@dataclass(frozen=True, slots=True)
class Failure:
    """A detector that could not do its work on a file; it blocks the export like a finding.

    ``whole_series``: it did not look at the file's series at all; ``source`` stands for it.
    """

    detector: str
    source: Source
    error: str
    whole_series: bool = False


@dataclass(frozen=True, slots=True)
class ScanResult:
    """Findings, face risks and failures of one scan.

    ``detectors`` are the ids of those that looked, failed or not.
    """

    findings: tuple[Finding, ...] = ()
    risks: tuple[FaceRisk, ...] = ()
    failures: tuple[Failure, ...] = ()
    detectors: tuple[str, ...] = ()

    def __add__(self, other: ScanResult) -> ScanResult:
        return ScanResult(
            self.findings + other.findings,
            self.risks + other.risks,
            self.failures + other.failures,
            tuple(dict.fromkeys(self.detectors + other.detectors)),
        )
