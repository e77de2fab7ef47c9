"""Identifying values that occur nowhere else: words of many scripts, dates, numbers, UIDs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from random import Random

_DAYS, _SHIFT = 330_000, 3701  # a shift is shorter, so no shifted date is another planted one
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_LETTERS = {
    "latin-1": "äöüéèñøåß",
    "cyrillic": "абвгдежзиклмнопрстуф",
    "greek": "αβγδεζηθικλμνξοπρστυφ",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרש",
    "arabic": "ابتثجحخدذرزسشصضطظعغ",
    "chinese": "莊邱薛葉閻余潘杜戴夏鍾汪田任姜範方石姚譚廖鄒熊金陸郝孔白崔康毛",
    "japanese": "佐藤鈴木高橋渡辺斎加松井清池阿部森岡坂柴酒工遠青宮増杉菊",
    "korean": "김박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노",
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A value, where it was put, and how its file writes text."""

    where: str
    value: str
    encoding: str


@dataclass(slots=True)
class Planter:
    """Makes values for one file and remembers where each went."""

    random: Random
    script: str = "latin-1"
    encoding: str = "latin-1"
    planted: list[Planted] = field(default_factory=list)
    days: set[str] = field(default_factory=set)

    def word(self, where: str) -> str:
        """A made-up name in plain letters."""
        pairs = (self._pick(_CONSONANTS) + self._pick(_VOWELS) for _ in range(5))
        return self._note(where, "zq" + "".join(pairs) + self._pick(_CONSONANTS))

    def foreign(self, where: str) -> str:
        """A made-up name in the script of the file."""
        length = 4 if self.script in ("chinese", "japanese", "korean") else 9
        return self._note(where, "".join(self._pick(_LETTERS[self.script]) for _ in range(length)))

    def date(self, where: str) -> str:
        """A date as DICOM writes it; no two can be taken for one another after a shift."""
        day = self._day()
        while day in self.days:
            day = self._day()
        self.days.add(day)
        return self._note(where, day)

    def number(self, where: str) -> str:
        """A number such as a record has, with a separator."""
        return self._note(where, f"{self.random.randrange(1000, 9999)}-{self._digits(6)}")

    def uid(self, where: str) -> str:
        """A UID with a date inside."""
        return self._note(where, f"1.3.6.1.4.1.{self._digits(5)}.{self._day()}.{self._digits(6)}")

    def _day(self) -> str:
        apart = self.random.randrange(_DAYS // _SHIFT) * _SHIFT
        return (datetime.date(1100, 1, 5) + datetime.timedelta(apart)).strftime("%Y%m%d")

    def _digits(self, count: int) -> str:
        return str(self.random.randrange(10 ** (count - 1), 10**count))

    def _pick(self, letters: str) -> str:
        return self.random.choice(letters)

    def _note(self, where: str, value: str) -> str:
        self.planted.append(Planted(where, value, self.encoding))
        return value
