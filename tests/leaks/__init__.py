"""A patient nobody has heard of goes through a day of work; then everything left is searched."""
