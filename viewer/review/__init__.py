"""What people decide about findings, kept apart from the findings themselves.

Comes in: what was loaded, what detection found, and one intention of the reviewer at a time.
Goes out: a new immutable ReviewSession, and decisions for ``clean`` and ``export``.
Must not know: Qt, how anything is detected or cleaned.
"""

from viewer.review.alike import same_value
from viewer.review.decisions_file import (
    read_decisions,
    read_opinions,
    read_sharing,
    write_decisions,
)
from viewer.review.edits import (
    accept,
    accept_group,
    adopt,
    change_action,
    edit_face,
    go_to,
    keep,
    keep_group,
    redo,
    undo,
    withdraw,
    withdraw_group,
)
from viewer.review.history import History
from viewer.review.marking import (
    add_box,
    apply_to_all_frames,
    apply_to_range,
    apply_to_series,
    copy_to_alike,
    delete_box,
    set_box,
)
from viewer.review.opinions import (
    Opinions,
    Standing,
    agree,
    can_agree,
    object_to,
    opinions_on,
    standing,
    take_back,
)
from viewer.review.outlook import Outlook
from viewer.review.progress import (
    StudyProgress,
    StudyStatus,
    decisions_digest,
    of_studies,
    progress_of,
)
from viewer.review.proposals import accept_proposals, proposed_decision, settled_action
from viewer.review.session import ReviewSession
from viewer.review.state import REVIEWER, ReviewState
from viewer.review.store import SessionStore, StoredReview
from viewer.review.study_records import Recent, StudyRecord

__all__ = [
    "REVIEWER",
    "History",
    "Opinions",
    "Outlook",
    "Recent",
    "ReviewSession",
    "ReviewState",
    "SessionStore",
    "Standing",
    "StoredReview",
    "StudyProgress",
    "StudyRecord",
    "StudyStatus",
    "accept",
    "accept_group",
    "accept_proposals",
    "add_box",
    "adopt",
    "agree",
    "apply_to_all_frames",
    "apply_to_range",
    "apply_to_series",
    "can_agree",
    "change_action",
    "copy_to_alike",
    "decisions_digest",
    "delete_box",
    "edit_face",
    "go_to",
    "keep",
    "keep_group",
    "object_to",
    "of_studies",
    "opinions_on",
    "progress_of",
    "proposed_decision",
    "read_decisions",
    "read_opinions",
    "read_sharing",
    "redo",
    "same_value",
    "set_box",
    "settled_action",
    "standing",
    "take_back",
    "undo",
    "withdraw",
    "withdraw_group",
    "write_decisions",
]
