"""Is an exported folder what it says it is, and is nothing of the patient left in it?

In: the folder, perhaps trusted certificates and the vault it was made with. Out: a VerifyReport of
sentences and file names, never a value. It must not know how anything was detected, cleaned or
written: it reads the export as a stranger would.
"""

from viewer.verify.certificate import certificate_page, what_was_done
from viewer.verify.pixels import PixelReading
from viewer.verify.report import Check, FileState, VerifyReport
from viewer.verify.verifying import verify

__all__ = [
    "Check",
    "FileState",
    "PixelReading",
    "VerifyReport",
    "certificate_page",
    "verify",
    "what_was_done",
]
