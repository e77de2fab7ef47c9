"""Finds what identifies somebody: in attributes, in pixels, in the surface of a head.

In: what was loaded and a profile. Out: a ``ScanResult`` of findings, face risks and failures; a
detector is one file in header, pixels or surface with a module constant DETECTOR.
Must not know: decisions, cleaning, exports. Detectors do not know each other.
"""

from viewer.detect.again import look_again
from viewer.detect.context import DetectContext, Detector
from viewer.detect.header_index import Entry, HeaderIndex
from viewer.detect.registry import detectors
from viewer.detect.scan import collect_patient, scan

__all__ = [
    "DetectContext",
    "Detector",
    "Entry",
    "HeaderIndex",
    "collect_patient",
    "detectors",
    "look_again",
    "scan",
]
