"""The texts around the image for a position; never the patient's own data."""

from __future__ import annotations

from viewer.gui.slice_view import orientation
from viewer.gui.slice_view.paint_corners import Captions
from viewer.gui.slice_view.picture import COLOUR_WINDOW
from viewer.gui.slice_view.positions import Position
from viewer.gui.slice_view.scene import Scene
from viewer.model import Instance, Series


def captions_for(
    series: Series, instance: Instance, place: tuple[Position, int, int], scene: Scene
) -> Captions:
    """Counter, matrix, zoom, window, letters and scale for (position, index, count)."""
    return Captions(
        top_left=_counter(instance, place),
        top_right=_matrix(instance, scene),
        bottom_left=_window(scene),
        letters=orientation.letters(instance.orientation),
        mm_per_pixel=instance.spacing[1] if instance.spacing else 0.0,
    )


def _counter(instance: Instance, place: tuple[Position, int, int]) -> str:
    position, index, count = place
    if instance.frames > 1:
        text = f"Frame {position.frame + 1} of {instance.frames}"
        return text if count == instance.frames else f"{text}\nImage {index + 1} of {count}"
    return f"Image {index + 1} of {count}" if count > 1 else "Single image"


def _matrix(instance: Instance, scene: Scene) -> str:
    return f"{instance.columns} × {instance.rows}\n{scene.viewport.zoom:.0%}"


def _window(scene: Scene) -> str:
    window = scene.window_in_use
    if window is None:
        return ""
    inverted = "  inverted" if scene.inverted else ""
    if scene.picture and scene.picture.is_colour and window == COLOUR_WINDOW:
        return "Colour" + inverted
    return f"W {window.width:.0f}  L {window.center:.0f}{inverted}"
