"""The risk summary of a study and the overview of all: what was found where, before and after.

In: the review session and how its studies stand. Out: pages for the window, HTML and PDF. No
identifying value is in any of it: no text that was found, no date, no name of a file, no reason.
"""

from viewer.gui.summary.dialog import SummaryDialog
from viewer.gui.summary.facts import StudyFacts, facts_of
from viewer.gui.summary.page import cohort_body, page, study_body

__all__ = ["StudyFacts", "SummaryDialog", "cohort_body", "facts_of", "page", "study_body"]
