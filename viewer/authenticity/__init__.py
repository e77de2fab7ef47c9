"""Signs that an image was edited, each measured and each with what it misses; never a verdict.

In come series and a frame reader, out come signs: what was measured, where, and how often genuine
scans show the same. There is no score, and nothing here says that an image is authentic.
Each check is one file; texts, word lists and the measured rates lie in resources/authenticity.
This room knows nothing of detection, review or cleaning.
"""

from viewer.authenticity.area import AreaReport, check_area
from viewer.authenticity.check import Check
from viewer.authenticity.look import checks, look, look_across, not_looked_at
from viewer.authenticity.rates import Rate, how_often, rate_of, rate_table, table_lines
from viewer.authenticity.report_page import report_page, summary
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Place, Subject
from viewer.authenticity.texts import NO_SIGN, sentence
from viewer.authenticity.verdicts import Verdict, Verdicts, Word

__all__ = [
    "NO_SIGN",
    "AreaReport",
    "Check",
    "Level",
    "Place",
    "Rate",
    "Sign",
    "Subject",
    "Verdict",
    "Verdicts",
    "Word",
    "check_area",
    "checks",
    "how_often",
    "look",
    "look_across",
    "not_looked_at",
    "rate_of",
    "rate_table",
    "report_page",
    "sentence",
    "summary",
    "table_lines",
]
