"""Paths come in; patients, studies, series and what could not be read go out.

Folders, single files, DICOMDIR media and zip archives are all searched the same way, by their bytes
and never by their names. Only headers are read. It must not know what identifies a patient beyond
the attributes that group files, and never puts a value of a file into a reason or warning.
"""

from viewer.load.glimpse import first_image
from viewer.load.loading import load

__all__ = ["first_image", "load"]
