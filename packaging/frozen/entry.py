"""Where the frozen application begins: as a worker when a worker was asked for, else as the command."""

import multiprocessing
import sys

from viewer.processes import run_as_worker

if __name__ == "__main__":
    multiprocessing.freeze_support()
    if not run_as_worker(sys.argv):
        from viewer.__main__ import main

        sys.exit(main())
