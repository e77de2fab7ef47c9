"""The evidence page: signs of editing on the slice they were measured on, for a person to judge.

In come signs, frames and plots as plain values; out go wishes: look, compare, check an area, a word
on a sign, a report. It must not know how anything is measured, and it never says what an image is.
"""

from viewer.gui.evidence_view.view import EvidenceView

__all__ = ["EvidenceView"]
