"""The face view: the skin of a head, coloured by how much of it gives the person away.

In come meshes (LPS mm, with heat) and a FaceRisk; out goes the wish to have one computed. Pictures
are rendered into an off-screen VTK window and painted as images, which works on every display
system and in a grab. It must not know how meshes or risks are computed.
"""

from viewer.gui.face_view.view import FaceView

__all__ = ["FaceView"]
