"""Text in pixels: frames in, boxes with readings out.

In come frames as a person sees them and as they are stored (``FrameViews``), with what they are to
each other (``Arrangement``). Out go ``Reading`` values: box, readings with confidence, the frames
they were seen in; ``classify`` says whether a reading identifies the patient and why. Engines live
in worker processes (``OcrPool``) that never use the network. It must not know findings, series or
decisions.
"""

from viewer.ocr.ahead import ahead
from viewer.ocr.barcodes import Barcode
from viewer.ocr.boxes import alike, covered
from viewer.ocr.classify import Verdict, classify, identify
from viewer.ocr.engine import Look
from viewer.ocr.neighbours import judge_neighbours
from viewer.ocr.pool import OcrPool, shared_pool
from viewer.ocr.reading import Glimpse, Reading
from viewer.ocr.strategies import Arrangement, read_frames
from viewer.ocr.views import FrameViews, grey, local_contrast
from viewer.ocr.written import NOT_PICTURES, VOLUMES, LeftText, frame_views, left_texts

__all__ = [
    "NOT_PICTURES",
    "VOLUMES",
    "Arrangement",
    "Barcode",
    "FrameViews",
    "Glimpse",
    "LeftText",
    "Look",
    "OcrPool",
    "Reading",
    "Verdict",
    "ahead",
    "alike",
    "classify",
    "covered",
    "frame_views",
    "grey",
    "identify",
    "judge_neighbours",
    "left_texts",
    "local_contrast",
    "read_frames",
    "shared_pool",
]
