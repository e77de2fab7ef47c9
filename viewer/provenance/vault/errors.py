"""What can be wrong with a vault."""

from __future__ import annotations

from viewer.errors import ScanveilError


class VaultError(ScanveilError):
    """A vault could not be opened, read or written; it was not changed."""
