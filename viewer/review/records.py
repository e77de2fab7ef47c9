"""Decisions and hand-drawn boxes as JSON records without values; UIDs are keyed digests."""

from __future__ import annotations

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from viewer import paths
from viewer.model import (
    Action,
    Box,
    Category,
    Decision,
    Finding,
    Instance,
    Kind,
    Loaded,
    Location,
    Opinion,
)
from viewer.review.face_records import face_from, face_record
from viewer.review.outlines import outline_from, outline_record
from viewer.review.state import REVIEWER

Record = dict[str, Any]
_OPINION = ("finding_id", "person", "reviewer", "at", "about", "reason", "seal")


def keyed(uid: str) -> str:
    """What stands for a UID in records: HMAC-SHA256 with a key that stays on this machine."""
    message = b"uid:" + uid.encode()
    return hmac.new(paths.local_key(), message, hashlib.sha256).hexdigest()[:24]


def decision_record(decision: Decision) -> Record:
    """A decision as JSON can hold it."""
    edited: Record = {"face": face_record(decision.face)} if decision.face else {}
    if decision.person:
        edited["person"] = decision.person
    return {
        "finding": decision.finding_id,
        "action": decision.action.value,
        "reviewer": decision.reviewer,
        "at": decision.at,
        "by_person": decision.by_person,
        "reason": decision.reason,
        "box": box_record(decision.box),
        "outline": outline_record(decision.outline),
        "frames": None if decision.frames is None else list(decision.frames),
        **edited,
    }


def decision_from(record: Record) -> Decision:
    """Read back a decision; raises KeyError, TypeError or ValueError on anything else."""
    action, reason = Action(record["action"]), str(record.get("reason", ""))
    if action is Action.REVIEW or (action is Action.KEEP and not reason.strip()):
        raise ValueError("not a decision")
    return Decision(
        str(record["finding"]),
        action,
        str(record.get("reviewer", "")),
        str(record.get("at", "")),
        record.get("by_person") is True,
        reason,
        _box_from(record.get("box")),
        _frames_from(record.get("frames")),
        face_from(record["face"]) if record.get("face") else None,
        outline_from(record.get("outline")),
        str(record.get("person", "")),
    )


def opinion_record(opinion: Opinion) -> Record:
    """An opinion as JSON can hold it."""
    return {"agrees": opinion.agrees, **{key: getattr(opinion, key) for key in _OPINION}}


def opinion_from(record: Record) -> Opinion:
    """Read back an opinion; raises KeyError, TypeError or ValueError on anything else."""
    texts = {key: str(record[key]) for key in _OPINION}
    opinion = Opinion(agrees=record["agrees"] is True, **texts)
    if not opinion.agrees and not opinion.reason.strip():
        raise ValueError("an objection without a reason")
    return opinion


def manual_record(finding: Finding, uids: Mapping[str, str]) -> Record:
    """A hand-drawn box as JSON can hold it; ``uids`` maps source keys to SOP Instance UIDs."""
    place = finding.location
    return {
        "id": finding.id,
        "series": keyed(place.series_uid),
        "instances": [keyed(uids[each.key]) for each in place.sources if each.key in uids],
        "box": box_record(place.box),
        "outline": outline_record(place.outline),
        "frames": None if place.frames is None else list(place.frames),
    }


def sop_uids(loaded: Loaded) -> dict[str, str]:
    """SOP Instance UIDs by source key."""
    return {each.source.key: each.sop_instance_uid for each in loaded.instances()}


class ManualReader:
    """Finds the instances that records mean; made once for many records."""

    def __init__(self, loaded: Loaded) -> None:
        self._instances: dict[tuple[str, str], list[Instance]] = defaultdict(list)
        for series in loaded.series():
            digest = keyed(series.series_uid)
            for each in series.instances:
                self._instances[digest, keyed(each.sop_instance_uid)].append(each)

    def read(self, record: Record) -> Finding | None:
        """The finding, or None when nothing of it is loaded; raises ValueError when malformed."""
        wanted = [(str(record["series"]), str(each)) for each in record["instances"]]
        found = [each for key in wanted for each in self._instances.get(key, [])]
        box, outline = _box_from(record["box"]), outline_from(record.get("outline"))
        if not found or box is None:
            return None
        frames, sources = _frames_from(record.get("frames")), tuple(each.source for each in found)
        uids = found[0].study_uid, found[0].series_uid
        place = Location(*uids, sources, None, frames, box, outline)
        return marked_finding(str(record["id"]), place)


def marked_finding(finding_id: str, place: Location) -> Finding:
    """A finding of the reviewer: pixels that are to be blanked."""
    return Finding(
        finding_id,
        REVIEWER,
        "1",
        Kind.GRAPHIC,
        place,
        Category.OTHER_UNIQUE,
        1.0,
        "marked by the reviewer",
        Action.BLANK,
    )


def box_record(box: Box | None) -> list[int] | None:
    """A box as JSON can hold it."""
    return None if box is None else [box.x, box.y, box.width, box.height]


def _box_from(record: Any) -> Box | None:
    if record is None:
        return None
    x, y, width, height = (int(each) for each in record)
    if width < 1 or height < 1:
        raise ValueError("a box without pixels")
    return Box(x, y, width, height)


def _frames_from(record: Any) -> tuple[int, ...] | None:
    return None if record is None else tuple(int(each) for each in record)
