"""Damages files at random and looks at what the program does: ``python -m tests.fuzz``."""
