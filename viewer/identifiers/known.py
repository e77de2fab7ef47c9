"""Finds the patient's own values in a text, in any order, case and spelling of separators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from viewer.identifiers.category import name_of
from viewer.identifiers.prose import is_prose_token
from viewer.identifiers.span import Span
from viewer.identifiers.vocabulary import UMLAUTS, fold, is_benign_token, tokens
from viewer.model import Category

_SHORTEST_PHRASE = 4
_SHORTEST_NAME = 3
_SHORTEST_INSIDE_WORD = 5
_SHORTEST_ANYWHERE = 6
_SHORTEST_MISSPELT = 5
_LONG_NAME = 8
_SHORT_NAME = 2
_MISSPELT = 0.8
_LONGEST_COMPANY = 3
_TITLES = frozenset(
    ("dr", "med", "prof", "mr", "mrs", "ms", "md", "phd", "jr", "sr", "dipl", "ing")
)
_FRAGMENTS = (Category.NAME, Category.GEOGRAPHY)


@dataclass(frozen=True, slots=True)
class Known:
    """One value to look for; ``tag`` names the attribute it comes from."""

    category: Category
    tag: int
    text: str


_Hit = tuple[Known, float]


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    is_capitalised: bool = False


@dataclass(slots=True)
class Matcher:
    """Compiled from known values; words that the vocabulary knows only count beside others."""

    strong: dict[str, Known] = field(default_factory=dict)
    weak: dict[str, Known] = field(default_factory=dict)
    initials: dict[str, Known] = field(default_factory=dict)
    phrases: dict[str, Known] = field(default_factory=dict)
    ideographs: dict[str, Known] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Iterable[Known]) -> Matcher:
        """Compile values; the first attribute that brought a value names it."""
        matcher = cls()
        for value in values:
            matcher._add(value)
        return matcher

    def spans(self, text: str) -> list[Span]:
        """Where known values stand; overlaps are not resolved."""
        found = [_Token(m.start(), m.end(), fold(m[0]), m[0].istitle()) for m in tokens(text)]
        return [
            *self._words(found),
            *self._phrases(found),
            *self._ideographs(text),
        ]

    def _add(self, known: Known) -> None:
        for text in {known.text, known.text.translate(UMLAUTS)}:
            parts = [fold(match[0]) for match in tokens(text)]
            self._add_phrase("".join(parts), parts, known)
            if known.category in _FRAGMENTS:
                for part in parts:
                    self._add_word(part, known)

    def _add_phrase(self, joined: str, parts: list[str], known: Known) -> None:
        if len(joined) >= _SHORTEST_PHRASE and not all(map(_is_common, parts)):
            self.phrases.setdefault(joined, known)

    def _add_word(self, part: str, known: Known) -> None:
        if known.category is Category.NAME and not part.isdigit():
            self.initials.setdefault(part[0], known)
        if not part.isascii() and _is_ideographic(part):
            self.ideographs.setdefault(part, known)
        elif len(part) >= _SHORTEST_NAME and not part.isdigit() and not _is_everyday(part, known):
            self.strong.setdefault(part, known)
        elif known.category is Category.NAME and not part.isdigit() and part not in _TITLES:
            self.weak.setdefault(part, known)

    def _words(self, found: list[_Token]) -> Iterator[Span]:
        hits = [self._alone(token) for token in found]
        for _ in range(_LONGEST_COMPANY):
            hits = [
                hit or self._in_company(position, found, hits) for position, hit in enumerate(hits)
            ]
        for token, hit in zip(found, hits, strict=True):
            if hit is not None:
                known, confidence = hit
                like = "much like" if confidence == _MISSPELT else "same as"
                reason = f"{like} {name_of(known.tag)}"
                yield Span(token.start, token.end, known.category, reason, confidence)

    def _alone(self, token: _Token) -> _Hit | None:
        """What a word repeats whatever stands beside it."""
        if known := self._strong(token.text) or self._short(token):
            return known, 0.97
        known = self._misspelt(token.text)
        return (known, _MISSPELT) if known else None

    def _strong(self, word: str) -> Known | None:
        if known := self.strong.get(word):
            return known
        if len(word) <= _SHORTEST_INSIDE_WORD:
            return None
        inside = (name for name in self.strong if len(name) >= _SHORTEST_INSIDE_WORD)
        return next((self.strong[name] for name in inside if name in word), None)

    def _short(self, token: _Token) -> Known | None:
        """A family name such as Ng, written as a name; NG tube and li. stay."""
        known = self.weak.get(token.text)
        if known is None or len(token.text) != _SHORT_NAME or not token.is_capitalised:
            return None
        return known if fold(known.text).startswith(token.text) else None

    def _misspelt(self, word: str) -> Known | None:
        if len(word) < _SHORTEST_MISSPELT or is_prose_token(word):
            return None
        most = 2 if len(word) >= _LONG_NAME else 1
        near = (
            known
            for name, known in self.strong.items()
            if known.category is Category.NAME
            and len(name) >= _SHORTEST_MISSPELT
            and OSA.distance(word, name, score_cutoff=most) <= most
        )
        return next(near, None)

    def _in_company(
        self, position: int, found: list[_Token], hits: list[_Hit | None]
    ) -> _Hit | None:
        """A word that only beside a name is one: Rose, Long, or the initial R."""
        word = found[position].text
        known = self.weak.get(word) or (self.initials.get(word) if len(word) == 1 else None)
        if known is None:
            return None
        near = [each for each in (position - 1, position + 1) if 0 <= each < len(found)]
        beside = any(
            ((hit := hits[each]) is not None and hit[0].category is Category.NAME)
            or (found[each].text != word and self._both_weak(word, found[each].text))
            for each in near
        )
        return (known, 0.9) if beside else None

    def _both_weak(self, one: str, other: str) -> bool:
        first, second = self.weak.get(one), self.weak.get(other)
        if first is None or second is None or first.text != second.text:
            return False
        return len(one) > 1 and len(other) > 1

    def _phrases(self, found: list[_Token]) -> Iterator[Span]:
        joined = "".join(token.text for token in found)
        starts: dict[int, int] = {}
        length = 0
        for position, token in enumerate(found):
            starts[length] = position
            length += len(token.text)
        edges = [*starts, length]
        for phrase, known in self.phrases.items():
            at = joined.find(phrase)
            while at >= 0:
                if span := _phrase_span(found, edges, at, at + len(phrase), known):
                    yield span
                at = joined.find(phrase, at + 1)

    def _ideographs(self, text: str) -> Iterator[Span]:
        for part, known in self.ideographs.items():
            at = text.find(part)
            while at >= 0:
                reason = f"same as {name_of(known.tag)}"
                yield Span(at, at + len(part), known.category, reason, 0.9)
                at = text.find(part, at + 1)


def _phrase_span(
    found: list[_Token], edges: list[int], start: int, end: int, known: Known
) -> Span | None:
    on_edges = start in edges and end in edges
    if not on_edges and end - start < _SHORTEST_ANYWHERE:
        return None
    if not on_edges and known.category is Category.DATE:
        return None
    first = max(i for i, edge in enumerate(edges[:-1]) if edge <= start)
    last = max(i for i, edge in enumerate(edges[:-1]) if edge < end)
    reason = f"same as {name_of(known.tag)}"
    return Span(found[first].start, found[last].end, known.category, reason, 0.98)


def _is_everyday(part: str, known: Known) -> bool:
    """Whether a word says nothing alone; in addresses most everyday words do not."""
    name = known.category is Category.NAME
    return is_benign_token(part) if name else is_prose_token(part)


def _is_common(part: str) -> bool:
    return is_benign_token(part) and not (part.isdigit() and len(part) >= _SHORTEST_PHRASE)


def _is_ideographic(part: str) -> bool:
    return any(
        "\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" or c >= "\u3040" for c in part
    )
