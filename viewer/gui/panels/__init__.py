"""The parts of the main window: worklist, findings, detail, pictures, status, empty state."""
