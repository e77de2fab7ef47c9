"""The risk that is left, in plain words, from what is known about this export."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence

from viewer import detect, paths
from viewer.export.refusals import Override
from viewer.model import Action, Decision, FaceGrade, FaceRisk, ScanResult, Source
from viewer.profile import Option, Profile

_OPTIONS = {
    Option.RETAIN_FULL_DATES: "dates_kept",
    Option.RETAIN_MODIFIED_DATES: "dates_shifted",
    Option.RETAIN_DEVICE_IDENTITY: "device_kept",
    Option.RETAIN_INSTITUTION_IDENTITY: "institution_kept",
    Option.RETAIN_UIDS: "uids_kept",
    Option.RETAIN_PATIENT_CHARACTERISTICS: "patient_kept",
}


def residual_risk(
    result: ScanResult,
    decisions: Sequence[Decision],
    overrides: Sequence[Override],
    profile: Profile,
    defaced: Mapping[Source, str],
    revealed: Collection[str],
) -> list[str]:
    """Sentences about what was not removed and what the images can still reveal.

    ``defaced`` has the grade after defacing by file, for those whose surface was altered;
    ``revealed`` are the keys of what the files themselves can still tell.
    """
    sentences = tomllib.loads(paths.resource("residual-risk.toml").read_text("utf-8"))
    keys = [
        "always",
        "pixels",
        *_reviewed(decisions),
        *_faces(result, defaced),
        *(key for key in sentences if key in revealed),
        *(() if "implant" in revealed else ("implant_unknown",)),
        *_text(result),
        *(key for option, key in _OPTIONS.items() if option in profile.options),
        *(["kept"] if any(each.action is Action.KEEP for each in decisions) else []),
        *(["overridden"] if overrides else []),
    ]
    return [str(sentences[key]) for key in keys]


def reviewed_by(decisions: Sequence[Decision]) -> str:
    """``all``, ``some`` or ``none`` of the decisions were made by a person."""
    by_person = sum(each.by_person for each in decisions)
    if not by_person:
        return "none"
    return "all" if by_person == len(decisions) else "some"


def _reviewed(decisions: Sequence[Decision]) -> Iterator[str]:
    sentence = {"none": "no_person", "some": "some_person"}.get(reviewed_by(decisions))
    if sentence:
        yield sentence


def _faces(result: ScanResult, defaced: Mapping[Source, str]) -> Iterator[str]:
    visible = {FaceGrade.PARTIAL, FaceGrade.RECOGNISABLE}
    if defaced:
        yield "face_removed"
    left = [_grade_left(each, defaced) for each in result.risks]
    if visible & set(left):
        yield "face_left"
    if FaceGrade.NOT_ASSESSED in left:
        yield "face_unknown"


def _grade_left(risk: FaceRisk, defaced: Mapping[Source, str]) -> str:
    after = defaced.get(risk.source) if risk.source else None
    return after or risk.grade


def _text(result: ScanResult) -> Iterator[str]:
    others = {each.id for each in detect.detectors(text=False)}
    readers = {each.id for each in detect.detectors()} - others
    yield "text_read" if readers & set(result.detectors) else "text_unread"
