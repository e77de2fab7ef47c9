"""Detectors that look at surfaces; one file each, with a module constant DETECTOR.

In: a CT, MR or PET series that is a volume. Out: its face risk, and a finding when there is a face.
Must not know: how a face is removed.
"""
