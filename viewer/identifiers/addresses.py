"""The layouts in which people write street addresses in four languages."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_][\w'’.-]*"
_ENGLISH = (
    rf"\b\d{{1,5}}[A-Za-z]?,? (?:{_WORD} ){{1,3}}"
    r"(?i:street|lane|ln|avenue|ave|road|rd|boulevard|blvd|crescent|highway|parkway|gardens)\b\.?"
)
_ENGLISH_IN_TITLE_CASE = (
    r"\b\d{1,5}[A-Za-z]?,? (?:[A-Z][a-z'’-]+ ){1,2}"
    r"(?:St|Drive|Dr|Court|Close|Place|Way|Terrace|Square|Hill|Row)\b\.?"
)
_GERMAN = (
    r"\b[^\W\d_][^\W\d_-]{1,40}(?:-[^\W\d_]{1,40}){0,3}[ -]?"
    r"(?i:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|damm|ufer) ?\d{1,4} ?[a-z]?\b"
)
_FRENCH = (
    r"\b\d{1,4}(?: ?(?:bis|ter))?,? (?i:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée"
    rf"|quai|route|cours) (?:de la |de l['’]|des? |du |d['’])?{_WORD}(?: [A-ZÀ-Þ][\w'’-]+){{0,2}}"
)
_SPANISH = (
    r"(?:\b(?i:calle|avenida|avda\.?|plaza|paseo|camino)|(?i:\bc/)) ?"
    rf"(?:de (?:la|los|las|el) |del? )?{_WORD}(?: {_WORD}){{0,2}},? (?:n[º°.] ?)?\d{{1,4}}\b"
)
_POSTCODE = r"\b(?!T[12] |[CTLS]\d \d(?:ST|ND|RD|TH))[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
ADDRESS = re.compile(
    "|".join((_ENGLISH, _ENGLISH_IN_TITLE_CASE, _GERMAN, _FRENCH, _SPANISH, _POSTCODE))
)
