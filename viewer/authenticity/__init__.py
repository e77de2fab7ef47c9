"""Signs that an image was edited, each measured and each with what it misses; never a verdict.

In come series and a frame reader, out come signs: what was measured, where, and how often genuine
scans show the same. There is no score, and nothing here says that an image is authentic.
This room knows nothing of detection, review or cleaning.
"""

from viewer.authenticity.area import AreaReport, check_area
from viewer.authenticity.look import NO_SIGN, Check, Sign, checks, look

__all__ = ["NO_SIGN", "AreaReport", "Check", "Sign", "check_area", "checks", "look"]
