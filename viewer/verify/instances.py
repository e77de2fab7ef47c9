"""Does each published instance parse, carry the stamp, and hide nothing around its data set?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viewer.verify.reading import FileFacts
from viewer.verify.report import Check, failed, passed


def check_instances(found: Sequence[FileFacts]) -> Iterator[Check]:
    """The answers about parsing, stamp and surroundings."""
    instances = [each for each in found if each.is_instance]
    if not instances:
        yield failed("instances", "Instances", "There is not one instance in it.")
        return
    count, readable = len(instances), [each for each in instances if each.readable]
    unreadable = [each.name for each in instances if not each.readable]
    yield _answer("instances", "Instances", unreadable, "Not readable", f"{count} parse.")
    unstamped = [each.name for each in readable if not each.stamped]
    all_stamped = f"{len(readable)} say how they were de-identified."
    yield _answer("stamp", "Stamp", unstamped, "Without the stamp", all_stamped)
    padded = [each.name for each in readable if each.padded]
    nothing = "Nothing hides before or behind the data sets."
    yield _answer("surroundings", "Preamble and end", padded, "Not empty", nothing)


def _answer(identifier: str, title: str, wrong: list[str], text: str, fine: str) -> Check:
    if wrong:
        return failed(identifier, title, text, tuple(wrong))
    return passed(identifier, title, fine)
