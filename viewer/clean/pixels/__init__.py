"""Methods that clean pixels; one file each, with a module constant METHOD.

In: a copy of an instance and the boxes of its plan. Out: frames whose boxed pixels are one solid
value and all others bit-identical, and what was done. Must not know: how a box was found.
"""
