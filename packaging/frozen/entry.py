"""Where the frozen application begins: as a worker when a worker was asked for, else as the command.

A file that a desktop hands over without a word is opened.
"""

import multiprocessing
import sys
from pathlib import Path

from viewer.processes import run_as_worker

if __name__ == "__main__":
    multiprocessing.freeze_support()
    if not run_as_worker(sys.argv):
        from viewer.__main__ import main

        if sys.argv[1:] and Path(sys.argv[1]).is_absolute():
            sys.argv.insert(1, "open")
        sys.exit(main())
