"""Methods that clean the surface of a head; one file each, with a module constant METHOD.

In: the series' defacing, computed once for all its instances. Out: frames whose masked voxels are
replaced and all others bit-identical. Must not know: how the surface was found.
"""
