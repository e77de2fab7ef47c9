"""Values that a label before them gives away: record numbers, telephones, years of birth, names."""

from __future__ import annotations

import re

_NUMBERED = r"(?:\s?(?:#|no\b\.?|nr\b\.?|num(?:ber|mer)?\b|n°))?\s?[:.#=]{0,2}\s?-?"
RECORD = re.compile(
    r"(?<![^\W_])(?:mrn|pid|ipp|nip|nhc|nss|nhs|hn|urn|cpr|ssn"
    r"|pat(?:ient(?:en)?)?[-. ]{0,2}(?:id|nr|no|nummer|number)|accession)"
    rf"{_NUMBERED}(?P<cut>(?=[\w-]{{0,20}}\d)[A-Z]{{0,5}}[-/]?\d[\w/-]{{2,}})"
    r"|(?<![^\W_])(?:id|acc|order|auftrag|fall(?:[- .]?n(?:umme)?r\.?)?|case|visit|dossier|ref"
    r"|encounter|account|policy|study)"
    rf"{_NUMBERED}(?P<cut2>(?=(?:[\w-]{{0,12}}?\d){{4}})[A-Z]{{0,5}}[-/]?\d[\w/-]*)",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![^\W_])(?:tele(?:phone|fon|fono)|t[eé]l|tfno|phone|ph|fax|mobile?|cell|handy|durchwahl"
    r"|pager|bleep|call|rufnummer)\b\W{0,3}(?P<cut>\+?\d[\d ()/.-]{2,}\d)"
    r"|(?<![^\W_])(?:ext(?:ension)?\b\.?|x)\s?(?P<cut2>\d{4,6})(?![\w.])",
    re.IGNORECASE,
)
YEAR_OF_BIRTH = re.compile(
    r"(?<![^\W_])(?:born|dob|yob|geb(?:oren)?|jg|jahrgang|née?|nacid[oa]|birth(?:\s?year)?)\b"
    r"[\s.:]{0,3}(?:(?:in|en|im jahr)\s)?(?P<cut>(?:18|19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-zà-þ][\w'’-]*"
# with its title, else the next word would stand behind the title and be taken for a name
TITLED = re.compile(
    r"(?<![^\W_])(?:(?:M(?:r|rs|s|me|lle)|Miss|D(?:r|ra)|Prof|Herrn?|Hr|Frau|Fr|Sra?|Srta)\b\.?"
    r"|(?:M[RS]|MRS|DRA?|PROF|HR|SRA?)\.)"
    r"(?:\s?(?:Dr|Prof|med|DR|PROF)\b\.?){0,3}\s*"
    rf"(?:(?:[^\W\d_a-zà-þ]\.\s?){{0,3}}{_NAME})"
)
