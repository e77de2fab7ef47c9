"""Reads a DicomAnonymizer script of RSNA CTP: which function it calls for which attribute."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from viewer.profile.imported import Draft, PrivatePlace, named, target_of
from viewer.profile.option import Option

_CALL = re.compile(r"@(\w+)\s*\(")
_ALWAYS = re.compile(r"@always\(\)")
_PRIVATE = re.compile(r"\[?([0-9A-Fa-f]{4})\[([^\]]+)\]([0-9A-Fa-f]{2})\]?")
_CODES = {
    "remove": "X",
    "empty": "Z",
    "blank": "Z",
    "keep": "K",
    "process": "K",
    "require": "K",
    "hashuid": "U",
    "incrementdate": "C",
    "hashdate": "C",
    "modifydate": "C",
    **dict.fromkeys(
        ("hash", "hashname", "hashptid", "lookup", "param", "initials", "encrypt", "integer"), "D"
    ),
    **dict.fromkeys(("date", "time", "dateinterval"), "D"),
}
_REMARKS = {
    "C": "dates move by the patient's own shift, not by the script's amount",
    "D": "the value is replaced by one of Scanveil's own",
}
_SWITCHES = {
    ("r", "curves", False): "curves are removed although the script leaves them",
    ("r", "overlays", False): "overlays are removed although the script leaves them",
    ("r", "privategroups", False): "private attributes are removed unless a rule keeps them",
    ("r", "unspecifiedelements", True): "attributes without a rule follow the Basic Profile",
    ("r", "unspecifiedelements", False): "attributes without a rule follow the Basic Profile",
}


def read_ctp_script(text: str, name: str) -> Draft:
    """The draft of a profile from the XML of a script; raises ValueError for other XML."""
    root = _parsed(text)
    draft = Draft(name, f"{name}, from a CTP script", "Imported from a CTP DicomAnonymizer script.")
    off = 0
    for each in root:
        enabled = each.get("en", "T").upper() == "T"
        if each.tag == "e":
            off += not enabled
            if enabled:
                _element(draft, each.get("t", ""), (each.text or "").strip())
        elif each.tag in ("k", "r"):
            _switch(draft, each.tag, each.get("t", ""), enabled)
        elif each.tag != "p":
            draft.note(f"<{each.tag}>", "not a statement this importer knows")
    if off:
        draft.note(f"{off} statements", "they are switched off in the script")
    return draft


def _parsed(text: str) -> ElementTree.Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("a script has no document type")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ValueError("not XML") from error
    if root.tag != "script":
        raise ValueError("not a script")
    return root


def _element(draft: Draft, place: str, action: str) -> None:
    target = _target(place)
    if target is None:
        draft.note(f"{place} {action}".strip(), "not a tag that can be given a rule")
        return
    statement = f"{named(target)} {action}".strip()
    call = _CALL.match(_ALWAYS.sub("", action))
    function = call[1] if call else ""
    code = _CODES.get(function, "" if function else "D" if action else "Z")
    if not code:
        draft.note(statement, f"@{function}() has no equal here; the Basic Profile's rule holds")
        return
    if "@always()" in action:
        draft.note(statement, "attributes that are not there are not added")
    if remark := _REMARKS.get(code):
        draft.note(statement, remark)
    if function == "require":
        draft.note(statement, "the attribute is kept, but not demanded")
    draft.rule(target, code, statement)


def _switch(draft: Draft, kind: str, what: str, enabled: bool) -> None:
    if kind == "k" and what == "safeprivateelements":
        draft.options |= {Option.RETAIN_SAFE_PRIVATE} if enabled else set()
    elif kind == "k" and enabled:
        draft.note(f"Keep group {what}", "rules are for single attributes; none was made")
    elif why := _SWITCHES.get((kind, what, enabled)):
        draft.note(f"{what} {'on' if enabled else 'off'}", why)
    elif kind == "r" and what not in ("curves", "overlays", "privategroups"):
        draft.note(f"Remove {what}", "not a group this importer knows")


def _target(place: str) -> int | PrivatePlace | None:
    if match := _PRIVATE.fullmatch(place):
        return target_of(f'({match[1]},"{match[2]}",{match[3]})')
    return target_of(place)
