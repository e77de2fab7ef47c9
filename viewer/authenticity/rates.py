"""How often genuine scans show a sign, and how often each edit is found: the measured table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from viewer import paths
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.texts import sentence

_COMMON = 0.05
_NAMES = {"images": "rate", "series": "rate-series", "areas": "rate-areas"}


@dataclass(frozen=True, slots=True)
class Rate:
    """``count`` of ``total`` images (or series) of the test set show it; total 0: not measured."""

    count: int
    total: int
    unit: str = "images"

    @property
    def text(self) -> str:
        """The rate as a sentence."""
        if not self.total:
            return sentence("rate-unknown")
        name = _NAMES[self.unit]
        if self.unit != "areas" and self.count > _COMMON * self.total:
            name += "-common"
        return sentence(name, count=self.count, total=self.total)


@cache
def rate_table() -> dict[str, Any]:
    """The whole table as ``python -m tests.benchmarks authenticity`` wrote it."""
    found: dict[str, Any] = json.loads(paths.resource("authenticity/rates.json").read_text("utf-8"))
    return found


def rate_of(rule: str) -> Rate:
    """How often genuine images show a rule, tuned and held out together."""
    found = rate_table()["genuine"].get(rule)
    if found is None:
        return Rate(0, 0)
    sets = found["sets"].values()
    return Rate(sum(a for a, _ in sets), sum(n for _, n in sets), found["unit"])


def how_often(sign: Sign) -> str:
    """What to say beside a sign about genuine scans."""
    if sign.level is Level.STATEMENT:
        return sentence("statement")
    return "" if sign.level is Level.FAILED else rate_of(sign.rule).text


def table_lines() -> list[str]:
    """The table for a terminal: false alarms first, then what is found of each edit."""
    table = rate_table()
    lines = [f"measured: {table['measured'] or 'never'}, on {table['images']} genuine images"]
    for rule, found in sorted(table["genuine"].items()):
        told = ", ".join(f"{name} {a} of {n}" for name, (a, n) in found["sets"].items())
        lines.append(f"    false alarms {rule} ({found['unit']}): {told}")
    for each in table["edits"]:
        share = f"{each['found']} of {each['total']}"
        percent = round(100 * each["found"] / max(each["total"], 1))
        lines.append(
            f"  found {each['edit']} by {each['by']} ({each['set']}): {share}, {percent} %"
        )
    return lines
