"""What is there: profiles, detectors, cleaning methods and checks, with what each covers."""

from __future__ import annotations

import argparse

from viewer import authenticity, clean, detect
from viewer.profile import list_profiles


def show(asked: argparse.Namespace) -> int:
    """Print one of the four lists to standard output."""
    print("\n".join(_LISTS[asked.command]()))
    return 0


def _profiles() -> list[str]:
    lines = []
    for each in list_profiles():
        options = ", ".join(sorted(option.meaning for option in each.options))
        lines += [f"{each.name} {each.version} (PS3.15 {each.edition}): {each.title}"]
        lines += [f"    options: {options or 'none'}"]
    return lines


def _detectors() -> list[str]:
    return [
        line
        for each in detect.detectors()
        for line in (
            f"{each.id} {each.version}: {each.title}",
            f"    finds:  {each.finds}",
            f"    misses: {each.misses}",
        )
    ]


def _methods() -> list[str]:
    return [
        line
        for each in clean.methods()
        for line in (
            f"{each.id} {each.version}: {each.title}",
            f"    cleans: {each.cleans}",
            f"    cannot: {each.cannot}",
        )
    ]


def _checks() -> list[str]:
    return [
        line
        for each in authenticity.checks()
        for line in (
            f"{each.id} {each.version}: {each.title}",
            f"    finds:  {each.finds}",
            f"    misses: {each.misses}",
        )
    ] + authenticity.table_lines()


_LISTS = {
    "profiles": _profiles,
    "detectors": _detectors,
    "methods": _methods,
    "checks": _checks,
}
