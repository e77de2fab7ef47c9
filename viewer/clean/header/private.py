"""Takes out private attributes that nobody vouches for, at every depth."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.change_log import ChangeLog
from viewer.clean.places import Decided, Place, creators, is_creator, vr_of
from viewer.clean.plan import CleanContext, InstancePlan
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
        log = ChangeLog(self.id)
        _clean(Place(ds), Decided(plan), context, log)
        return log.changes()


def _clean(place: Place, decided: Decided, context: CleanContext, log: ChangeLog) -> None:
    dataset, owners = place.dataset, creators(place.dataset)
    used: set[tuple[int, int]] = set()
    for tag in place.tag_list():
        if tag >> 16 & 1 and not is_creator(tag):
            block = (tag >> 16, (tag & 0xFFFF) >> 8)
            rule = context.profile.rule(tag, creator=owners.get(block, ""))
            action = decided.at(place, tag)
            if action is Action.KEEP or (rule.code == "K" and action is not Action.REMOVE):
                used.add(block)
            else:
                del dataset[tag]
                log.add("removed", rule.source, (*place.tags, tag))
        if tag in dataset and vr_of(dataset, tag) == "SQ":
            for item in place.inside(tag):
                _clean(item, decided, context, log)
    for group, number in owners.keys() - used:
        del dataset[group << 16 | number]


METHOD = Private()
