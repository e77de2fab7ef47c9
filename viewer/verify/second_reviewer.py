"""Does the statement show the two different reviewers that its profile required?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from viewer.verify.report import Check, failed, passed, skipped

_SECOND = ("second-reviewer", "Second reviewer")
_UNLIKE = "Two reviewers were required, but the statement does not show them: "


def check_second_reviewer(statement: Mapping[str, Any]) -> Iterator[Check]:
    """One check; statements of earlier versions say nothing of it, which is no failure."""
    try:
        review = statement["predicate"]["review"]
        told = review.get("second_reviewer")
        if told is None:
            yield skipped(*_SECOND, "The statement says nothing about a second reviewer.")
        elif not told["required"]:
            yield skipped(*_SECOND, f"The profile required one reviewer. {_agreed(told)}")
        elif problem := _problem(told, review):
            yield failed(*_SECOND, _UNLIKE + problem)
        else:
            yield passed(*_SECOND, f"Two different reviewers, as required. {_agreed(told)}")
    except (KeyError, TypeError, ValueError, AttributeError):
        yield failed(*_SECOND, "What the statement says about reviewers cannot be understood")


def in_words(told: Mapping[str, Any]) -> Iterator[str]:
    """Who decided and who agreed, a sentence each."""
    for each in told["people"]:
        roles = " and ".join(each["roles"])
        did = [f"decided {each['decided']}"] if each["decided"] else []
        did += [f"agreed with {each['agreed']}"] if each["agreed"] else []
        yield f"{each['person']} ({roles}) {', '.join(did)}."


def _agreed(told: Mapping[str, Any]) -> str:
    return " ".join(in_words(told)) or "Who decided was not told apart."


def _problem(told: Mapping[str, Any], review: Mapping[str, Any]) -> str:
    """What does not fit: nobody can agree with what nobody decided, or with themselves."""
    people: Sequence[Mapping[str, Any]] = told["people"]
    made = sum(sum(review[key].values()) for key in ("decided_by_person", "decided_by_profile"))
    decided = sum(int(each["decided"]) for each in people)
    if decided != made:
        return f"{made} decisions, and {decided} of them by somebody who was known."
    if int(told["agreed"]) != decided:
        return f"somebody agreed with {told['agreed']} of {decided} decisions."
    if sum(int(each["agreed"]) for each in people) < decided:
        return "fewer agreements than decisions."
    if any(int(each["agreed"]) > decided - int(each["decided"]) for each in people):
        return "somebody agreed with more than the others decided."
    return ""
