"""Takes out overlay planes and curves, in which names and drawings of the face can be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.element_method import Done, Spot
from viewer.clean.element_walk import clean_elements
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
        return clean_elements((self,), ds, plan, context)

    def element(self, spot: Spot, context: CleanContext) -> Done | None:
        """Remove an attribute of these groups."""
        if spot.tag >> 24 not in (_OVERLAY, _CURVE) or spot.tag >> 16 & 1:
            return None
        if spot.decided.at(spot.place, spot.tag >> 16 << 16 | _DATA) is Action.KEEP:
            return None
        del spot.place.dataset[spot.tag]
        edition = context.profile.edition
        return Done("removed", f"PS3.15 {edition} Table E.1-1: overlay and curve data")


METHOD = Graphics()
