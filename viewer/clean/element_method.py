"""What a method offers that looks at one attribute at a time, and what it is told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from viewer.clean.places import Decided, Place
from viewer.clean.plan import CleanContext, Method


@dataclass(frozen=True, slots=True)
class Spot:
    """One attribute: where it stands, its VR, and its private creator if it has one.

    ``settled`` says that this very mapping already made the UIDs and dates of the instance.
    ``sop_class`` is the SOP Class UID of the instance, which decides compound actions.
    """

    place: Place
    tag: int
    vr: str
    creator: str
    decided: Decided
    settled: bool
    sop_class: str = ""


class Done(NamedTuple):
    """What was done to an attribute, in the words of ``Change``, and the rule that asked for it."""

    what: str
    rule: str


@runtime_checkable
class ElementMethod(Method, Protocol):
    """A method that shares one walk over all attributes with others of its kind.

    What it does to an attribute must follow from the attribute, its place and the context alone:
    for equal attributes of other instances it is done again without asking.
    """

    def element(self, spot: Spot, context: CleanContext) -> Done | None:
        """Change or remove one attribute in its data set; None when it stays as it is."""
        ...
