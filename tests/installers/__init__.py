"""What the recipes of packaging/ promise, where they cannot all be run."""
