"""Detectors that look at pixels; one file each, with a module constant DETECTOR.

In: a series and a reader of its frames. Out: findings with a box and the frames it was seen in.
Must not know: how pixels are cleaned.
"""
