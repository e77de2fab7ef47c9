"""Where an instance's bytes come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Source:
    """A file, or a member of a zip archive; names of files can identify, so ``repr`` hides them."""

    path: Path
    member: str = ""

    @property
    def key(self) -> str:
        """Text that names the source for a person: path, or path and member."""
        return f"{self.path}!{self.member}" if self.member else str(self.path)

    def __repr__(self) -> str:
        return f"Source(*{self.path.suffix}{'!*' if self.member else ''})"
