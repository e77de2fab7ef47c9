"""Reads the %header section of a recipe of pydicom/deid."""

from __future__ import annotations

import re
from functools import cache

from pydicom._dicom_dict import DicomDictionary
from pydicom.datadict import dictionary_has_tag, dictionary_VR

from viewer.profile.imported import Draft, PrivatePlace, target_of

_WORDS = re.compile(r"""(?:[^\s"']+|"[^"]*"|'[^']*')+""")
_CODES = {"KEEP": "K", "BLANK": "Z", "REMOVE": "X", "REPLACE": "D", "JITTER": "C"}
_REMARKS = {
    "REPLACE": "the value is replaced by one of Scanveil's own",
    "JITTER": "dates move by the patient's own shift, not by the recipe's amount",
}
_WHOLE = {"startswith": "^({})", "endswith": "({})$", "contains": "({})"}
_SECTIONS = "only %header is taken over; text in pixels is found by looking at them"


def read_deid_recipe(text: str, name: str) -> Draft:
    """The draft of a profile from a recipe; statements of other sections become notes."""
    draft = Draft(name, f"{name}, from a deid recipe", "Imported from a pydicom/deid recipe.")
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("%"):
            section = line.split("#")[0].split()[0].lower()
            if section != "%header":
                draft.note(line, _SECTIONS)
        elif section == "%header" and line and not line.startswith("#"):
            _statement(draft, line)
        elif not section and line and not line.startswith(("#", "FORMAT")):
            draft.note(line, "it stands before the first section")
    return draft


def _statement(draft: Draft, line: str) -> None:
    action, target, *rest = [*_WORDS.findall(line.split(" #")[0]), "", ""]
    value = " ".join(rest).strip()
    action = action.upper()
    if action == "ADD":
        draft.note(line, "attributes are not added; the export writes its own stamp")
        return
    if action not in _CODES:
        draft.note(line, "not an action this importer knows")
        return
    targets = _targets(target)
    if not targets:
        draft.note(line, "these fields cannot be told from the recipe alone; no rule was made")
        return
    if remark := _REMARKS.get(action):
        draft.note(line, remark)
    if action == "REMOVE" and value:
        draft.note(line, "removed always: the condition is not taken over")
    for each in targets:
        draft.rule(each, _code(action, each), line)


def _code(action: str, target: int | PrivatePlace) -> str:
    if action == "REPLACE" and isinstance(target, int) and _vr(target) == "UI":
        return "U"
    return _CODES[action]


def _vr(tag: int) -> str:
    return dictionary_VR(tag) if dictionary_has_tag(tag) else ""


def _targets(text: str) -> list[int | PrivatePlace]:
    """One field, or all that startswith:, endswith: or contains: names in the dictionary."""
    expander, colon, words = text.partition(":")
    if colon and '"' not in expander:
        pattern = _WHOLE.get(expander.lower())
        return [*_named(pattern.format(words))] if pattern else []
    found = target_of(text)
    return [] if found is None else [found]


@cache
def _named(pattern: str) -> tuple[int, ...]:
    """Tags of the data dictionary whose keyword or name fits a pattern in any case."""
    try:
        fits = re.compile(pattern, re.IGNORECASE)
    except re.error:
        return ()
    return tuple(
        tag
        for tag, (_, _, name, _, keyword) in DicomDictionary.items()
        if tag >> 16 > 7 and (fits.search(keyword) or fits.search(name))
    )
