"""The window: everything that needs Qt, and nothing else.

In come paths; out go exports a person decided on. ``app`` wires the parts, ``review_controller`` is
the only object that changes a ReviewSession, ``jobs`` and ``processes`` keep the window alive.
Must not know: how anything is read, detected, cleaned or signed; it calls the stages' functions.
"""
