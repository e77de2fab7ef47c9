"""The command line: a thin shell over load, detect, review, clean, export and verify.

In comes a list of words, out goes an exit status (see ``scanveil --help``). It must not know Qt:
the window is started by ``viewer.__main__``.
"""

from viewer.cli.run import main

__all__ = ["main"]
