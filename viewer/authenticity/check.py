"""What every check offers; a new one is one file with a CHECK."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viewer.authenticity.sign import Sign
from viewer.authenticity.subject import Place, Subject


class Check:
    """One way to look for signs of editing: at each frame, at the series, or across series.

    A check overrides what it needs. Frames come first and in order, so that a look at the series
    can read what was put into ``subject.memory`` on the way.
    """

    id: str
    version: str
    title: str
    finds: str
    misses: str

    def look_at_frame(self, subject: Subject, place: Place) -> Iterable[Sign]:
        """Signs in one frame; raises UnreadableError when it can't be decoded."""
        return ()

    def look_at_series(self, subject: Subject) -> Iterable[Sign]:
        """Signs in the series as a whole."""
        return ()

    def look_across(self, subjects: Sequence[Subject]) -> Iterable[Sign]:
        """Signs in what several series have in common; one series is several slices."""
        return ()
