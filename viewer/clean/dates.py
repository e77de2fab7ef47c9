"""Shifts dates of any precision by whole days."""

from __future__ import annotations

import re
from datetime import date, timedelta

DUMMY_DATE = "19000101"
_TIME = re.compile(r"[\d.:+\- ]*")
_DATE = re.compile(r"(\d{4})\.?(\d{2})?\.?(\d{2})?")


def shift_date(text: str, days: int) -> str:
    """A DA value, whole or partial, moved by days; a value that is no date becomes a dummy."""
    match = _DATE.fullmatch(text.strip())
    moved = _moved(match, days) if match else None
    if match is None or moved is None:
        return DUMMY_DATE
    precision = 8 if match[3] else 6 if match[2] else 4
    return moved.strftime("%Y%m%d").rjust(8, "0")[:precision]


def shift_datetime(text: str, days: int) -> str:
    """A DT value with its date moved by days; time and offset stay as they are; else a dummy."""
    value = text.strip()
    digits = re.match(r"\d*", value)
    length = min(8, len(digits[0]) if digits else 0)
    if length < 4 or not _TIME.fullmatch(value[length:]):
        return DUMMY_DATE
    return shift_date(value[:length], days) + value[length:]


def _moved(match: re.Match[str], days: int) -> date | None:
    try:
        found = date(int(match[1]), int(match[2] or 7), int(match[3] or 1))
        return found + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
