"""A profile in the making: what an importer understood, and in words what it did not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pydicom.datadict import (
    dictionary_has_tag,
    dictionary_VR,
    keyword_for_tag,
    tag_for_keyword,
)

from viewer.profile.option import Option
from viewer.profile.tables import attribute_action

_STRICT = "XZDUCK"
_PRIVATE = re.compile(r'\(?([0-9A-Fa-f]{4}),\s*"*([^"]+?)"*,\s*(?:[xX]{2})?([0-9A-Fa-f]{2})\)?')
_TAG = re.compile(r"\(?([0-9A-Fa-f]{4}),?\s?([0-9A-Fa-f]{4})\)?")
_DEMANDED = {"Z": "Z", "D": "D", "Z/D": "D"}
_BY_PIXELS = (Option.CLEAN_PIXEL_DATA, Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)

PrivatePlace = tuple[str, int, int]
"""Private creator, group, and element within the block."""


@dataclass(slots=True)
class Draft:
    """Rules by tag and by private place; ``notes`` holds a sentence for everything left out."""

    name: str
    title: str
    description: str
    options: set[Option] = field(default_factory=lambda: set(_BY_PIXELS))
    rules: dict[int, str] = field(default_factory=dict)
    private: dict[PrivatePlace, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def rule(self, target: int | PrivatePlace, code: str, statement: str) -> None:
        """Add a rule; of two for the same attribute the one that leaves less holds, with a note."""
        if isinstance(target, int):
            code = self._gentler(target, code, statement)
        before = self._found(target)
        if before and before != code:
            code = min(before, code, key=_STRICT.index)
            self.note(statement, f"there are two different rules; {code} holds")
        if isinstance(target, int):
            self.rules[target] = code
        else:
            self.private[target] = code

    def _gentler(self, tag: int, code: str, statement: str) -> str:
        """A code that leaves files valid and no high age, with a note where it differs."""
        vr = dictionary_VR(tag) if dictionary_has_tag(tag) else ""
        if code == "K" and vr == "AS":
            self.note(statement, "ages over 89 are capped")
            return "C"
        if code == "X" and vr == "UI":
            self.note(statement, "UIDs are replaced instead of removed, so that files stay valid")
            return "U"
        row = attribute_action(tag)
        if code == "X" and row and row.action in _DEMANDED:
            self.note(statement, "emptied or replaced instead of removed, so that files stay valid")
            return _DEMANDED[row.action]
        return code

    def note(self, statement: str, why: str) -> None:
        """Remember what was not taken over, once."""
        if (sentence := f"{statement}: {why}.") not in self.notes:
            self.notes.append(sentence)

    def _found(self, target: int | PrivatePlace) -> str | None:
        return self.rules.get(target) if isinstance(target, int) else self.private.get(target)


def target_of(text: str) -> int | PrivatePlace | None:
    """What a keyword, a tag such as (0010,0010) or 00100010, or (0029,"SIEMENS",10) stands for.

    None when it is none of them, or a private tag without its creator.
    """
    if match := _PRIVATE.fullmatch(text):
        group = int(match[1], 16)
        return (match[2].strip(), group, int(match[3], 16)) if group & 1 else None
    if match := _TAG.fullmatch(text):
        tag = int(match[1] + match[2], 16)
        return None if tag >> 16 & 1 else tag
    return tag_for_keyword(text)


def named(target: int | PrivatePlace) -> str:
    """An attribute in words: its keyword, its tag, or its private place."""
    if isinstance(target, int):
        return keyword_for_tag(target) or f"({target >> 16:04X},{target & 0xFFFF:04X})"
    creator, group, element = target
    return f"({group:04X},xx{element:02X}) of {creator}"
