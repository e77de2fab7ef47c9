"""Models of the lists and trees; what they show is arranged by plain functions."""
