"""The words about a position: beside the image, where they cannot hide what is burned in."""

from __future__ import annotations

from viewer.gui.language import tr
from viewer.gui.slice_view import orientation
from viewer.gui.slice_view.frame_bar import FrameBar
from viewer.gui.slice_view.paint_edges import Edges
from viewer.gui.slice_view.picture import COLOUR_WINDOW, Picture
from viewer.gui.slice_view.positions import Position
from viewer.gui.slice_view.scene import Scene
from viewer.model import Instance

NO_SERIES = tr("Choose a series on the left to see its images.")
NO_IMAGES = tr("This series has no images. Its attributes are in the header view.")


def tell(instance: Instance, counter: str, scene: Scene, bar: FrameBar) -> None:
    """Put the words where they belong: letters and scale on the image, the rest on the bar."""
    scene.edges = edges_for(instance, scene.picture)
    bar.set_counter(counter + (depth_text(scene.picture) if scene.is_current else ""))
    bar.set_words(window_text(scene), matrix_text(instance, scene))


def edges_for(instance: Instance, picture: Picture | None) -> Edges:
    """Orientation letters and scale."""
    spacing = instance.spacing[1] if instance.spacing else 0.0
    right, below = picture.facing if picture else ("", "")
    letters = (orientation.opposite(right), right, orientation.opposite(below), below)
    return Edges(letters if right else orientation.letters(instance.orientation), spacing)


def counter_text(instance: Instance, position: Position, index: int, count: int) -> str:
    """Which image or frame of how many, counted from 1."""
    if instance.frames > 1 and count == instance.frames:
        return tr("Frame {0} of {1}").format(position.frame + 1, count)
    if instance.frames > 1:
        return tr("Image {0} of {1}, frame {2} of {3}").format(
            index + 1, count, position.frame + 1, instance.frames
        )
    return tr("Image {0} of {1}").format(index + 1, count)


def depth_text(picture: Picture | None) -> str:
    """Where the image lies along its normal."""
    depth = picture.depth_mm if picture else None
    return "" if depth is None else f"  {round(depth, 1) + 0:.1f} mm"


def window_text(scene: Scene) -> str:
    """Window width and level, or that the image has its own colours."""
    window = scene.window_in_use
    if window is None:
        return ""
    inverted = tr(", inverted") if scene.inverted else ""
    if scene.picture and scene.picture.is_colour and window == COLOUR_WINDOW:
        unused = tr(", profile not used") if scene.picture.has_unused_profile else ""
        return tr("Colour{0}{1}").format(unused, inverted)
    return f"W {window.width:.0f}  L {window.center:.0f}{inverted}"


def matrix_text(instance: Instance, scene: Scene) -> str:
    """Size of the matrix, and how it is shown once it is."""
    size, picture, view = f"{instance.columns} × {instance.rows}", scene.picture, scene.viewport
    if picture is None:
        return size
    turned = tr("  turned {0}°").format(90 * view.turns) if view.turns else ""
    mirrored = tr("  mirrored") if view.mirrored else ""
    is_hidden = picture.overlay is not None and not scene.shows_overlay
    hidden = tr("  overlay hidden") if is_hidden else ""
    return f"{size}  {view.zoom:.0%}{turned}{mirrored}{hidden}"
