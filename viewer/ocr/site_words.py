"""Words and whole lines of which this site says that they identify nobody on its screens.

They only prove what nothing speaks against: a value of the header, a label, a date or a number that
identifies still decides, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from viewer import paths
from viewer.errors import ScanveilError
from viewer.identifiers.vocabulary import fold, tokens

_FOLDER = "words"
_LONGEST = 120
_MOST = 20_000


def site_folder() -> Path:
    """The private folder of this site's word lists, text files with one entry on each line."""
    return paths.site_folder(_FOLDER)


def site_entries() -> frozenset[str]:
    """All entries as they are compared: tokens without case and accents, joined by blanks."""
    files = sorted((paths.user_data() / _FOLDER).glob("*.txt"))  # reading makes no folder
    return frozenset().union(*(_parsed(path, path.stat().st_mtime_ns) for path in files))


def add_entries(lines: Iterable[str], name: str) -> int:
    """Save a list under a name in place of one that was there; returns how many entries it has.

    Raises ScanveilError when there is none, or one longer than 120 characters.
    """
    entries = sorted(set(filter(None, map(_compared, _without_comments(lines)))))
    if not entries or len(entries) > _MOST or max(map(len, entries)) > _LONGEST:
        raise ScanveilError(
            "The file is not a list of words.",
            "Write one word, or one whole line as it stands on the screen, on each line.",
        )
    path = site_folder() / f"{paths.file_stem(name, 'words')}.txt"
    path.write_text("\n".join([*entries, ""]), "utf-8")
    return len(entries)


def is_site_line(text: str) -> bool:
    """Whether a whole text, or every word of it, is in a list of the site."""
    entries = site_entries()
    if not entries:
        return False
    compared = _compared(text)
    return compared in entries or (bool(compared) and all(t in entries for t in compared.split()))


def _compared(text: str) -> str:
    return " ".join(fold(match[0]) for match in tokens(text))


def _without_comments(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if not line.lstrip().startswith("#"))


@lru_cache(maxsize=32)
def _parsed(path: Path, changed: int) -> frozenset[str]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise ScanveilError(
            f"The word list {path.name} cannot be read.",
            "Correct the file or take it out of the folder 'words'.",
        ) from error
    return frozenset(filter(None, map(_compared, _without_comments(lines))))
