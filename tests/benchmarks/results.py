"""Measurements one by one in a file of JSON lines, so that a run can be stopped and continued."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

Row = dict[str, Any]


def collect(
    names: Iterable[str], measure: Callable[[str], Row], file: Path, minutes: float
) -> dict[str, Row]:
    """The rows of these names: those in the file, and those that there is time to measure now."""
    done, wanted = read(file), list(names)
    end = perf_counter() + minutes * 60
    for name in wanted:
        if name in done or perf_counter() > end:
            continue
        done[name] = measure(name)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"case": name, **done[name]}) + "\n")
    return {name: done[name] for name in wanted if name in done}


def read(file: Path) -> dict[str, Row]:
    """All rows of a file, by name."""
    if not file.is_file():
        return {}
    rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return {row.pop("case"): row for row in rows}


def arguments(description: str | None, identities: int, file: str) -> argparse.Namespace:
    """``--identities``, ``--minutes`` and ``--results``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--identities", type=int, default=identities)
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--results", type=Path, default=Path(file))
    return parser.parse_args()
