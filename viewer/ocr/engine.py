"""The neural text reader of one worker process: finds boxes, reads crops, never the network."""

from __future__ import annotations

import logging
import math
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
_CLOSER = 2.0
_FILLED = 0.75


class Look(StrEnum):
    """How large the detector sees an image.

    NATIVE is its own size, at most 1280 pixels. ENLARGED gives small images a shorter side of 512
    and reduces large ones to 2000; enlarging more costs twice the time, and loses faint letters
    where it finds tiny ones. FULL enlarges more and reduces nothing: what is larger is looked at in
    overlapping pieces.
    """

    NATIVE = "native"
    ENLARGED = "enlarged"
    FULL = "full"


_SIDES = {  # the shorter side is enlarged to the first, the longer one is at most the second
    Look.NATIVE: (0, 1280),
    Look.ENLARGED: (512, 2000),
    Look.FULL: (1100, 2000),
}
_LEAST_SCORES = {Look.NATIVE: 0.5, Look.ENLARGED: 0.4, Look.FULL: 0.4}
_PIECES = {Look.FULL: (1800, 200), Look.NATIVE: (384, 128)}  # sides of pieces, their overlap
_LONGEST_ENLARGED = 1.75
_GRID = 32
_MUCH = 3 * 1280 * 1280


class Engine:
    """Detector, turner and recogniser on one thread."""

    def __init__(self, models: Models) -> None:
        # Imported here: it costs 0.7 s and 60 MB, which only worker processes should pay.
        from onnxruntime import RunOptions
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
        self._frugal = RunOptions()  # gives back what an image took, as one film takes 0.5 GB
        self._frugal.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")

    def detect(self, image: Image, size: Look = Look.ENLARGED) -> tuple[Quad, ...]:
        """Text boxes of a grey image (rows, columns), in its pixels.

        The outline of a head can look like one letter as large as the picture, in which the
        detector sees no other; unless NATIVE is asked for, such a picture is looked at again in
        small pieces. In series and loops, where text stands in many frames, that costs too much.
        """
        if size is Look.FULL and max(image.shape) > _SIDES[size][1]:
            return tuple(self._in_pieces(image, Look.FULL))
        found = self._whole(image, size)
        is_small = size is not Look.NATIVE and max(image.shape) <= _SIDES[Look.NATIVE][1]
        if is_small and any(_fills(one, image) for one in found):
            return (*found, *self._behind(image, size))
        return found

    def _whole(self, image: Image, size: Look) -> tuple[Quad, ...]:
        padded = _not_thin(image)
        found = self._detector.postprocess_op(self._map(padded, size), padded.shape)
        quads = [Quad.of(points, float(score)) for points, score in zip(*found, strict=True)]
        rows, columns = image.shape
        least = _LEAST_SCORES[size]
        return tuple(one for one in quads if one.score >= least and one.is_inside(columns, rows))

    def _map(self, image: Image, size: Look) -> NDArray[np.float32]:
        """Where text is, 0 to 1, as (1, 1, rows, columns) of the size the detector sees."""
        session, ready = self._detector.session.session, _prepared(image, size)
        way = self._frugal if ready.size > _MUCH else None
        (answer,) = session.run(None, {session.get_inputs()[0].name: ready}, way)
        return np.asarray(answer, np.float32)

    def _behind(self, image: Image, size: Look) -> Iterator[Quad]:
        """Text within what fills the picture, seen from twice as close where that is not long."""
        scale = _CLOSER * max(1.0, _scale(image.shape[0], image.shape[1], size))
        scale = max(1.0, min(scale, _SIDES[Look.NATIVE][1] / max(image.shape)))
        way = cv2.INTER_CUBIC
        larger = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=way), "u1")
        for quad in self._in_pieces(larger, Look.NATIVE):
            yield quad.scaled(1 / scale)

    def _in_pieces(self, image: Image, look: Look) -> Iterator[Quad]:
        rows, columns = image.shape
        side, overlap = _PIECES[look]
        for y in _starts(rows, side, overlap):
            for x in _starts(columns, side, overlap):
                piece = image[y : y + side, x : x + side]
                found = self._whole(piece, look)
                yield from (one.moved(x, y) for one in found if not _fills(one, piece))

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
        "Det.box_thresh": min(_LEAST_SCORES.values()),
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        # A fifth faster, as memory is not asked for again at every layer.
        "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,
    }


def _prepared(image: Image, size: Look) -> NDArray[np.float32]:
    """-1 to 1 in three equal planes, (1, 3, rows, columns) with sides the detector can halve."""
    scale = _scale(image.shape[0], image.shape[1], size)
    tall, wide = (max(_GRID, round(side * scale / _GRID) * _GRID) for side in image.shape)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    grey = cv2.resize(image, (wide, tall), interpolation=way).astype(np.float32)
    grey /= np.float32(127.5)
    grey -= 1
    return np.ascontiguousarray(np.broadcast_to(grey, (1, 3, tall, wide)))


def _scale(rows: int, columns: int, size: Look) -> float:
    """How much an image is enlarged; less when its longer side would become too long."""
    least, most = _SIDES[size]
    shorter, longer = sorted((rows, columns))
    return max(min(1.0, most / longer), min(least / shorter, least * _LONGEST_ENLARGED / longer))


def _fills(quad: Quad, image: Image) -> bool:
    """Whether a box takes so much of a picture that no line of text can be meant."""
    return quad.box.area >= _FILLED * image.size and quad.text_height > min(image.shape) / 4


def _starts(length: int, side: int, overlap: int) -> list[int]:
    """Where pieces of a length begin that overlap by at least so much, evenly spread."""
    count = max(1, math.ceil((length - overlap) / (side - overlap)))
    last = max(0, length - side)
    return [round(number * last / max(1, count - 1)) for number in range(count)]


def _not_thin(image: Image) -> Image:
    """Padded below and to the right, because the detector's cost explodes on extreme shapes."""
    rows, columns = image.shape
    more_rows = max(0, max(32, columns // _THINNEST) - rows)
    more_columns = max(0, max(32, rows // _THINNEST) - columns)
    if not more_rows and not more_columns:
        return image
    return np.pad(image, ((0, more_rows), (0, more_columns)), mode="edge")
