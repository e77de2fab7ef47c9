"""Publishes a cleaned and signed copy in one step, or nothing at all.

In: what was loaded, the scan, decisions, profile and vault. Out: a folder that anyone can check,
and an ExportReport. It fails closed: an undecided finding, a crashed detector or a known value
that is still in a written file refuses everything, with all reasons. It must not know windows, nor
how an export is verified later.
"""

from viewer.export.exporting import ExportReport, export
from viewer.export.jobs import patient_mapping
from viewer.export.refusals import Override, Refusal, refusals
from viewer.export.second_review import second_review_refusals
from viewer.export.sharing import sharing_refusals
from viewer.export.target import check_target, zip_path

__all__ = [
    "ExportReport",
    "Override",
    "Refusal",
    "check_target",
    "export",
    "patient_mapping",
    "refusals",
    "second_review_refusals",
    "sharing_refusals",
    "zip_path",
]
