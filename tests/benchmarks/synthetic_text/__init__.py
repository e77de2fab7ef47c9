"""Pictures with known text, for measuring how much of it is found, and by whom.

Backgrounds are the real images that come with pydicom; people, places and readings are invented.
"""
