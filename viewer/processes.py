"""How processes of ours set out."""

from __future__ import annotations

import gc

_OBJECTS = 50_000


def spare_imports() -> None:
    """Keep the garbage collector from looking at what was imported over and over again.

    Data dictionaries and code stay as long as the process; without this a fifth of the time that
    headers take goes into looking whether they could be thrown away.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)
