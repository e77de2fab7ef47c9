"""The profile editor: profiles of this site, made from shipped ones or from other tools' rules.

In come the profiles there are; out goes the name of one that was saved and is to be used. What is
edited is an immutable ``EditedProfile`` in an ``EditHistory``; only the widgets know Qt.
It must not know what is open: whoever opens the editor applies the profile.
"""

from viewer.gui.profile_editor.editor import ProfileEditor

__all__ = ["ProfileEditor"]
