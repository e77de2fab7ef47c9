"""The values that identify this patient, and where they stand in a text.

In: data sets, later any text (an attribute, a reading, a file name). Out: ``Identifiers``, whose
``spans(text)`` are the stretches that identify, and a vocabulary of words that identify nobody.
Must not know: profiles, findings, files.
"""

from viewer.identifiers.category import category_of, name_of
from viewer.identifiers.clean_text import REMOVED, clean_text, cut_spans
from viewer.identifiers.clean_value import capped_age, clean_value, identifying_spans
from viewer.identifiers.collect import Collector, collect
from viewer.identifiers.identifiers import Identifier, Identifiers
from viewer.identifiers.safe_terms import is_safe_term, standard_schemes
from viewer.identifiers.span import Span
from viewer.identifiers.uids import is_well_known_uid
from viewer.identifiers.vocabulary import is_benign, is_benign_token, words

__all__ = [
    "REMOVED",
    "Collector",
    "Identifier",
    "Identifiers",
    "Span",
    "capped_age",
    "category_of",
    "clean_text",
    "clean_value",
    "collect",
    "cut_spans",
    "identifying_spans",
    "is_benign",
    "is_benign_token",
    "is_safe_term",
    "is_well_known_uid",
    "name_of",
    "standard_schemes",
    "words",
]
