"""Does to every attribute, at every depth, what the profile and the decisions say."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.attribute_cleaner import AttributeCleaner, override
from viewer.clean.element_method import Done, Spot
from viewer.clean.element_walk import clean_elements
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import is_creator
from viewer.model import Action, Change

_DOCUMENT = 0x00420011  # the documents method has replaced it
_KEPT = "decision of the reviewer: keep"
_DECIDED = "decision of the reviewer"


@dataclass(frozen=True, slots=True)
class Attributes:
    """Removes, empties, replaces, remaps, shifts and cleans attribute by attribute."""

    id: str = "header.attributes"
    version: str = "1"
    title: str = "Attributes by the profile"
    cleans: str = (
        "attributes of PS3.15 Table E.1-1, names, UIDs, dates and free text anywhere, and public "
        "attributes the standard does not know"
    )
    cannot: str = "recognise a name that is formed like a code string's defined term"
    order: int = 310

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Change every attribute that a rule or a decision touches."""
        return clean_elements((self,), ds, plan, context)

    def element(self, spot: Spot, context: CleanContext) -> Done | None:
        """Do what rule and decision say; items of a sequence that stays are walked later."""
        if is_creator(spot.tag) or spot.tag == _DOCUMENT:
            return None
        rule = context.profile.rule(
            spot.tag,
            sop_class_uid=spot.sop_class,
            within=spot.place.tags,
            creator=spot.creator,
            vr=spot.vr,
        )
        action = spot.decided.at(spot.place, spot.tag)
        if action is Action.KEEP:
            return Done("kept", _KEPT)
        code = override(rule.code, action)
        if spot.vr == "SQ" and code not in "XZ":
            return None
        cleaner = AttributeCleaner(context, settled=spot.settled)
        what = cleaner.apply(spot.place, spot.tag, spot.vr, code)
        return Done(what, rule.source if code == rule.code else _DECIDED) if what else None


METHOD = Attributes()
