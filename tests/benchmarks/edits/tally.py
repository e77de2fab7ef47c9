"""Counts that end up in the table of rates."""

from __future__ import annotations

from collections import defaultdict
from typing import Any


class Tally:
    """False alarms by rule and set, and what was found of each edit."""

    def __init__(self) -> None:
        self._alarms: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(
            lambda: defaultdict(lambda: [0, 0])
        )
        self._found: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])

    def genuine(self, rule: str, group: str, is_alarm: bool, unit: str = "images") -> None:
        """Count one genuine image, or series, for a rule."""
        entry = self._alarms[rule, unit][group]
        entry[0] += is_alarm
        entry[1] += 1

    def edit(self, name: str, by: str, group: str, is_found: bool) -> None:
        """Count one edited image for a check."""
        entry = self._found[name, by, group]
        entry[0] += is_found
        entry[1] += 1

    def table(self) -> dict[str, Any]:
        """Both parts, ready to be written."""
        return {
            "genuine": {
                rule: {"unit": unit, "sets": dict(sets)}
                for (rule, unit), sets in sorted(self._alarms.items())
            },
            "edits": [
                {"edit": name, "by": by, "set": group, "found": found, "total": total}
                for (name, by, group), (found, total) in self._found.items()
            ],
        }
