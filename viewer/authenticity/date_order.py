"""Dates that run backwards from study to content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.model import Instance

_ORDER = ("PatientBirthDate", "StudyDate", "AcquisitionDate", "InstanceCreationDate")


class DateOrder(HeaderCheck):
    """Facts only: shifted dates of de-identified scans are out of order as well."""

    id = "date-order"
    version = "1"
    title = "The dates are out of order"
    finds = "an acquisition before its study, a birth after the study"
    misses = "dates that were changed together"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """At most one fact; the dates themselves are not told."""
        found = [(each, str(header.get(each, "") or "")) for each in _ORDER]
        known = [(name, date) for name, date in found if len(date) == 8 and date.isdigit()]
        for (earlier, one), (later, other) in pairwise(known):
            if one > other:
                text = f"{later} is before {earlier}"
                yield Measured(self.id, text, level=Level.FACT)
                return


CHECK = DateOrder()
