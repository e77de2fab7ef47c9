"""The rules of a profile as rows: every attribute of the standard's table, and the site's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydicom.datadict import (
    dictionary_description,
    dictionary_has_tag,
    dictionary_VR,
    keyword_for_tag,
)

from viewer.gui.language import tr
from viewer.profile import PrivatePlace, Profile, attribute_action, attribute_actions

_TAG = re.compile(r"[0-9A-F]{8}")
ACTIONS = {
    "X": tr("Remove"),
    "Z": tr("Empty"),
    "D": tr("Replace by a dummy"),
    "U": tr("Replace UID"),
    "C": tr("Clean"),
    "K": tr("Keep"),
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One attribute with what happens to it; ``own`` says that this profile has a rule for it."""

    target: int | PrivatePlace
    place: str
    keyword: str
    name: str
    action: str
    source: str
    own: bool

    def matches(self, text: str) -> bool:
        """Whether a text stands in it, case aside; a tag may be written in any way."""
        wanted = text.casefold().strip()
        bare = self.place.strip("()").replace(",", "").casefold()
        words = (self.place, self.keyword, self.name, self.action, self.source)
        return wanted.strip("()").replace(",", "") == bare or any(
            wanted in each.casefold() for each in words
        )


def rule_rows(profile: Profile) -> tuple[RuleRow, ...]:
    """Rows by tag, private attributes last."""
    listed = {int(tag, 16) for tag in attribute_actions() if _TAG.fullmatch(tag)}
    public = (_public(profile, tag) for tag in sorted(listed | set(profile.rules)))
    private = (_private(profile, place) for place in sorted(profile.private))
    return (*public, *private)


def filtered(rows: Sequence[RuleRow], text: str, *, own: bool) -> tuple[RuleRow, ...]:
    """The rows that hold a text; with ``own`` only rules of the profile itself."""
    return tuple(row for row in rows if (row.own or not own) and (not text or row.matches(text)))


def _public(profile: Profile, tag: int) -> RuleRow:
    rule = profile.rule(tag, vr=_vr(tag))
    name = dictionary_description(tag) if dictionary_has_tag(tag) else tr("Unknown attribute")
    keyword = keyword_for_tag(tag) or name
    own = tag in profile.rules
    listed = attribute_action(tag)
    compound = listed is not None and "/" in listed.action and rule.source.endswith(listed.action)
    action = (
        tr("{0} by the kind of object").format(listed.action)
        if listed and compound
        else _word(rule.code)
    )
    place = f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
    return RuleRow(tag, place, keyword, name, action, rule.source, own)


def _private(profile: Profile, place: PrivatePlace) -> RuleRow:
    creator, group, element = place
    code = profile.private[place]
    source = tr("profile {0}: private attributes").format(profile.name)
    shown = f"({group:04X},xx{element:02X})"
    return RuleRow(
        place, shown, tr("of {0}").format(creator), tr("Private"), _word(code), source, own=True
    )


def _word(code: str) -> str:
    return ACTIONS[code]


def _vr(tag: int) -> str:
    return dictionary_VR(tag).partition(" ")[0] if dictionary_has_tag(tag) else ""
