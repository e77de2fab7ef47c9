"""Reads the TCIA private tag knowledge base: what its curators decided about private attributes."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

from viewer.profile.imported import Draft, target_of
from viewer.profile.option import Option

PATTERN, DISPOSITION = "element_sig_pattern", "private_disposition"

_CODES = {"k": "K", "d": "X", "h": "U", "o": "C"}
_NESTED = re.compile(r"\[<\d*>\]")
_NO_CREATOR = "no private creator: such attributes are removed"
_PUBLIC = "public attributes inside private sequences follow the public rules"
_WITHOUT = {
    "oi": "integers that are dates cannot be shifted: removed",
    "na": "not decided by the knowledge base: removed unless the standard calls them safe",
    "": "without a disposition: removed unless the standard calls them safe",
}
_EXAMPLES = 3


def read_knowledge_base(text: str, name: str) -> Draft:
    """The draft of a profile from the CSV; a place is a creator, group and element at any depth.

    Raises ValueError when the columns are missing.
    """
    draft = Draft(
        name, f"{name}, private attributes", "Imported from a private tag knowledge base."
    )
    left: dict[str, list[str]] = defaultdict(list)
    for row in _rows(text):
        if why := _row(draft, row[PATTERN], (row[DISPOSITION] or "").strip().lower()):
            left[why].append(row[PATTERN])
    for why, rows in left.items():
        some = ", ".join(rows[:_EXAMPLES]) + (", ..." if len(rows) > _EXAMPLES else "")
        draft.note(f"{len(rows)} rows ({some})", why)
    if "K" in draft.private.values():
        draft.options.add(Option.RETAIN_SAFE_PRIVATE)
    return draft


def _rows(text: str) -> csv.DictReader[str]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not {PATTERN, DISPOSITION} <= set(rows.fieldnames or ()):
        raise ValueError("the columns of a knowledge base are missing")
    return rows


def _row(draft: Draft, pattern: str, disposition: str) -> str:
    """Takes one row over; returns why not, empty when it was."""
    last = _NESTED.split(pattern)[-1]
    target = target_of(last)
    if isinstance(target, int):
        return _PUBLIC
    if target is None:
        return _NO_CREATOR
    if disposition == "oi":
        draft.rule(target, "X", pattern)
    code = _CODES.get(disposition)
    if code is None:
        return _WITHOUT.get(disposition, f"the disposition {disposition} is not known")
    draft.rule(target, code, pattern)
    return ""
