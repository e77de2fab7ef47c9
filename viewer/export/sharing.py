"""Is what was stated about sharing complete, and does the consent in the files allow it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from viewer.export.refusals import Refusal
from viewer.model import BasisKind, Consent, Distribution, Instance, Loaded, Sharing

_REFUSING = frozenset({"NO", "WITHDRAWN"})
_ORDER = [str(each) for each in Distribution]


def sharing_refusals(loaded: Loaded, sharing: Sharing) -> Iterator[Refusal]:
    """Reasons that no override takes away: half a statement, and a consent that was refused."""
    yield from _incomplete(sharing)
    refused = [each for each in loaded.instances() if _is_refused(each, sharing)]
    if refused:
        words = "was withdrawn" if _is_withdrawn(refused) else "is refused"
        yield Refusal(
            "consent",
            f"Consent for this use {words} in {len(refused)} files (0012,0083).",
            source=refused[0].source,
        )


def told(sharing: Sharing, loaded: Loaded) -> dict[str, Any]:
    """What the statement says about it, with a tally of the consent in the files."""
    return {
        "stated": sharing.is_stated,
        "recipient": sharing.recipient,
        "purpose": sharing.purpose,
        "basis": str(sharing.basis),
        "detail": sharing.detail,
        "author": sharing.author,
        "distribution": str(sharing.distribution or ""),
        "consent_in_files": _tally(loaded),
    }


def _incomplete(sharing: Sharing) -> Iterator[Refusal]:
    if not sharing.is_stated:
        return
    if not sharing.recipient.strip() or not sharing.purpose.strip():
        yield Refusal("sharing", "A basis for sharing needs both recipient and purpose.")
    if sharing.basis is BasisKind.NOT_STATED:
        yield Refusal("sharing:basis", "Recipient and purpose are stated, but not what allows it.")
    if sharing.basis is BasisKind.EXPERT and not sharing.author.strip():
        yield Refusal("sharing:author", "An expert determination needs the name of its author.")


def _is_refused(instance: Instance, sharing: Sharing) -> bool:
    return any(_refuses(each, sharing.distribution) for each in instance.consents)


def _refuses(consent: Consent, wanted: Distribution | None) -> bool:
    """A no to a narrow use is a no to every wider one; unknown words and wishes are the widest."""
    if consent.flag not in _REFUSING:
        return False
    if wanted is None or consent.distribution not in _ORDER:
        return True
    return _ORDER.index(consent.distribution) <= _ORDER.index(wanted)


def _is_withdrawn(refused: Iterable[Instance]) -> bool:
    return any(each.flag == "WITHDRAWN" for instance in refused for each in instance.consents)


def _tally(loaded: Loaded) -> list[dict[str, Any]]:
    found = Counter(each for instance in loaded.instances() for each in instance.consents)
    rows = sorted(found.items(), key=lambda row: (row[0].distribution, row[0].flag))
    known = {*_ORDER, "YES", "NO", "WITHDRAWN"}
    return [
        {
            "distribution": each.distribution if each.distribution in known else "other",
            "flag": each.flag if each.flag in known else "other",
            "files": number,
        }
        for each, number in rows
    ]
