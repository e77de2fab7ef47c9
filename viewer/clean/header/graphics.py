"""Takes out overlay planes and curves, in which names and drawings of the face can be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.change_log import ChangeLog
from viewer.clean.places import Decided, Place, vr_of
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.model import Action, Change

_OVERLAY, _CURVE = 0x60, 0x50
_DATA = 0x3000


@dataclass(frozen=True, slots=True)
class Graphics:
    """Removes whole groups 60xx and 50xx unless a reviewer kept their data."""

    id: str = "header.graphics"
    version: str = "1"
    title: str = "Overlays and curves"
    cleans: str = "overlay planes, their labels and comments, and curves, at any depth"
    cannot: str = "tell a drawing from a name: a plane goes as a whole, or stays when kept"
    order: int = 290

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Remove the groups."""
        log = ChangeLog(self.id)
        source = f"PS3.15 {context.profile.edition} Table E.1-1: overlay and curve data"
        _clean(Place(ds), Decided(plan), source, log)
        return log.changes()


def _clean(place: Place, decided: Decided, source: str, log: ChangeLog) -> None:
    dataset = place.dataset
    for tag in place.tag_list():
        if tag >> 24 in (_OVERLAY, _CURVE) and not tag >> 16 & 1:
            if decided.at(place, tag >> 16 << 16 | _DATA) is not Action.KEEP:
                del dataset[tag]
                log.add("removed", source, (*place.tags, tag))
        elif vr_of(dataset, tag) == "SQ":
            for item in place.inside(tag):
                _clean(item, decided, source, log)


METHOD = Graphics()
