"""The neural text reader of one worker process: finds boxes, reads crops, never the network."""

from __future__ import annotations

import logging
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.ocr.models import Models
from viewer.ocr.quad import Quad

Image = NDArray[np.uint8]

MAX_SIDE = 2000
NATIVE_SIDE = 1280
_SMALLEST_SIDE = 736
_THINNEST = 6


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

    def detect(self, image: Image, *, native: bool = False) -> tuple[Quad, ...]:
        """Text boxes of a grey image (rows, columns), in its pixels.

        ``native`` looks at the image's own size; otherwise small images are enlarged first,
        which finds more of the tiny text and costs twice the time.
        """
        limit = NATIVE_SIDE if native else MAX_SIDE
        scale = min(1.0, limit / max(image.shape))
        padded = _not_thin(_scaled(image, scale))
        self._detector.limit_type = "max" if native else "min"
        self._detector.limit_side_len = NATIVE_SIDE if native else _smallest_side(padded)
        found = self._detector(cv2.cvtColor(padded, cv2.COLOR_GRAY2BGR))
        if found.boxes is None:
            return ()
        pairs = zip(found.boxes, found.scores, strict=True)
        quads = (Quad.of(points / scale, float(score)) for points, score in pairs)
        return tuple(quad for quad in quads if quad.is_inside(image.shape[1], image.shape[0]))

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


def _smallest_side(image: Image) -> int:
    """How far the shorter side is enlarged; less when the longer one would become too long."""
    return int(min(_SMALLEST_SIDE, NATIVE_SIDE * min(image.shape) / max(image.shape)))


def _not_thin(image: Image) -> Image:
    """Padded below and to the right, because the detector's cost explodes on extreme shapes."""
    rows, columns = image.shape
    more_rows = max(0, max(32, columns // _THINNEST) - rows)
    more_columns = max(0, max(32, rows // _THINNEST) - columns)
    if not more_rows and not more_columns:
        return image
    return np.pad(image, ((0, more_rows), (0, more_columns)), mode="edge")
