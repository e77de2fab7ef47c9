"""Scanveil turns a folder of scans into a folder that may be shared, and can prove what it did.

load -> detect -> review -> clean -> export -> verify

Data goes one way. Each word is one package with one public function that takes values and a
``progress`` callable and returns values. Below them lie the rooms they share:

- ``model``        frozen nouns, standard library only
- ``dicom``        pydicom made convenient: read, decode, geometry, encode, write
- ``profile``      which rule applies to which attribute, and which source says so
- ``identifiers``  the values that identify this patient, and where they stand in a text
- ``ocr``          text in pixels: engine, views, boxes, readings
- ``surface``      heads: volume, skin, template, risk, shell; synthetic heads
- ``access``       users and roles of a shared workstation
- ``provenance``   digests, keys, signatures, vault, audit log
- ``dicom_signature``  the signature in every file: ours made, anybody's checked
- ``demo``         the synthetic study that shows all of it
- ``cli``, ``gui`` two thin shells over the same stages
"""

__version__ = "0.1.0"
