"""The words about a position: beside the image, where they cannot hide what is burned in."""

from __future__ import annotations

from viewer.gui.slice_view import orientation
from viewer.gui.slice_view.paint_edges import Edges
from viewer.gui.slice_view.picture import COLOUR_WINDOW
from viewer.gui.slice_view.positions import Position
from viewer.gui.slice_view.scene import Scene
from viewer.model import Instance


def edges_for(instance: Instance) -> Edges:
    """Orientation letters and scale."""
    spacing = instance.spacing[1] if instance.spacing else 0.0
    return Edges(orientation.letters(instance.orientation), spacing)


def counter_text(instance: Instance, position: Position, index: int, count: int) -> str:
    """Which image or frame of how many, counted from 1."""
    if instance.frames > 1 and count == instance.frames:
        return f"Frame {position.frame + 1} of {count}"
    if instance.frames > 1:
        return f"Image {index + 1} of {count}, frame {position.frame + 1} of {instance.frames}"
    return f"Image {index + 1} of {count}"


def window_text(scene: Scene) -> str:
    """Window width and level, or that the image has its own colours."""
    window = scene.window_in_use
    if window is None:
        return ""
    inverted = ", inverted" if scene.inverted else ""
    if scene.picture and scene.picture.is_colour and window == COLOUR_WINDOW:
        return "Colour" + inverted
    return f"W {window.width:.0f}  L {window.center:.0f}{inverted}"


def matrix_text(instance: Instance, scene: Scene) -> str:
    """Size of the matrix and zoom."""
    view = scene.viewport
    turned = f"  turned {90 * view.turns}°" if view.turns else ""
    mirrored = "  mirrored" if view.mirrored else ""
    return f"{instance.columns} × {instance.rows}  {view.zoom:.0%}{turned}{mirrored}"
