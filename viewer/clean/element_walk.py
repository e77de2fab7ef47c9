"""One walk over the attributes of an instance for all methods that look at single attributes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset

from viewer.clean.change_log import ChangeLog
from viewer.clean.element_method import ElementMethod, Spot
from viewer.clean.places import Decided, Place
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.clean.repeats import Repeats, Treated
from viewer.dicom import (
    creators,
    drop_unused_creators,
    is_recoded,
    owner_of,
    settled_element,
    situation_of,
)
from viewer.dicom.elements import vr_of
from viewer.model import Change

_OURS = "Scanveil"
_METHOD = 0x00120063
_UNKNOWN = Treated(False, None, ())


def clean_elements(
    methods: Sequence[ElementMethod], ds: Dataset, plan: InstancePlan, context: CleanContext
) -> list[Change]:
    """Let methods change every attribute at every depth; what an equal one got is done again."""
    owners = creators(ds)
    known = _repeats(methods, ds, plan, context, owners)
    walk: _Walk = known.walk
    outcomes = known.outcomes
    root, learns = Place(ds), not is_recoded(ds)
    elements = ds._dict
    changes: list[Change] = []
    for tag, element in list(elements.items()):
        treated = outcomes.get(element) if learns else None
        if treated is None:
            treated = walk.first(root, tag, owner_of(tag, owners))
            if learns and outcomes.takes(element):
                treated = _learned(ds, tag, element, treated, known)
        elif treated.element is not None:
            elements[tag] = treated.element
        elif not treated.unchanged:
            del elements[tag]
        changes.extend(treated.changes)
    drop_unused_creators(ds, owners)
    return changes


def _learned(
    ds: Dataset, tag: int, before: RawDataElement | DataElement, treated: Treated, known: Repeats
) -> Treated:
    """Bring a changed attribute into the form it is written in, and remember it."""
    after = ds._dict.get(tag)  # type: ignore[call-overload]
    if after is not None and after is not before:
        after = ds._dict[tag] = settled_element(ds, tag)  # type: ignore[index]
        treated = Treated(False, after, treated.changes)
    else:
        treated = Treated(after is before, None, treated.changes)
    known.outcomes.learn(before, treated)
    return treated


def _repeats(
    methods: Sequence[ElementMethod],
    ds: Dataset,
    plan: InstancePlan,
    context: CleanContext,
    owners: dict[tuple[int, int], str],
) -> Repeats:
    settled = _is_settled(ds, context)
    names = tuple(each.id for each in methods)
    situation: Hashable = (names, settled, *map(id, _shared(context)), situation_of(ds, owners))
    for each in context.memory.situations:
        if each.fits(situation, plan.keep, plan.actions):
            return each
    sop_class = str(ds.get("SOPClassUID", ""))
    walk = _Walk(tuple(methods), context, Decided(plan), settled, sop_class)
    return context.memory.add(Repeats(situation, plan.keep, plan.actions, walk))


def _shared(context: CleanContext) -> tuple[object, ...]:
    """What a walk was made for; the walk holds on to it, so its identity stays its own."""
    return context.profile, context.mapping, context.identifiers


@dataclass(frozen=True, slots=True)
class _Walk:
    methods: tuple[ElementMethod, ...]
    context: CleanContext
    decided: Decided
    settled: bool
    sop_class: str

    def first(self, root: Place, tag: int, creator: str) -> Treated:
        """Treat an attribute of the top level of which no equal one was seen."""
        logs = {each.id: ChangeLog(each.id) for each in self.methods}
        self._attribute(root, tag, creator, logs)
        changes = (change for log in logs.values() for change in log.changes())
        return Treated(False, None, tuple(changes))

    def _attribute(self, place: Place, tag: int, creator: str, logs: dict[str, ChangeLog]) -> None:
        spot = Spot(
            place,
            int(tag),
            vr_of(place.dataset, tag),
            creator,
            self.decided,
            self.settled,
            self.sop_class,
        )
        for method in self.methods:
            if done := method.element(spot, self.context):
                logs[method.id].add(done.what, done.rule, (*place.tags, spot.tag))
            if tag not in place.dataset._dict:
                return
        if spot.vr == "SQ":
            for item in place.inside(tag):
                self._inside(item, logs)

    def _inside(self, place: Place, logs: dict[str, ChangeLog]) -> None:
        owners = creators(place.dataset)
        for tag in place.tag_list():
            self._attribute(place, tag, owner_of(tag, owners), logs)
        drop_unused_creators(place.dataset, owners)


def _is_settled(ds: Dataset, context: CleanContext) -> bool:
    """Whether this very mapping already made the UIDs and dates: they must not move twice."""
    if _METHOD not in ds._dict:
        return False
    methods = str(ds.get("DeidentificationMethod", ""))
    return _OURS in methods and str(ds.get("PatientID", "")) == context.mapping.patient_id
