"""The words of the window in the language that was chosen; English is what the code is written in.

Catalogues are Qt Linguist's: ``packaging/translations`` collects every ``tr("...")`` into
``resources/translations/*.ts`` and compiles them. The language holds from the start of the program,
so that texts of modules are translated once. What the stages say (reasons, refusals, reports,
names of attributes) is the same in every language, as it stands in statements and logs.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from viewer import paths, settings

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

CONTEXT = "window"
LANGUAGES = {"en": "English", "de": "Deutsch"}


@cache
def language() -> str:
    """The code of the language; SCANVEIL_LANGUAGE overrides the setting."""
    wanted = os.environ.get("SCANVEIL_LANGUAGE") or settings.load().language
    return wanted if wanted in LANGUAGES else "en"


@lru_cache(maxsize=4096)
def tr(text: str) -> str:
    """A text of the window in the language that was chosen, else as it is.

    Only texts of the program go in here, never a value of a file. Placeholders are filled in by
    ``str.format`` afterwards.
    """
    if language() == "en":
        return text
    return _catalogue().translate(CONTEXT, text) or text


@cache
def _catalogue() -> QTranslator:
    from PySide6.QtCore import QTranslator

    made = QTranslator()
    made.load(str(paths.resource(f"translations/scanveil_{language()}.qm")))
    return made
