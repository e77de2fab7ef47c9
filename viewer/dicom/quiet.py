"""Keeps pydicom from telling values of a file to logs and warnings."""

from __future__ import annotations

import logging
import warnings

from pydicom import config


def silence() -> None:
    """Switch off pydicom's log, its warnings and its value validation, which quote values.

    A value whose length does not fit its VR is kept as bytes of unknown VR.
    """
    log = logging.getLogger("pydicom")
    log.handlers[:] = [logging.NullHandler()]
    log.propagate = False
    log.setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module=r"pydicom(\.|$)")
    config.settings.reading_validation_mode = config.IGNORE
    config.convert_wrong_length_to_UN = True
    config.settings.writing_validation_mode = config.IGNORE
