"""Takes the text out of kept dates, times, numbers, ages and UIDs that are none."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

from viewer.clean.element_method import Done, Spot
from viewer.clean.element_walk import clean_elements
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom.value_forms import is_well_formed, raw_value
from viewer.model import Action, Change

_RULE = "PS3.5 6.2: the value does not have the form of its VR"


@dataclass(frozen=True, slots=True)
class ValueForms:
    """Looks at what the profile left, whatever rule left it."""

    id: str = "header.value-forms"
    version: str = "1"
    title: str = "Values that do not have the form of their kind"
    cleans: str = "words in attributes for dates, times, numbers, ages and UIDs"
    cannot: str = "tell a number that identifies from one that measures"
    order: int = 315

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Empty or, for a UID, replace what does not have the form of its VR."""
        return clean_elements((self,), ds, plan, context)

    def element(self, spot: Spot, context: CleanContext) -> Done | None:
        """Empty or replace one attribute, unless a person decided to keep it."""
        if is_well_formed(spot.place.dataset, spot.tag, spot.vr):
            return None
        if spot.decided.at(spot.place, spot.tag) is Action.KEEP:
            return None
        if spot.vr == "UI":
            uid = context.mapping.remap_uid(repr(raw_value(spot.place.dataset, spot.tag)))
            spot.place.dataset[spot.tag] = DataElement(spot.tag, "UI", uid)
            return Done("remapped", _RULE)
        spot.place.dataset[spot.tag] = DataElement(spot.tag, spot.vr, None)
        return Done("emptied", _RULE)


METHOD = ValueForms()
