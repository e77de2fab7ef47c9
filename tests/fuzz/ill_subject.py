"""Stands for a process under test that dies in its second batch and hangs in its third."""

from __future__ import annotations

import json
import os
import signal
import sys
import time


def main() -> None:
    """Answer as told by the number of the batch."""
    for start in range(int(sys.argv[2]), int(sys.argv[3])):
        print(json.dumps({"begins": start}), flush=True)
        if start == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if start == 2:
            time.sleep(60)
        print(json.dumps({"wrong": [], "tally": {}}), flush=True)


if __name__ == "__main__":
    main()
