"""Two face detectors look at a surface from forty sides; what counts is in how many they fire."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import cv2

from viewer.model import Progress, silent
from viewer.processes import command_for
from viewer.surface.fit import Fit
from viewer.surface.mesh import SkinMesh, reduced
from viewer.surface.views import Grey, Studio, canonical_views

_VIEWS = 40
_DIVISIONS = 220  # about a millimetre and a half: finer triangles only cost time
_NO_DRAWING = "This machine cannot draw surfaces, so no face detector looked; geometry only."
_ROOT = Path(__file__).parents[2]
_ONE_PROBE = Lock()


@dataclass(frozen=True)
class Votes:
    """Shares of the forty views in which dlib's HOG and OpenCV's Haar detector saw a face."""

    hog: float
    haar: float


def can_draw() -> bool:
    """Whether surfaces can be drawn here; tried in a process of its own, as drivers may crash."""
    with _ONE_PROBE:
        return _draws()


def find_out_meanwhile() -> None:
    """Start to find out whether surfaces can be drawn, while something else is computed."""
    Thread(target=can_draw, daemon=True).start()


@lru_cache(maxsize=1)
def _draws() -> bool:
    probe = command_for("viewer.surface.render_probe")
    try:
        done = subprocess.run(probe, capture_output=True, timeout=180, check=False, cwd=_ROOT)
        return done.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def why_none() -> str:
    """The reason why there are no votes, empty when nobody asked for them."""
    return "" if can_draw() else _NO_DRAWING


def count_votes(mesh: SkinMesh, fit: Fit, progress: Progress = silent) -> Votes | None:
    """Votes on a fitted skin; None when this machine cannot draw."""
    if not can_draw() or not len(mesh.triangles):
        return None
    hog = haar = 0
    front = reduced(_front(mesh.moved(fit.inverse)), _DIVISIONS)
    with Studio(front) as studio:
        for number, picture in enumerate(canonical_views(studio)):
            progress(number, _VIEWS, "looking for a face")
            hog += _hog(picture)
            haar += _haar(picture)
    return Votes(hog / _VIEWS, haar / _VIEWS)


def _front(mesh: SkinMesh) -> SkinMesh:
    """Without the back of the head, which no view shows."""
    keep = (mesh.points[mesh.triangles[:, 0]][:, 1] < 25) | (
        mesh.points[mesh.triangles[:, 0]][:, 2] < -90
    )
    return SkinMesh(mesh.points, mesh.triangles[keep], mesh.normals)


def _hog(picture: Grey) -> bool:
    return len(_hog_detector()(picture, 0)) > 0


def _haar(picture: Grey) -> bool:
    return len(_haar_detector().detectMultiScale(picture, 1.1, 3, minSize=(60, 60))) > 0


@lru_cache(maxsize=1)
def _hog_detector() -> Any:
    import dlib

    return dlib.get_frontal_face_detector()


@lru_cache(maxsize=1)
def _haar_detector() -> Any:
    folder = Path(cv2.__file__).parent / "data"
    return cv2.CascadeClassifier(str(folder / "haarcascade_frontalface_alt.xml"))
