"""Measures and prints: ``python -m tests.benchmarks [SECTION...] [--shared DIR]``.

Sections: headers, first_image, scroll, text, surface, cleaning, header_view, face_view; all when
none is named. Sections that take minutes and must be named: provenance, memory, validity,
burned_in_synthetic, authenticity (or its parts authenticity_areas, authenticity_planes),
redaction, stalls, decide, scale. The head CT and the scripts of the peers are looked for in DIR (by
default ../shared beside the project); without them the synthetic demo is measured and the peers are
left out, and the output says so.
``--keep DIR --minutes N`` measures a long section in several runs.
Peers are installed on demand by uv into its cache, each in an environment of its own.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from tests.benchmarks.places import Places

_SECTIONS = (
    "headers",
    "first_image",
    "scroll",
    "text",
    "surface",
    "cleaning",
    "header_view",
    "face_view",
)
_LONG = (
    "provenance",
    "memory",
    "validity",
    "burned_in_synthetic",
    "authenticity",
    "authenticity_areas",
    "authenticity_planes",
    "redaction",
    "stalls",
    "decide",
    "scale",
)


def main() -> int:
    """Run the named sections and print one line per number."""
    asked = _parser().parse_args()
    print(f"{os.cpu_count()} CPUs, Python {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory(prefix="scanveil-bench-") as scratch:
        places = Places(Path(scratch), asked.shared, asked.keep, asked.minutes)
        os.environ["SCANVEIL_HOME"] = str(places.scratch / "home")
        os.environ.setdefault("SCANVEIL_PASSPHRASE", "of the benchmark")
        for name in asked.sections or _SECTIONS:
            print(f"\n{name} (load {os.getloadavg()[0]:.2f} over the last minute)")
            for line in import_module(f"tests.benchmarks.{name}").measure(places):
                print(f"  {line}", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    beside = Path(__file__).parents[3] / "shared"
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", type=_section)
    parser.add_argument("--shared", type=Path, default=beside, metavar="DIR")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="go on there another time")
    parser.add_argument("--minutes", type=float, default=float("inf"), metavar="N")
    return parser


def _section(name: str) -> str:
    if name not in _SECTIONS + _LONG:
        raise argparse.ArgumentTypeError(f"not one of {', '.join(_SECTIONS + _LONG)}")
    return name


if __name__ == "__main__":
    raise SystemExit(main())
