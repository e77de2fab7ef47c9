"""Lists the licence of everything that ships, and fails on one that may not: ``python licences.py [REPORT]``."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

_ALLOWED = re.compile(
    r"\b(Apache|BSD|MIT|ISC|MPL|Mozilla|LGPL|PSF|Python Software Foundation|HPND|CMU|Zlib|BSL|Boost|Unlicense|0BSD|CC0|Lesser)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"(?<!L)\b(A?GPL|(Affero )?General Public)", re.IGNORECASE)


def shipped(name: str, seen: dict[str, Distribution]) -> dict[str, Distribution]:
    """A distribution and all it needs at run time on this machine, by normalised name."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return seen
    seen[key] = found = distribution(name)
    for text in found.requires or []:
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            shipped(needed.name, seen)
    return seen


def licence(found: Distribution) -> str:
    """What the metadata says, else the first line of its licence file."""
    facts = found.metadata
    said = [facts.get("License-Expression") or ""]
    said += [each.rpartition(":: ")[2] for each in facts.get_all("Classifier") or [] if each.startswith("License ::")]
    if not any(said):
        said += [(facts.get("License") or "").strip().partition("\n")[0]]
    if not any(said):
        files = [each for each in found.files or [] if re.search(r"licen[cs]e|copying", each.name, re.IGNORECASE)]
        said += [next((line for each in files for line in each.read_text().splitlines() if line.strip()), "")]
    return "; ".join(filter(None, said))


def verdict(text: str) -> str:
    """Empty when it may ship. One permitted alternative of several is enough."""
    choices = re.split(r"\s+OR\s+", text)
    if any(_ALLOWED.search(each) and not _FORBIDDEN.search(each) for each in choices):
        return ""
    return "forbidden" if _FORBIDDEN.search(text) else "unknown"


def main() -> int:
    """Write the report; the exit status is 1 when something may not ship."""
    rows, bad = [], []
    for name, found in sorted(shipped("scanveil", {}).items()):
        text = licence(found)
        rows.append(f"{name}\t{found.version}\t{text}")
        if problem := verdict(text):
            bad.append(f"{name}: {problem}: {text or 'says nothing'}")
    report = "\n".join(rows) + "\n"
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(report, "utf-8")
    else:
        print(report, end="")
    print("\n".join(bad), file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
