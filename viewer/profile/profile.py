"""A profile decides for every attribute what happens to it, and says which rule decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydicom.datadict import dictionary_has_tag, repeater_has_tag

from viewer.profile.option import Option
from viewer.profile.tables import AttributeAction, attribute_action, safe_private

_WEAKEST = {"X/Z": "Z", "X/D": "D", "Z/D": "D", "X/Z/D": "D", "X/Z/U*": "U"}
_FREE_TEXT = {"LO", "SH", "ST", "LT", "UT", "UC"}
_BY_VR = {
    "PN": ("D", "a person's name outside Table E.1-1"),
    "UI": ("U", "a UID outside Table E.1-1"),
    "UR": ("Z", "a web address"),
    "AS": ("C", "ages over 89 are capped"),
    "CS": ("C", "a code string is kept when it holds no identifier"),
    "AE": ("C", "an application entity title"),
}
_DATES = {"DA", "DT", "TM"}


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
    """A named set of options with site rules; ``digest`` covers the profile and the tables."""

    name: str
    title: str
    version: str
    edition: str
    options: frozenset[Option]
    digest: str
    description: str = ""
    rules: Mapping[int, str] = field(default_factory=dict)
    _cache: dict[tuple[int, str, str], Rule] = field(
        default_factory=dict, compare=False, repr=False
    )

    def rule(self, tag: int, *, sop_class_uid: str = "", creator: str = "", vr: str = "") -> Rule:
        """The rule for a tag; ``creator`` is the private creator, ``vr`` the VR in the file.

        A compound action is decided so that a Type 1 attribute never goes missing in any IOD,
        so ``sop_class_uid`` changes nothing today.
        """
        key = (tag, creator, vr)
        if key not in self._cache:
            self._cache[key] = self._decide(tag, creator, vr)
        return self._cache[key]

    def _decide(self, tag: int, creator: str, vr: str) -> Rule:
        if tag in self.rules:
            return Rule(self.rules[tag], f"profile {self.name}")
        if tag >> 16 & 1:
            return self._private(tag, creator)
        if row := attribute_action(tag):
            return self._never_unread(self._listed(row), row, vr)
        if (tag & 0xFFFF) == 0 or tag >> 16 == 2:
            return Rule("K", "written anew")
        if not (dictionary_has_tag(tag) or repeater_has_tag(tag)):
            return Rule("X", "a public attribute unknown to the standard")
        return self._by_vr(vr)

    def _never_unread(self, rule: Rule, row: AttributeAction, vr: str) -> Rule:
        """A kept age is capped, and a kept patient characteristic that is free text is cleaned."""
        if _is_kept_age(rule, vr):
            return Rule("C", f"{rule.source}, ages over 89 capped")
        if rule.code == "K" and Option.RETAIN_PATIENT_CHARACTERISTICS.value in row.options:
            return Rule("C", f"{rule.source}, as free text") if vr in _FREE_TEXT else rule
        return rule

    def _listed(self, row: AttributeAction) -> Rule:
        source = f"PS3.15 {self.edition} Table E.1-1"
        granted = [Option(name) for name in row.options if name in self.options]
        for code in ("K", "C"):
            for option in granted:
                if row.options[option.value] == code:
                    return Rule(code, f"{source}: {code} by {option.meaning}")
        return Rule(_WEAKEST.get(row.action, row.action), f"{source}: {row.action}")

    def _private(self, tag: int, creator: str) -> Rule:
        place = (creator, tag >> 16, tag & 0xFF)
        if Option.RETAIN_SAFE_PRIVATE in self.options and place in safe_private():
            return Rule("K", f"PS3.15 {self.edition} Table E.3.10-1: safe private")
        return Rule("X", f"PS3.15 {self.edition} Table E.1-1: private attributes: X")

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


def _is_kept_age(rule: Rule, vr: str) -> bool:
    return rule.code == "K" and vr == "AS"
