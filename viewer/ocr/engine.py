"""The neural text reader of one worker process: finds boxes, reads crops, never the network."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.ocr.models import Models
from viewer.ocr.quad import Quad

Image = NDArray[np.uint8]

_THINNEST = 6
_OVERLAP = 200
_PIECE = 1800


class Look(StrEnum):
    """How large the detector sees an image.

    NATIVE is its own size, at most 1280 pixels. ENLARGED finds more of the tiny text in small
    images and costs twice the time; large ones are reduced to 2000. FULL enlarges more and reduces
    nothing: what is larger is looked at in overlapping pieces.
    """

    NATIVE = "native"
    ENLARGED = "enlarged"
    FULL = "full"


_SIDES = {  # the shorter side is enlarged to the first, the longer one is at most the second
    Look.NATIVE: (0, 1280),
    Look.ENLARGED: (736, 2000),
    Look.FULL: (1100, 2000),
}
_LONGEST_ENLARGED = 1.75


class Engine:
    """Detector, turner and recogniser on one thread."""

    def __init__(self, models: Models) -> None:
        # Imported here: it costs 0.7 s and 60 MB, which only worker processes should pay.
        from rapidocr import RapidOCR
        from rapidocr.ch_ppocr_cls import TextClassifier
        from rapidocr.ch_ppocr_det import TextDetector
        from rapidocr.ch_ppocr_rec import TextRecInput, TextRecognizer

        cv2.setNumThreads(1)
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        settings = RapidOCR(params=_parameters(models)).cfg
        for part in (settings.Det, settings.Cls, settings.Rec):
            part.engine_cfg = settings.EngineConfig["onnxruntime"]
            part.model_root_dir = settings.Global.model_root_dir
        settings.Rec.font_path = None
        self._detector: Any = TextDetector(settings.Det)
        self._turner: Any = TextClassifier(settings.Cls)
        self._recogniser: Any = TextRecognizer(settings.Rec)
        self._input: Any = TextRecInput

    def detect(self, image: Image, size: Look = Look.ENLARGED) -> tuple[Quad, ...]:
        """Text boxes of a grey image (rows, columns), in its pixels."""
        if size is Look.FULL and max(image.shape) > _SIDES[size][1]:
            return tuple(self._in_pieces(image))
        scale = min(1.0, _SIDES[size][1] / max(image.shape))
        padded = _not_thin(_scaled(image, scale))
        self._detector.limit_type = "min"
        self._detector.limit_side_len = _shorter_side(padded, _SIDES[size][0])
        found = self._detector(cv2.cvtColor(padded, cv2.COLOR_GRAY2BGR))
        if found.boxes is None:
            return ()
        pairs = zip(found.boxes, found.scores, strict=True)
        quads = (Quad.of(points / scale, float(score)) for points, score in pairs)
        return tuple(quad for quad in quads if quad.is_inside(image.shape[1], image.shape[0]))

    def _in_pieces(self, image: Image) -> Iterator[Quad]:
        rows, columns = image.shape
        for y in _starts(rows):
            for x in _starts(columns):
                piece = image[y : y + _PIECE, x : x + _PIECE]
                yield from (quad.moved(x, y) for quad in self.detect(piece, Look.FULL))

    def recognise(self, crops: list[Image]) -> list[tuple[str, float]]:
        """Text and confidence (0 to 1) of each upright or upside-down crop of one line."""
        if not crops:
            return []
        colour = [cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR) for crop in crops]
        turned = self._turner(colour).img_list
        read = self._recogniser(self._input(img=turned, return_word_box=False))
        return [
            (str(text).strip(), float(score))
            for text, score in zip(read.txts, read.scores, strict=True)
        ]


def _parameters(models: Models) -> dict[str, object]:
    return {
        "Global.log_level": "critical",
        "Global.model_root_dir": str(models.detector.parent),
        "Det.model_path": str(models.detector),
        "Rec.model_path": str(models.recogniser),
        "Cls.model_path": str(models.turner),
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }


def _scaled(image: Image, scale: float) -> Image:
    if scale >= 1:
        return image
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _shorter_side(image: Image, wanted: int) -> int:
    """How far the shorter side is enlarged; less when the longer one would become too long."""
    room = wanted * _LONGEST_ENLARGED * min(image.shape) / max(image.shape)
    return max(1, int(min(wanted, room)))


def _starts(length: int) -> range:
    """Where overlapping pieces of a side begin."""
    return range(0, max(1, length - _OVERLAP), _PIECE - _OVERLAP)


def _not_thin(image: Image) -> Image:
    """Padded below and to the right, because the detector's cost explodes on extreme shapes."""
    rows, columns = image.shape
    more_rows = max(0, max(32, columns // _THINNEST) - rows)
    more_columns = max(0, max(32, rows // _THINNEST) - columns)
    if not more_rows and not more_columns:
        return image
    return np.pad(image, ((0, more_rows), (0, more_columns)), mode="edge")
