"""The synthetic study that shows all of it.

In comes an empty folder; out comes that folder with one patient who does not exist: a head CT with
a recognisable face, an ultrasound cine with burned-in text, a scanned form, a report and a letter,
and identifying values in every kind of place. ``planted_values`` lists those values. The recipe is
resources/demo.toml. This room must not know how anything is found, cleaned or shown.
"""

from viewer.demo.build import make_demo
from viewer.demo.planted import PlantedValue, planted_values

__all__ = ["PlantedValue", "make_demo", "planted_values"]
