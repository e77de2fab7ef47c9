"""Does the signature in every instance hold, is it the signer's, and was nothing added?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydicom.datadict import keyword_for_tag

from viewer.dicom_signature import Outcome
from viewer.model import AttributePath
from viewer.verify.reading import FileFacts, FileSignature
from viewer.verify.report import Check, FileState, failed, passed, skipped

_IDENTITY = ("file-signatures", "Signatures in the files")
_MOST_NAMED = 5


def own_signature(facts: FileFacts) -> FileSignature | None:
    """The signature of the whole data set; the one that holds where there are several."""
    found = sorted((each for each in facts.signatures if each.of_file), key=lambda one: one.holds)
    return found[-1] if found else None


def check_file_signatures(
    found: Sequence[FileFacts], statement: Mapping[str, Any], signer: str
) -> Iterator[Check]:
    """``signer`` is the fingerprint of the certificate that signed the statement, or empty."""
    instances = [each for each in found if each.is_instance and each.readable]
    promised = statement.get("predicate", {}).get("signatures")
    if not promised and not any(each.signatures for each in instances):
        yield skipped(*_IDENTITY, "The files hold no signatures, and none were promised.")
        return
    wrong: dict[str, list[str]] = {}
    for each in instances:
        if problem := _problem(each, signer):
            wrong.setdefault(problem, []).append(each.name)
    for problem, names in wrong.items():
        yield failed(*_IDENTITY, problem, tuple(names))
    if not wrong and instances:
        yield passed(*_IDENTITY, f"All {len(instances)} hold.{_uncovered(instances)}")


def _problem(facts: FileFacts, signer: str) -> str:
    own = own_signature(facts)
    if own is None:
        return "Not signed"
    if not own.holds:
        return "Changed since signing"
    if signer and own.signer != signer:
        return "Signed by somebody else than the statement"
    if own.added:
        return "Something was added after signing"
    return "" if all(each.holds for each in facts.signatures) else "A signature in it is broken"


def _uncovered(instances: Sequence[FileFacts]) -> str:
    """What no signature can cover, in words; the statement's digests cover it."""
    tags: Counter[int] = Counter()
    for each in instances:
        own = own_signature(each)
        tags.update(own.uncovered if own else ())
    if not tags:
        return " Nothing was added."
    return f" Covered by the statement alone: {named(tags)}."


def named(tags: Mapping[int, int] | Sequence[int]) -> str:
    """Attributes by keyword or tag, the first few of them."""
    names = [keyword_for_tag(tag) or str(AttributePath((tag,))) for tag in tags]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def state_of(facts: FileFacts, signer: str, known: bool) -> FileState:
    """How an instance stands by its own signature."""
    own = own_signature(facts)
    if not facts.readable or own is None:
        return FileState(facts.name, str(Outcome.UNCHECKED), "It cannot be read or is not signed.")
    if not own.holds:
        return FileState(facts.name, str(Outcome.CHANGED), own.reason)
    if (signer and own.signer != signer) or not known:
        return FileState(facts.name, str(Outcome.UNKNOWN_SIGNER), _left_out(own))
    outcome = Outcome.PARTIAL if own.uncovered else Outcome.COMPLETE
    return FileState(facts.name, str(outcome), _left_out(own))


def _left_out(own: FileSignature) -> str:
    if not own.uncovered:
        return "Every attribute is covered."
    count = len(own.uncovered)
    return f"{count} attribute{'s' * (count > 1)} not covered: {named(own.uncovered)}"
