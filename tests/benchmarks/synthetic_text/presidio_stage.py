"""Presidio's own steps up to its text reader, run in an environment of its own.

``python presidio_stage.py FILE...``: for every file one line of JSON with its name, boxes
of words in pixels as [x, y, width, height], and CPU seconds.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

import pydicom
from PIL import Image
from presidio_image_redactor import DicomImageRedactorEngine, ImageAnalyzerEngine, TesseractOCR

PADDING = 25


class _NoAnalyzer:
    """The reader is measured, not the recogniser of names, which needs a model of its own."""


def main() -> None:
    """Read every file."""
    reader = ImageAnalyzerEngine(analyzer_engine=_NoAnalyzer(), ocr=TesseractOCR())  # type: ignore[arg-type]
    engine = DicomImageRedactorEngine(image_analyzer_engine=reader)
    for path in map(Path, sys.argv[1:]):
        before = _cpu()
        try:
            boxes = _words(engine, reader, path)
        except Exception as error:  # noqa: BLE001 - a peer's crash is a result
            print(json.dumps({"name": path.stem, "error": type(error).__name__}), flush=True)
            continue
        seconds = _cpu() - before
        print(json.dumps({"name": path.stem, "boxes": boxes, "seconds": seconds}), flush=True)


def _words(engine: Any, reader: Any, path: Path) -> list[list[int]]:
    instance = pydicom.dcmread(path)
    grey = engine._check_if_greyscale(instance)
    picture = Image.fromarray(engine._rescale_dcm_pixel_array(instance, grey))
    padded = engine._add_padding(picture, grey, PADDING)
    processed, _ = reader.image_preprocessor.preprocess_image(padded)
    found = reader.remove_space_boxes(reader.ocr.perform_ocr(processed))
    rows = zip(found["left"], found["top"], found["width"], found["height"], strict=True)
    return [[x - PADDING, y - PADDING, width, height] for x, y, width, height in rows]


def _cpu() -> float:
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
