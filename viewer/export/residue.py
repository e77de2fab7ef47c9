"""Which values of a patient must not appear in the export."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from pydicom.datadict import dictionary_VR, tag_for_keyword

from viewer.export.job import Cleaned
from viewer.export.refusals import Refusal
from viewer.identifiers import Identifier, Identifiers, is_benign
from viewer.model import Category, Masked, PatientMapping
from viewer.profile import Option, Profile
from viewer.provenance import StoredValue

_NAME_BREAK = re.compile(r"[\^=,;\s]+")


def must_vanish(
    identifiers: Identifiers, profile: Profile, mapping: PatientMapping
) -> tuple[StoredValue, ...]:
    """Values of one patient that must not be found again, under the patient's pseudonym.

    Left out: what the profile keeps, words that identify nobody, and dates that are also another
    of the patient's dates after the shift. What a decision keeps may stand in its own place only.
    """
    shifted = {_shifted(each, mapping.date_shift_days) for each in _dates(identifiers)}
    found = {
        (str(each.category), each.keyword, text)
        for each in identifiers.items
        if not _is_kept(each, profile)
        for text in _texts(each)
        if text not in shifted
    }
    return tuple(
        StoredValue(category, keyword, Masked(text), mapping.patient_id)
        for category, keyword, text in sorted(found)
    )


def leftovers(cleaned: Iterable[Cleaned]) -> tuple[Refusal, ...]:
    """A reason against the export for each file that still holds a known value."""
    return tuple(
        Refusal(
            f"residue:{each.name}",
            f"A known value is still in the cleaned file ({', '.join(each.residue)}).",
            source=each.source,
        )
        for each in cleaned
        if each.residue
    )


def _is_kept(item: Identifier, profile: Profile) -> bool:
    tag = tag_for_keyword(item.keyword)
    if tag is None:
        return False
    return profile.rule(tag, vr=dictionary_VR(tag)).code == "K"


def _texts(item: Identifier) -> Iterator[str]:
    text = item.value.reveal().strip()
    if item.category is Category.DATE:
        if text[:8].isdigit() and len(text) >= 8:
            yield text[:8]
    elif item.category is Category.NAME:
        parts = [part for part in _NAME_BREAK.split(text) if not is_benign(part)]
        yield from parts
        if parts:
            yield text
    elif not is_benign(text):
        yield text


def _dates(identifiers: Identifiers) -> Iterator[str]:
    for each in identifiers.items:
        if each.category is Category.DATE:
            yield each.value.reveal()[:8]


def _shifted(date: str, days: int) -> str:
    try:
        read = datetime.datetime.strptime(date, "%Y%m%d").date()
        return (read + datetime.timedelta(days=days)).strftime("%Y%m%d")
    except (ValueError, OverflowError):
        return ""


def uids_must_vanish(pairs: Iterable[tuple[str, str]], profile: Profile) -> tuple[StoredValue, ...]:
    """UIDs that were replaced and must not be found again, whichever patient they are of."""
    if Option.RETAIN_UIDS in profile.options:
        return ()
    return tuple(StoredValue(str(Category.OTHER_UNIQUE), "UID", Masked(old)) for old, _ in pairs)
