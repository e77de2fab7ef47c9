"""SHA-256 of files, and the manifest that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

MANIFEST = "manifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sha256_file(path: Path) -> str:
    """SHA-256 of a file as 64 hexadecimal characters. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files_below(root: Path) -> Iterator[str]:
    """Relative POSIX names of all files below a folder, sorted; links are not followed."""
    found = (each for each in root.rglob("*") if each.is_symlink() or not each.is_dir())
    return iter(sorted(each.relative_to(root).as_posix() for each in found))


def format_manifest(digests: Mapping[str, str]) -> str:
    """The text of a manifest from relative name to digest, sorted by name."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def parse_manifest(text: str) -> dict[str, str]:
    """Relative name to digest; raises ValueError for a line or a name that is not ours."""
    entries: dict[str, str] = {}
    for line in text.splitlines():
        matched = _LINE.fullmatch(line)
        if not matched or not is_inside(matched[2]) or matched[2] in entries:
            raise ValueError("not a manifest line")
        entries[matched[2]] = matched[1]
    return entries


def is_inside(name: str) -> bool:
    """Whether a relative POSIX name stays inside its folder on every system."""
    if not name or set(name) & {*"\\:\0\r\n"}:
        return False
    return not {"", ".", ".."} & set(name.split("/"))
