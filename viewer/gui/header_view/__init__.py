"""The header view: every attribute before and after cleaning, with what happens to it and why.

In come two data sets of one instance and its findings; out go requests to keep or remove an
attribute. Rows, values and filters are plain Python; only item_model and the widgets know Qt.
It must not know how cleaning works: it shows the difference between the two data sets.
"""

from viewer.gui.header_view.view import HeaderView

__all__ = ["HeaderView"]
