"""Takes out private attributes that nobody vouches for, at every depth."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.element_method import Done, Spot
from viewer.clean.element_walk import clean_elements
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import is_creator
from viewer.model import Action, Change


@dataclass(frozen=True, slots=True)
class Private:
    """Keeps private attributes of the safe list and those a reviewer kept with a reason."""

    id: str = "header.private"
    version: str = "1"
    title: str = "Private attributes"
    cleans: str = "private attributes and their creators, also in items of kept sequences"
    cannot: str = "see into values of attributes that the standard calls safe"
    order: int = 300

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Remove what the profile's list does not keep."""
        return clean_elements((self,), ds, plan, context)

    def element(self, spot: Spot, context: CleanContext) -> Done | None:
        """Remove an attribute nobody vouches for; creators without attributes go with the walk."""
        if not spot.tag >> 16 & 1 or is_creator(spot.tag):
            return None
        rule = context.profile.rule(spot.tag, creator=spot.creator)
        action = spot.decided.at(spot.place, spot.tag)
        if action is Action.KEEP or (rule.code in "KCU" and action is not Action.REMOVE):
            return None
        del spot.place.dataset[spot.tag]
        return Done("removed", rule.source)


METHOD = Private()
