"""``python -m tests.dicom_signature.vr_table DICTIONARY``: the table of private VRs.

Writes resources/standard/private-vrs.tsv. DICTIONARY is ``private.dic`` of DCMTK; only its facts
are kept: whose attribute has which VR.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from viewer.paths import resource

TABLE = "standard/private-vrs.tsv"
_ROW = re.compile(r'\(([0-9A-Fa-f]{4})(?:-o-([0-9A-Fa-f]{4}))?,"([^"]+)",([0-9A-Fa-f]+)\)\t(\w\w)')
_HEAD = (
    "# edition: DCMTK 3.6.7, as in Debian 12",
    "# source: private attributes dcmtk knows (OFFIS e.V., BSD 3-Clause); facts only",
    "# columns, tab separated: private creator, group or first-last odd group, VR,",
    "# elements within the block, or whole elements of four digits",
)


def table(dictionary: Path) -> Iterator[str]:
    """The lines of the table, one for a creator, group and VR."""
    found = defaultdict(list)
    for line in dictionary.read_text("latin-1").splitlines():
        if row := _ROW.match(line):
            first, last, creator, element, vr = row.groups()
            vr = "OW" if vr in ("ox", "px") else vr
            if vr != "UN":  # which no signature covers
                groups = f"{first}-{last}" if last else first
                found[creator, groups.upper(), vr].append(element.upper())
    yield from _HEAD
    for (creator, groups, vr), elements in sorted(found.items()):
        yield "\t".join((creator, groups, vr, " ".join(sorted(elements))))


if __name__ == "__main__":
    made = "\n".join(table(Path(sys.argv[1])))
    Path(str(resource(TABLE))).write_text(f"{made}\n", "utf-8")
