"""pydicom made convenient: bytes in, data sets, frames, volumes and clean files out.

Comes in: a Source (file or zip member) or a data set. Goes out: validated data sets, decoded
frames, display values, geometry, and files written the one way an export may look. It must not know
about privacy: nothing here decides what identifies anybody. Pixels are decoded in a disposable
process.
"""

from viewer.dicom.dataset import Container, read_container, read_dataset, read_with_container
from viewer.dicom.display import default_window, modality_values, to_display, window_level
from viewer.dicom.element_memory import ElementMemory, situation_of
from viewer.dicom.explicit import is_recoded
from viewer.dicom.failures import NotDicomError
from viewer.dicom.fill_pixels import SEQUENTIAL_JPEG, fill_pixels
from viewer.dicom.frame import Frame
from viewer.dicom.frame_reader import FrameReader
from viewer.dicom.geometry import frame_geometry, frame_planes, series_geometry, sort_instances
from viewer.dicom.header import Header
from viewer.dicom.header_reading import read_header
from viewer.dicom.origin import member_bytes, read_bytes
from viewer.dicom.pixel_spec import PixelSpec, pixel_bytes, pixel_spec
from viewer.dicom.planes import Plane, hidden_planes, planes_of
from viewer.dicom.private_blocks import (
    Owners,
    creators,
    drop_unused_creators,
    is_creator,
    owner_of,
)
from viewer.dicom.quiet import silence
from viewer.dicom.random_access import InMemory, OpenFile, RandomAccess
from viewer.dicom.voi import VoiParameters, Window, voi_parameters
from viewer.dicom.volume import Volume, read_volume, stack
from viewer.dicom.without import bytes_without
from viewer.dicom.write_dataset import encode_dataset, encode_parts, settled_element, write_dataset
from viewer.dicom.write_pixels import write_pixels

silence()

__all__ = [
    "SEQUENTIAL_JPEG",
    "Container",
    "ElementMemory",
    "Frame",
    "FrameReader",
    "Header",
    "InMemory",
    "NotDicomError",
    "OpenFile",
    "Owners",
    "PixelSpec",
    "Plane",
    "RandomAccess",
    "VoiParameters",
    "Volume",
    "Window",
    "bytes_without",
    "creators",
    "default_window",
    "drop_unused_creators",
    "encode_dataset",
    "encode_parts",
    "fill_pixels",
    "frame_geometry",
    "frame_planes",
    "hidden_planes",
    "is_creator",
    "is_recoded",
    "member_bytes",
    "modality_values",
    "owner_of",
    "pixel_bytes",
    "pixel_spec",
    "planes_of",
    "read_bytes",
    "read_container",
    "read_dataset",
    "read_header",
    "read_volume",
    "read_with_container",
    "series_geometry",
    "settled_element",
    "situation_of",
    "sort_instances",
    "stack",
    "to_display",
    "voi_parameters",
    "window_level",
    "write_dataset",
    "write_pixels",
]
