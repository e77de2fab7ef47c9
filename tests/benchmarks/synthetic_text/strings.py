"""Invented people and what scanners print about them, and settings that identify nobody."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

_LISTS = tomllib.loads(Path(__file__).with_name("strings.toml").read_text("utf-8"))
_FAMILY, _GIVEN = _LISTS["family"], _LISTS["given"]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented patient and the surroundings of an examination."""

    family: str
    given: str
    number: str
    accession: str
    born: tuple[int, int, int]
    studied: tuple[int, int, int]
    time: tuple[int, int, int]
    place: str
    physician: tuple[str, str]


def person(random: Random) -> Person:
    """A new one."""
    return Person(
        family=random.choice(_FAMILY),
        given=random.choice(_GIVEN),
        number=random.choice(["", "MR", "H", "00"]) + str(random.randint(100000, 99999999)),
        accession=random.choice(["A", "ACC", "US", ""]) + str(random.randint(1000000, 9999999)),
        born=_day(random, 1925, 2005),
        studied=_day(random, 2008, 2024),
        time=(random.randint(0, 23), random.randint(0, 59), random.randint(0, 59)),
        place=random.choice(_LISTS["places"]),
        physician=(random.choice(_FAMILY), random.choice(_GIVEN)),
    )


def identifying(who: Person, random: Random) -> str:
    """A text that tells something about a person, as one of many scanners would print it."""
    family, given = who.family, who.given
    name = random.choice(
        [
            f"{family}, {given}",
            f"{family.upper()}^{given.upper()}",
            f"{given} {family}",
            f"{family.upper()}, {given[0]}.",
            f"Name: {family} {given}",
            family.upper(),
        ]
    )
    number = random.choice([who.number, f"ID: {who.number}", f"MRN {who.number}", f"#{who.number}"])
    hour, minute, second = who.time
    return random.choice(
        [
            name,
            name,
            number,
            number,
            random.choice(["", "DOB: ", "DOB ", "*"]) + _date(who.born, random),
            _date(who.studied, random),
            f"{hour:02}:{minute:02}:{second:02}",
            f"{_date(who.studied, random)} {hour:02}:{minute:02}",
            who.place,
            f"Acc: {who.accession}",
            f"Dr. {who.physician[0]}",
            f"Ref: {who.physician[1]} {who.physician[0]}",
            f"Tech: {random.choice(_GIVEN)}",
            f"{random.choice([17, 34, 58, 71])}Y {random.choice('MF')}",
            f"Tel {random.randint(200, 989)}-555-{random.randint(1000, 9999)}",
        ]
    )


def harmless(random: Random) -> str:
    """A setting or a word that identifies nobody."""
    return str(random.choice(_LISTS["harmless"]))


def _day(random: Random, first: int, last: int) -> tuple[int, int, int]:
    return random.randint(first, last), random.randint(1, 12), random.randint(1, 28)


def _date(day: tuple[int, int, int], random: Random) -> str:
    year, month, number = day
    word = _LISTS["months"][month - 1]
    return random.choice(
        [
            f"{number:02}.{month:02}.{year}",
            f"{month:02}/{number:02}/{year}",
            f"{year}-{month:02}-{number:02}",
            f"{year}{month:02}{number:02}",
            f"{number:02}-{word}-{year}",
            f"{number} {word.upper()} {year}",
            f"{word} {number:02}, {year}",
        ]
    )
