"""Does to every attribute, at every depth, what the profile and the decisions say."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.attribute_cleaner import AttributeCleaner, override
from viewer.clean.change_log import ChangeLog
from viewer.clean.places import Decided, Place, creators, is_creator, vr_of
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.model import Action, Change
from viewer.profile import Profile

_OURS = "Scanveil"
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
        cleaner = AttributeCleaner(context, settled=_is_settled(ds, context))
        walk = _Walk(cleaner, Decided(plan), context.profile, ChangeLog(self.id))
        walk.clean(Place(ds))
        return walk.log.changes()


@dataclass(frozen=True, slots=True)
class _Walk:
    cleaner: AttributeCleaner
    decided: Decided
    profile: Profile
    log: ChangeLog

    def clean(self, place: Place) -> None:
        owners = creators(place.dataset)
        for tag in place.tag_list():
            if not is_creator(tag) and tag != _DOCUMENT:
                owner = owners.get((tag >> 16, (tag & 0xFFFF) >> 8), "")
                self._attribute(place, tag, owner if tag >> 16 & 1 else "")

    def _attribute(self, place: Place, tag: int, creator: str) -> None:
        vr = vr_of(place.dataset, tag)
        rule = self.profile.rule(tag, creator=creator, vr=vr)
        action = self.decided.at(place, tag)
        code = override(rule.code, action)
        if action is Action.KEEP:
            self.log.add("kept", _KEPT, (*place.tags, tag))
        if vr == "SQ" and (code not in "XZ" or action is Action.KEEP):
            for item in place.inside(tag):
                self.clean(item)
        elif action is not Action.KEEP:
            what = self.cleaner.apply(place, tag, vr, code)
            if what:
                source = rule.source if code == rule.code else _DECIDED
                self.log.add(what, source, (*place.tags, tag))


def _is_settled(ds: Dataset, context: CleanContext) -> bool:
    """Whether this very mapping already made the UIDs and dates: they must not move twice."""
    methods = str(ds.get("DeidentificationMethod", ""))
    return _OURS in methods and str(ds.get("PatientID", "")) == context.mapping.patient_id


METHOD = Attributes()
