"""A reviewer who has a keyboard and nothing else clears studies; ``python -m tests.desk``."""
