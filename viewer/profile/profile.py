"""A profile decides for every attribute what happens to it, and says which rule decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pydicom.datadict import dictionary_has_tag, repeater_has_tag

from viewer.profile.compound import decide_compound
from viewer.profile.iod_types import attribute_type, iod_of
from viewer.profile.option import Option
from viewer.profile.tables import (
    AttributeAction,
    attribute_action,
    compound_tags,
    safe_private,
)

_FREE_TEXT = {"LO", "SH", "ST", "LT", "UT", "UC"}
_SEARCHED = _FREE_TEXT | {"CS"}
_BY_VR = {
    "PN": ("D", "a person's name outside Table E.1-1"),
    "UI": ("U", "a UID outside Table E.1-1"),
    "UR": ("Z", "a web address"),
    "AS": ("C", "ages over 89 are capped"),
    "CS": ("C", "a code string is kept when it holds no identifier"),
    "AE": ("C", "an application entity title"),
}
_DATES = {"DA", "DT", "TM"}
_ENCRYPTED = {0x04000500, 0x04000510, 0x04000520}
_Question: TypeAlias = tuple[int, str, str, str, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to an attribute: X remove, Z empty, D dummy, U new UID, C clean, K keep.

    ``source`` names the table, option or generic rule; ``certain`` is False for generic rules.
    """

    code: str
    source: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """A named set of options with site rules; ``digest`` covers the profile and the tables.

    ``redacts_documents``: the text of a PDF is set anew without what identifies; otherwise a
    document is replaced as a whole. ``two_reviewers``: a second person must agree with every
    decision.
    """

    name: str
    title: str
    version: str
    edition: str
    options: frozenset[Option]
    digest: str
    description: str = ""
    rules: Mapping[int, str] = field(default_factory=dict)
    private: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    redacts_documents: bool = False
    two_reviewers: bool = False
    _cache: dict[_Question, Rule] = field(default_factory=dict, compare=False, repr=False)

    def rule(
        self,
        tag: int,
        *,
        sop_class_uid: str = "",
        within: tuple[int, ...] = (),
        creator: str = "",
        vr: str = "",
    ) -> Rule:
        """The rule for a tag; ``creator`` is the private creator, ``vr`` the VR in the file.

        ``within`` holds the tags of the sequences around the attribute, the outermost first. It
        and ``sop_class_uid`` (of the instance, not of an item) decide compound actions; without
        a SOP class no attribute goes missing that is Type 1 in any IOD.
        """
        key: _Question = (tag, creator, vr, "", 0)
        if sop_class_uid and tag in compound_tags():
            key = (tag, creator, vr, iod_of(sop_class_uid), within[-1] if within else 0)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._decide(*key)
        return found

    def _decide(self, tag: int, creator: str, vr: str, iod: str, parent: int) -> Rule:
        if tag in self.rules:
            return self._of_site(tag, iod, parent)
        if tag >> 16 & 1:
            return self._private(tag, creator)
        if row := attribute_action(tag):
            kept = self._by_option(row)
            return (
                self._never_unread(kept, row, vr) if kept else self._listed(row, tag, iod, parent)
            )
        if tag in _ENCRYPTED:
            return Rule("X", "encrypted content, which nobody can look into")
        if (tag & 0xFFFF) == 0 or tag >> 16 == 2:
            return Rule("K", "written anew")
        if not (dictionary_has_tag(tag) or repeater_has_tag(tag)):
            return Rule("X", "a public attribute unknown to the standard")
        return self._by_vr(vr)

    def _never_unread(self, rule: Rule, row: AttributeAction, vr: str) -> Rule:
        """A kept age is capped, and a kept patient characteristic that is free text is cleaned."""
        if rule.code == "K" and vr == "AS":
            return Rule("C", f"{rule.source}, ages over 89 capped")
        if rule.code == "K" and Option.RETAIN_PATIENT_CHARACTERISTICS.value in row.options:
            return Rule("C", f"{rule.source}, as free text") if vr in _SEARCHED else rule
        return rule

    def _of_site(self, tag: int, iod: str, parent: int) -> Rule:
        """A rule of the profile itself; what an IOD demands is not removed all the same."""
        code, row = self.rules[tag], attribute_action(tag)
        demanded = row and code == "X" and iod and attribute_type(iod, tag, parent) in (1, 2)
        if row and demanded:
            code, reason = decide_compound(row.action, tag, iod, parent)
            return Rule(code, f"profile {self.name}: X, but {reason}")
        return Rule(code, f"profile {self.name}")

    def _by_option(self, row: AttributeAction) -> Rule | None:
        granted = [Option(name) for name in row.options if name in self.options]
        for code in ("K", "C"):
            for option in granted:
                if row.options[option.value] == code:
                    return Rule(code, f"{self._table}: {code} by {option.meaning}")
        return None

    def _listed(self, row: AttributeAction, tag: int, iod: str, parent: int) -> Rule:
        code, reason = decide_compound(row.action, tag, iod, parent)
        words = f"{row.action}, {reason}" if reason else row.action
        return Rule(code, f"{self._table}: {words}")

    @property
    def _table(self) -> str:
        return f"PS3.15 {self.edition} Table E.1-1"

    def _private(self, tag: int, creator: str) -> Rule:
        place = (creator, tag >> 16, tag & 0xFF)
        if place in self.private:
            return Rule(self.private[place], f"profile {self.name}: private attributes")
        if Option.RETAIN_SAFE_PRIVATE in self.options and place in safe_private():
            return Rule("K", f"PS3.15 {self.edition} Table E.3.10-1: safe private")
        return Rule("X", f"{self._table}: private attributes: X")

    def _by_vr(self, vr: str) -> Rule:
        if vr in _FREE_TEXT:
            return Rule("C", "free text outside Table E.1-1", certain=False)
        if vr in _DATES:
            return self._date()
        code, source = _BY_VR.get(vr, ("K", "no identifying kind of value"))
        if vr == "UI" and Option.RETAIN_UIDS in self.options:
            return Rule("K", Option.RETAIN_UIDS.meaning)
        return Rule(code, source, certain=False)

    def _date(self) -> Rule:
        if Option.RETAIN_FULL_DATES in self.options:
            return Rule("K", Option.RETAIN_FULL_DATES.meaning)
        if Option.RETAIN_MODIFIED_DATES in self.options:
            return Rule("C", Option.RETAIN_MODIFIED_DATES.meaning)
        return Rule("D", "a date or time outside Table E.1-1", certain=False)
