"""Questions and reports that stand before the window."""
