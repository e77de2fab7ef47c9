"""Why a file cannot be used, in words without a value of the file."""

from __future__ import annotations

from viewer.errors import UnreadableError


class NotDicomError(UnreadableError):
    """The bytes are something else than DICOM; nothing is lost by leaving them out."""


def truncated(what: str = "the header") -> UnreadableError:
    """The file ends too early."""
    return UnreadableError(
        f"The file ends in the middle of {what}.", "Get a complete copy from its source."
    )


def damaged(what: str) -> UnreadableError:
    """The bytes contradict themselves."""
    return UnreadableError(f"The file is damaged: {what}.", "Get an intact copy from its source.")


def too_large(what: str) -> UnreadableError:
    """A budget was exceeded before anything was allocated."""
    return UnreadableError(
        f"{what} is larger than this program accepts.", "Check the file; it may be malicious."
    )
