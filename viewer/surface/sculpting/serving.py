"""What runs in a head's process: it reads the volume once and then answers until nobody asks."""

from __future__ import annotations

import gc
from multiprocessing.connection import Connection

from viewer.dicom import FrameReader
from viewer.dicom.volume import read_volume
from viewer.errors import CancelledError, ScanveilError
from viewer.model import FaceEdit, Progress, Series
from viewer.processes import give_way
from viewer.surface.assess import assess
from viewer.surface.preview import prepare_preview
from viewer.surface.sculpting.messages import Opened
from viewer.surface.sculpting.painter import Painter
from viewer.surface.sculpting.sculpture import Sculpture
from viewer.surface.series import voxels_of
from viewer.surface.votes import can_draw

_IDLE_S = 1.2
_NICE = 5  # after the window, before what nobody waits for


def serve(pipe: Connection, series: Series, edit: FaceEdit) -> None:
    """Tell progress, then Opened, then one Answer for each Request, until the pipe ends."""
    give_way(_NICE)

    def progress(done: int, total: int, text: str) -> None:
        try:
            pipe.send(("progress", (done, total, text)))
        except OSError:
            raise CancelledError("Cancelled.") from None

    try:
        opened, sculpture = _open(series, edit, progress)
        pipe.send(("opened", opened))
        if sculpture is not None:
            gc.collect()
            _answer(pipe, sculpture)
    except (EOFError, OSError, CancelledError):
        return
    except ScanveilError as error:
        pipe.send(("failed", (error.message, error.advice)))
    except Exception as error:  # noqa: BLE001 - crosses a process border as a type alone
        pipe.send(("broken", type(error).__name__))


def _open(series: Series, edit: FaceEdit, progress: Progress) -> tuple[Opened, Sculpture | None]:
    with FrameReader() as reader:
        volume = read_volume(series, reader, progress)
    voxels = voxels_of(volume, series.modality)
    found = assess(voxels, progress, series_uid=series.series_uid)
    if found.skin is None:
        return Opened(found.risk), None
    preview = prepare_preview(voxels, found, edit, progress) if found.fit else None
    painter = Painter() if can_draw() else None
    sculpture = Sculpture(found, preview, painter, is_ct=voxels.is_ct)
    return sculpture.opened(), sculpture


def _answer(pipe: Connection, sculpture: Sculpture) -> None:
    wants_check = False
    while True:
        if wants_check and not pipe.poll(_IDLE_S):
            check = sculpture.check(pipe.poll)
            if check is not None:
                pipe.send(("checked", check))
            wants_check = check is None and pipe.poll()
            continue
        request = pipe.recv()
        wants_check = wants_check or request.check
        pipe.send(("answer", sculpture.answer(request)))
        if request.look is not None and not pipe.poll():
            sculpture.prepare(request.look)
