"""What the vault says must not be found: per patient in instances, and in the other files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from viewer.model import Category
from viewer.provenance import Needles, StoredValue


class KnownValues:
    """The values of one export; those of a patient are looked for in the patient's files."""

    def __init__(self, values: Iterable[StoredValue] = ()) -> None:
        self._values = tuple(values)
        self._patients = {each.patient for each in self._values if each.patient}
        self._made: dict[str, Needles] = {}

    def __len__(self) -> int:
        return len(self._values)

    def of_patient(self, pseudonym: str) -> Needles:
        """Values of a patient and those of nobody in particular; all for an unknown pseudonym."""
        wanted = {pseudonym, ""} if pseudonym in self._patients else {*self._patients, ""}
        key = pseudonym if pseudonym in self._patients else ""
        if key not in self._made:
            self._made[key] = Needles(each for each in self._values if each.patient in wanted)
        return self._made[key]

    @cached_property
    def undated(self) -> Needles:
        """Everything but dates, since statement and report have dates of their own."""
        return Needles(each for each in self._values if each.category != Category.DATE)
