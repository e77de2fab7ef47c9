"""The header view: every attribute before and after cleaning, with what happens to it and why.

In come two data sets of one instance, its findings and what decided; out go requests to keep or
remove an attribute. Rows, rules and filters are plain Python; only item_model and widgets know Qt.
It must not know how cleaning works: it shows the difference between the two data sets.
"""

from viewer.gui.header_view.rules import Rules
from viewer.gui.header_view.view import HeaderView

__all__ = ["HeaderView", "Rules"]
