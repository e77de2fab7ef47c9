"""Whether a reading identifies somebody: everything does, unless it is proved benign."""

from __future__ import annotations

import re
from dataclasses import dataclass

from viewer.identifiers import Identifiers
from viewer.identifiers.generic import generic_spans
from viewer.identifiers.vocabulary import fold, words
from viewer.model import Category
from viewer.ocr.header_match import match_header
from viewer.ocr.reading import SURE, Glimpse, Reading
from viewer.ocr.screen_text import (
    has_value,
    is_label,
    is_screen_text,
    is_setting,
    is_sex,
    label_of,
    names_organisation,
)
from viewer.ocr.site_words import is_site_line

_PLAIN_FILM = frozenset({"CR", "DX", "MG", "RG", "IO", "PX"})
_FEET = frozenset({"CT", "MR", "PT", "NM"})
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d\s?:\s?[0-5]\d(?:\s?[:.]\s?[0-5]\d)?(?!\d)")
_BARE_NUMBER = re.compile(r"[\d\s.,/+-]+")
_INITIALS = re.compile(r"(?:[LR][ .]?[A-Z]{2,3}|[A-Z]{2,3}[ .]?[LR])")
_LETTERS = re.compile(r"[^\W\d_]")
_ORIENTATION = frozenset("LRAPHFSIV")
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.])")
_COUNTED = 0.5
_WRITTEN = 0.7
_CLEAR = 0.4
_WIDEST_CHARACTER = 2.2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reading is: ``benign``, a known kind of identifier, or unknown.

    ``proved`` says that a rule or the header names it; ``confidence`` (0 to 1) is that of the
    verdict, or for an unknown that of the reading. ``certainty`` (0 to 1) says how sure it is that
    anything is written there at all.
    """

    category: Category
    reason: str
    confidence: float
    benign: bool = False
    proved: bool = False
    certainty: float = 1.0

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look before anything is blanked."""
        is_sure = self.confidence >= SURE and self.certainty >= _WRITTEN
        return not self.benign and not self.proved and not is_sure


def classify(reading: Reading, identifiers: Identifiers, modality: str = "") -> Verdict:
    """The verdict on a box of text; any of its readings that identifies decides."""
    clear = [each for each in reading.glimpses if each.confidence >= _CLEAR]
    verdicts = [identify(each.text.reveal(), identifiers, modality) for each in clear]
    proved = [each for each in verdicts if each is not None]
    if proved:
        return max(proved, key=lambda each: each.confidence)
    best = reading.best
    if doubt := _doubt(reading, modality):
        return Verdict(Category.OTHER_UNIQUE, doubt, best.confidence, certainty=reading.certainty)
    return Verdict(Category.QUASI, _why_benign(best), best.confidence, benign=True)


def _why_benign(best: Glimpse) -> str:
    text = best.text.reveal()
    if is_site_line(text) and not is_screen_text(text):
        return "only what this site's word lists call harmless"
    return "only known words and measurements"


def identify(text: str, identifiers: Identifiers, modality: str = "") -> Verdict | None:
    """Why a text identifies somebody, or None when no rule and no header value says so."""
    if match := match_header(text, identifiers):
        return Verdict(match.category, match.reason, match.confidence, proved=True)
    if spans := identifiers.spans(text):
        best = max(spans, key=lambda each: each.confidence)
        return Verdict(best.category, best.reason, best.confidence, proved=True)
    return _by_rule(text, modality)


def _by_rule(text: str, modality: str) -> Verdict | None:
    if _CLOCK.search(text):
        return Verdict(Category.DATE, "looks like a time of day", 0.8, proved=True)
    label = label_of(text)
    if label and has_value(label[1]):
        return Verdict(label[0], f"stands behind a label for a {label[0]}", 0.8, proved=True)
    if names_organisation(text):
        return Verdict(Category.GEOGRAPHY, "names a place of care", 0.8, proved=True)
    if is_sex(text) and not (modality in _FEET and text.strip() == "F"):
        return Verdict(Category.QUASI, "says the patient's sex", 0.7, proved=True)
    return None


def _doubt(reading: Reading, modality: str) -> str:
    """Why benign is not proved; empty when it is."""
    best = reading.best
    text = best.text.reveal().strip()
    if not text:
        return "text that could not be read"
    if best.confidence < SURE:
        return "text that could not be read with certainty"
    if _is_cut_short(reading, text):
        return "only a part of this text could be read"
    if not all(_is_benign(each, modality) for each in reading.glimpses if _counts(each)):
        return "not a known word or measurement"
    return ""


def _counts(glimpse: Glimpse) -> bool:
    return bool(glimpse.text) and glimpse.confidence >= _COUNTED


def _is_benign(glimpse: Glimpse, modality: str) -> bool:
    text = glimpse.text.reveal().strip()
    if is_label(text) or is_setting(text):
        return True
    if is_site_line(text):
        return not generic_spans(text)
    if not is_screen_text(text) or generic_spans(text) or _is_dense_in_digits(text):
        return False
    if _BARE_NUMBER.fullmatch(text) and (modality != "US" or re.search(r"\d{4}", text)):
        return False
    if modality in _PLAIN_FILM and _INITIALS.fullmatch(text) and fold(text) not in words():
        return False
    letters = _LETTERS.findall(text.upper())
    found = re.findall(r"[^\W\d_]+", text)
    return not (
        len(found) > 1
        and all(len(word) == 1 for word in found)
        and not set(letters) <= _ORIENTATION
    )


def _is_dense_in_digits(text: str) -> bool:
    """Whether there are enough digits for a date or an id that was misread."""
    digits = len(re.findall(r"\d", text))
    return digits > 6 or (digits > 4 and bool(re.search(r"[/:]", text))) or bool(_YEAR.search(text))


def _is_cut_short(reading: Reading, text: str) -> bool:
    longer = max(reading.tight.width, reading.tight.height)
    shorter = min(reading.tight.width, reading.tight.height)
    return len(text) > 1 and longer > _WIDEST_CHARACTER * shorter * len(text)
