"""Draws the template once and exits 0; a machine without working OpenGL fails here, harmlessly."""

from __future__ import annotations

import sys

from viewer.surface.template import template
from viewer.surface.views import Studio


def main() -> int:
    """0 when a picture with something in it came back."""
    with Studio(template().mesh, 64) as studio:
        return 0 if studio.view(0, 0).max() > 40 else 1


if __name__ == "__main__":
    sys.exit(main())
