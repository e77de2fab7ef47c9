"""The face view: a head in three dimensions and three slices, its risk, and how its face goes.

In come a HeadProcess (it draws, in a process of its own) and a Verdict; out go wishes: a FaceEdit
with the name of its step, an acceptance, a computation. It must not know sessions or findings'
detectors, and it never decides.
"""

from viewer.gui.face_view.view import FaceView

__all__ = ["FaceView"]
