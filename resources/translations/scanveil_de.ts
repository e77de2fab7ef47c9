<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>window</name>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>  (and {0} more)</source>
   <translation>  (und {0} weitere)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>  mirrored</source>
   <translation>  gespiegelt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>  overlay hidden</source>
   <translation>  Overlay ausgeblendet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>  turned {0}°</source>
   <translation>  um {0}° gedreht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source> ({0:.0%} sure)</source>
   <translation> ({0:.0%} sicher)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source> And {0} more.</source>
   <translation> Und {0} weitere.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source> {0:.0f} ml of the head are replaced.</source>
   <translation> {0:.0f} ml des Kopfes werden ersetzt.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/values.py" />
   <source>(value cannot be read)</source>
   <translation>(Wert nicht lesbar)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>* It is not saved yet.</source>
   <translation>* Noch nicht gespeichert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>, after: {0}</source>
   <translation>, nachher: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>, inverted</source>
   <translation>, invertiert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>, profile not used</source>
   <translation>, Profil nicht benutzt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>, with a reason</source>
   <translation>, mit Begründung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>0 to 4</source>
   <translation>0 bis 4</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>1 attribute</source>
   <translation>1 Attribut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/values.py" />
   <source>1 item</source>
   <translation>1 Element</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>1 series</source>
   <translation>1 Serie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>?  Worth a look: {0} in {1}: {2}</source>
   <translation>?  Einen Blick wert: {0} in {1}: {2}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>A detector failed, or a second reviewer objects.</source>
   <translation>Ein Detektor ist gescheitert, oder ein zweiter Gutachter widerspricht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>A folder, and a key or a passphrase.</source>
   <translation>Ein Ordner und ein Schlüssel oder eine Passphrase.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>A look-up leads back to a person. The reason goes into the audit log, before anything is shown: write why, without names and numbers.</source>
   <translation>Nachschlagen führt zu einer Person zurück. Die Begründung kommt ins Protokoll, bevor etwas gezeigt wird: Schreiben Sie warum, ohne Namen und Nummern.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>A new or empty folder outside of the input</source>
   <translation>Ein neuer oder leerer Ordner außerhalb der Eingabe</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>A person {0} it{1}</source>
   <translation>Eine Person: {0}{1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>A replacement</source>
   <translation>Ein Ersatz</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>A shipped profile does not change. Duplicate it to make one of your own.</source>
   <translation>Ein mitgeliefertes Profil ändert sich nicht. Duplizieren Sie es für ein eigenes.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>A smaller head behind the features, 24 mm deep</source>
   <translation>Ein kleinerer Kopf hinter den Zügen, 24 mm tief</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/desk.py" />
   <source>A thorough look at the pixels found {0}.</source>
   <translation>Eine gründliche Suche in den Pixeln ergab: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>About Scanveil</source>
   <translation>Über Scanveil</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>About the chosen finding</source>
   <translation>Über den gewählten Fund</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>About the chosen sign</source>
   <translation>Über das gewählte Zeichen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept all</source>
   <translation>Alle</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept all proposals</source>
   <translation>Alle Vorschläge annehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept group</source>
   <translation>Ganze Gruppe</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Accept sign</source>
   <translation>Zählt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept this value everywhere</source>
   <translation>Diesen Wert überall annehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept what is proposed for every undecided finding of this group</source>
   <translation>Den Vorschlag für jeden offenen Fund dieser Gruppe annehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept what is proposed for every undecided finding that holds this value</source>
   <translation>Den Vorschlag für jeden offenen Fund mit diesem Wert annehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Accept what is proposed for everything that is undecided</source>
   <translation>Den Vorschlag für alles Offene annehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/item_model.py" />
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Action for the chosen attribute</source>
   <translation>Aktion für das gewählte Attribut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/users_dialog.py" />
   <source>Add or change</source>
   <translation>Anlegen oder ändern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Add rule</source>
   <translation>Regel hinzufügen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Agree</source>
   <translation>Zustimmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Agree with all</source>
   <translation>Allem zustimmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Agree with every decision of other reviewers that waits for you</source>
   <translation>Jeder Entscheidung anderer zustimmen, die auf Sie wartet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Agree with what another reviewer decided</source>
   <translation>Dem zustimmen, was ein anderer Gutachter entschieden hat</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Agreed, by {0}</source>
   <translation>Zugestimmt, von {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/arranging.py" />
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>All attributes</source>
   <translation>Alle Attribute</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>All kinds</source>
   <translation>Alle Arten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>All states</source>
   <translation>Alle Status</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>All steps by name, to go back to one of them</source>
   <translation>Alle Schritte mit Namen, um zu einem zurückzugehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>All studies</source>
   <translation>Alle Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Allow changes to the brain, with a reason</source>
   <translation>Änderungen am Gehirn erlauben, mit Begründung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Alt+arrows</source>
   <translation>Alt+Pfeile</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Another action</source>
   <translation>Andere Aktion</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/review_controller.py" />
   <source>Another window reviews this study. This one can only look.</source>
   <translation>Ein anderes Fenster bearbeitet diese Studie. Dieses kann nur ansehen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Apache License 2.0. Nothing leaves this computer: the program opens no connection.</source>
   <translation>Apache License 2.0. Nichts verlässt diesen Computer: Das Programm öffnet keine Verbindung.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/range_dialog.py" />
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Apply box to a range of images…</source>
   <translation>Kasten auf einen Bereich von Bildern anwenden…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Apply box to all frames</source>
   <translation>Kasten auf alle Frames anwenden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Apply box to the whole series</source>
   <translation>Kasten auf die ganze Serie anwenden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/range_dialog.py" />
   <source>Apply to a range of images</source>
   <translation>Auf einen Bereich von Bildern anwenden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Area</source>
   <translation>Bereich</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Area marked by hand</source>
   <translation>Von Hand markierter Bereich</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/panes.py" />
   <source>As it is</source>
   <translation>Wie es ist</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/history.py" />
   <source>As opened</source>
   <translation>Wie geöffnet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>As stored</source>
   <translation>Original</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>As the standard says</source>
   <translation>Wie der Standard es sagt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Ask to keep this attribute as it is</source>
   <translation>Bitten, dieses Attribut so zu lassen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Ask to remove this attribute</source>
   <translation>Bitten, dieses Attribut zu entfernen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>At least {0} characters.</source>
   <translation>Mindestens {0} Zeichen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>At least {0} characters; four or five words are good.</source>
   <translation>Mindestens {0} Zeichen; vier oder fünf Wörter sind gut.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/item_model.py" />
   <source>Attribute</source>
   <translation>Attribut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Attribute to add a rule for</source>
   <translation>Attribut für eine neue Regel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Attributes</source>
   <translation>Attribute</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Audit log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Audit log…</source>
   <translation>Protokoll…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Axial, coronal and sagittal planes beside the slice (M)</source>
   <translation>Axiale, koronale und sagittale Ebenen neben der Schicht (M)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Back to what was proposed; this can be undone</source>
   <translation>Zurück zum Vorschlag; das lässt sich rückgängig machen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Basis</source>
   <translation>Grundlage</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Becomes</source>
   <translation>Wird zu</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Before and after at once (Y), with what goes (Shift+Y)</source>
   <translation>Vorher und nachher zugleich (Y), mit dem, was verschwindet (Umschalt+Y)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Blank</source>
   <translation>Schwärzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/range_dialog.py" />
   <source>Blank this area in which images?</source>
   <translation>Diesen Bereich in welchen Bildern schwärzen?</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Bone</source>
   <translation>Knochen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Boxes</source>
   <translation>Kästen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Brain</source>
   <translation>Gehirn</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Brain locked: unlock…</source>
   <translation>Gehirn freigeben…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Brain unlocked: lock it</source>
   <translation>Gehirn sperren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>Building the demo study</source>
   <translation>Demo-Studie wird gebaut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Burned-in text</source>
   <translation>Eingebrannter Text</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>By kind</source>
   <translation>Nach Art</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>Cancelled.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>Cancelled. Nothing was published.</source>
   <translation>Abgebrochen. Nichts wurde veröffentlicht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>Cancelled. Scan again from the Review menu before exporting.</source>
   <translation>Abgebrochen. Vor dem Export über das Menü „Prüfen“ erneut scannen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Cancelled: this series was not looked at. Press Look to begin again.</source>
   <translation>Abgebrochen: Diese Serie wurde nicht untersucht. „Suchen“ beginnt von vorn.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>Change</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Change the depth</source>
   <translation>Tiefe ändern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Change the passphrase of the keys</source>
   <translation>Passphrase der Schlüssel ändern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Change the passphrase…</source>
   <translation>Passphrase ändern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>Change what happens</source>
   <translation>Ändern, was geschieht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>Changed in any way</source>
   <translation>Irgendwie verändert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Change…</source>
   <translation>Ändern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Check</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Check a folder somebody exported: signer, files, what was done</source>
   <translation>Einen exportierten Ordner prüfen: Unterzeichner, Dateien, was getan wurde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Check an area: draw it, or move it by arrow keys and Enter</source>
   <translation>Einen Bereich prüfen: zeichnen oder mit Pfeiltasten und Enter bewegen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Check area</source>
   <translation>Bereich prüfen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>Check it.</source>
   <translation>Prüfen Sie ihn.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Checking…</source>
   <translation>Wird geprüft…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Checks</source>
   <translation>Prüfungen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Choose a passphrase for the keys</source>
   <translation>Passphrase für die Schlüssel wählen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>Choose a series on the left to see its images.</source>
   <translation>Wählen Sie links eine Serie, um ihre Bilder zu sehen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Choose a series on the left.</source>
   <translation>Wählen Sie links eine Serie.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/history.py" />
   <source>Choose a step to go back to it, or forward again. A new decision ends what was undone.</source>
   <translation>Wählen Sie einen Schritt, um dorthin zurück- oder wieder vorzugehen. Eine neue Entscheidung verwirft das Zurückgenommene.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Choose an empty folder</source>
   <translation>Leeren Ordner wählen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Choose folder…</source>
   <translation>Ordner wählen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Choose one above to see all of it.</source>
   <translation>Oben einen wählen, um alles davon zu sehen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Choose one that Scanveil wrote.</source>
   <translation>Wählen Sie einen, den Scanveil geschrieben hat.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/recent_dialog.py" />
   <source>Choose one to open it again. Where they lie is kept encrypted on this workstation, and shown nowhere.</source>
   <translation>Wählen Sie eine aus, um sie wieder zu öffnen. Wo sie liegen, ist auf dieser Arbeitsstation verschlüsselt abgelegt und wird nirgends angezeigt.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>Choose the file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Choose the folder of an export</source>
   <translation>Ordner eines Exports wählen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Choose the folder…</source>
   <translation>Ordner wählen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Choose the vault…</source>
   <translation>Tresor wählen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Chosen attribute</source>
   <translation>Gewähltes Attribut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Clean</source>
   <translation>Bereinigen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Cleaning, reading back, signing and checking.</source>
   <translation>Bereinigen, Zurücklesen, Signieren und Prüfen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Colours of risk (H)</source>
   <translation>Farben des Risikos (H)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>Colour{0}{1}</source>
   <translation>Farbe{0}{1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Compare all open series with each other</source>
   <translation>Alle offenen Serien miteinander vergleichen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Comparing all series</source>
   <translation>Alle Serien werden verglichen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/empty_page.py" />
   <source>Compute</source>
   <translation>Berechnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>Computing the surface of the head</source>
   <translation>Oberfläche des Kopfes wird berechnet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Consent of the patient</source>
   <translation>Einwilligung des Patienten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Consistency</source>
   <translation>Konsistenz</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Contains</source>
   <translation>Enthält</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Copied to {0}: {1}.</source>
   <translation>Kopiert nach {0}: {1}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Copies a value that may identify the patient</source>
   <translation>Kopiert einen Wert, der die Person erkennen lassen kann</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Copies patients, with all that leads back to them, into a new vault for another project. This vault keeps them until they are deleted here. The keys of this workstation open both.</source>
   <translation>Kopiert Patienten mit allem, was zu ihnen zurückführt, in einen neuen Tresor für ein anderes Projekt. Dieser Tresor behält sie, bis sie hier gelöscht werden. Die Schlüssel dieser Arbeitsstation öffnen beide.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Copy box to series of the same geometry</source>
   <translation>Kasten auf Serien gleicher Geometrie kopieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Copy patients to a new vault</source>
   <translation>Patienten in einen neuen Tresor kopieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Copy patients to a new vault…</source>
   <translation>Patienten in einen neuen Tresor kopieren…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Copy tag and name</source>
   <translation>Tag und Name kopieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Copy value</source>
   <translation>Wert kopieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Copy value (may identify)</source>
   <translation>Wert kopieren (kann identifizieren)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Coronal</source>
   <translation>Koronal</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Counted in</source>
   <translation>Gezählt in</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Ctrl+drag</source>
   <translation>Strg+Ziehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Ctrl+wheel, pinch</source>
   <translation>Strg+Mausrad, Spreizen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Dark or light</source>
   <translation>Dunkel oder hell</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Data-use agreement</source>
   <translation>Datennutzungsvereinbarung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/main_window.py" />
   <source>De-identification profile</source>
   <translation>De-Identifizierungs-Profil</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/empty_panel.py" />
   <source>Decide about each finding: accept what is proposed, change it, or keep it with a reason.</source>
   <translation>Über jeden Fund entscheiden: den Vorschlag annehmen, ändern oder mit Begründung behalten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/item_model.py" />
   <source>Decided by</source>
   <translation>Entschieden durch</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Decided by somebody who was not logged in: decide again as a user</source>
   <translation>Entschieden von jemandem, der nicht angemeldet war: als Benutzer neu entscheiden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Decided by {0}.</source>
   <translation>Entschieden durch {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>Decisions (*.json)</source>
   <translation>Entscheidungen (*.json)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/app.py" />
   <source>Decisions are not saved</source>
   <translation>Entscheidungen werden nicht gespeichert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Defaced</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Delete box</source>
   <translation>Kasten löschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Delete patient…</source>
   <translation>Patient löschen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Delete {0} for good</source>
   <translation>{0} endgültig löschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Deletes who is behind this pseudonym, in this vault, for good. What was exported stays as it is and can never be led back. Backups of the vault are not reached. Press again to delete.</source>
   <translation>Löscht endgültig in diesem Tresor, wer hinter diesem Pseudonym steht. Was exportiert wurde, bleibt wie es ist und führt nie mehr zurück. Sicherungen des Tresors sind nicht betroffen. Zum Löschen noch einmal drücken.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Depth of the new surface in mm</source>
   <translation>Tiefe der neuen Oberfläche in mm</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Depth: {0}</source>
   <translation>Tiefe: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/form.py" />
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Detail</source>
   <translation>Einzelheit</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Deutsch: use German from the next start</source>
   <translation>English: Englisch ab dem nächsten Start</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Dismiss sign…</source>
   <translation>Verwerfen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Do something else than proposed</source>
   <translation>Etwas anderes tun als vorgeschlagen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Do what is proposed, and go to the next undecided finding</source>
   <translation>Den Vorschlag annehmen und zum nächsten offenen Fund gehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Document</source>
   <translation>Dokument</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Does</source>
   <translation>Tut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Drag a landmark: the fit is solved again (G)</source>
   <translation>Eine Landmarke ziehen: Die Anpassung wird neu gelöst (G)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Draw a box</source>
   <translation>Kasten zeichnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Draw a box over what must go (B)</source>
   <translation>Einen Kasten über das zeichnen, was verschwinden muss (B)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Draw a polygon</source>
   <translation>Polygon zeichnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Draw a polygon: click corner by corner, Enter closes it (G)</source>
   <translation>Polygon zeichnen: Ecke für Ecke klicken, Enter schließt es (G)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Draw an ellipse</source>
   <translation>Ellipse zeichnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Draw an ellipse (E)</source>
   <translation>Ellipse zeichnen (E)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/empty_panel.py" />
   <source>Drop a folder, zip or DICOMDIR here</source>
   <translation>Ordner, Zip oder DICOMDIR hier ablegen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/empty_panel.py" />
   <source>Drop scans: Scanveil looks at headers, pixels and faces.</source>
   <translation>Scans ablegen: Scanveil untersucht Header, Pixel und Gesichter.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Drop the folder of an export here, or choose it.</source>
   <translation>Legen Sie den Ordner eines Exports hier ab oder wählen Sie ihn.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Each</source>
   <translation>Einzeln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Each user has a password of their own: see Users.</source>
   <translation>Jeder Benutzer hat ein eigenes Passwort: siehe Benutzer.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Earlier decisions, the vault and the signing key open with it.</source>
   <translation>Frühere Entscheidungen, der Tresor und der Signaturschlüssel öffnen sich damit.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Edits found</source>
   <translation>Gefundene Bearbeitungen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>Empty</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Encrypt</source>
   <translation>Verschlüsseln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Encrypt an export</source>
   <translation>Export verschlüsseln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Encrypt an export…</source>
   <translation>Export verschlüsseln…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Encrypted</source>
   <translation>Verschlüsselt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Every frame by itself, at full size and in more views; this takes long</source>
   <translation>Jeden Frame für sich, in voller Größe und mehr Ansichten; das dauert lange</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/study_commands.py" />
   <source>Every study is ready or exported.</source>
   <translation>Jede Studie ist bereit oder exportiert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Everything can be done by keyboard.</source>
   <translation>Alles lässt sich mit der Tastatur tun.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Everything else was read. These files will not be in the export.</source>
   <translation>Alles andere wurde gelesen. Diese Dateien werden nicht im Export sein.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Everything is decided</source>
   <translation>Alles ist entschieden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/second_opinion.py" />
   <source>Everything is decided.</source>
   <translation>Alles ist entschieden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/second_opinion.py" />
   <source>Everything is decided. Now a second reviewer has to agree.</source>
   <translation>Alles ist entschieden. Nun muss ein zweiter Gutachter zustimmen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>Everything open: {0}</source>
   <translation>Alles Geöffnete: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Everything the vault of another project holds</source>
   <translation>Alles, was der Tresor eines anderen Projekts enthält</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Everything was looked at, nothing is decided.</source>
   <translation>Alles wurde untersucht, nichts ist entschieden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Everything was taken over.</source>
   <translation>Alles wurde übernommen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Expert</source>
   <translation>Experte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Expert determination</source>
   <translation>Feststellung eines Experten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Export a cleaned, signed copy</source>
   <translation>Eine bereinigte, signierte Kopie exportieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Export although…</source>
   <translation>Exportieren, obwohl…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Export with a reason</source>
   <translation>Mit Begründung exportieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/empty_panel.py" />
   <source>Export: a cleaned, signed copy is written and checked. Your files are never touched.</source>
   <translation>Exportieren: Eine bereinigte, signierte Kopie wird geschrieben und geprüft. Ihre Dateien bleiben unberührt.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Exported and verified</source>
   <translation>Exportiert und geprüft</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Exported folder</source>
   <translation>Exportierter Ordner</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Exported, but a check failed</source>
   <translation>Exportiert, aber eine Prüfung ist gescheitert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>Exporting</source>
   <translation>Export läuft</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Exporting…</source>
   <translation>Export läuft…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Exposure by region</source>
   <translation>Sichtbarkeit je Region</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/region_bars.py" />
   <source>Exposure by region: {0}</source>
   <translation>Sichtbarkeit je Region: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Face</source>
   <translation>Gesicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Face before: {0}{1}</source>
   <translation>Gesicht vorher: {0}{1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Face detectors have not looked at this surface yet.</source>
   <translation>Gesichtsdetektoren haben diese Oberfläche noch nicht untersucht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Face detectors see a face in {0:.0%} of 40 views of the new surface.</source>
   <translation>Gesichtsdetektoren sehen in {0:.0%} von 40 Ansichten der neuen Oberfläche ein Gesicht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Face detectors still see a face in {0:.0%} of 40 views. The export goes deeper until they see none, or stops.</source>
   <translation>Gesichtsdetektoren sehen in {0:.0%} von 40 Ansichten noch ein Gesicht. Der Export geht tiefer, bis sie keines sehen, oder hält an.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/stage.py" />
   <source>Face surface</source>
   <translation>Gesichtsoberfläche</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: 1 to 4, Home</source>
   <translation>Gesicht: 1 bis 4, Pos1</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: H, M, L</source>
   <translation>Gesicht: H, M, L</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: O, D, F</source>
   <translation>Gesicht: O, D, F</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: Shift+arrows, Shift+Page Up/Down</source>
   <translation>Gesicht: Umschalt+Pfeile, Umschalt+Bild auf/ab</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: Space</source>
   <translation>Gesicht: Leertaste</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: V, G, B, E</source>
   <translation>Gesicht: V, G, B, E</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: [ and ]</source>
   <translation>Gesicht: [ und ]</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: arrows, + and -</source>
   <translation>Gesicht: Pfeile, + und -</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>Face: comma, full stop</source>
   <translation>Gesicht: Komma, Punkt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Fact</source>
   <translation>Tatsache</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Facts</source>
   <translation>Tatsachen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Features and the soft tissue below them, 12 mm deep</source>
   <translation>Züge und das weiche Gewebe darunter, 12 mm tief</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>File wrapper</source>
   <translation>Dateihülle</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/schematic.py" />
   <source>Filled: blanked. Outlined: {0}.</source>
   <translation>Gefüllt: geschwärzt. Umrandet: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>Findings</source>
   <translation>Funde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Finds</source>
   <translation>Findet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Fingerprint (SHA-256)</source>
   <translation>Fingerabdruck (SHA-256)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Fingerprint in words</source>
   <translation>Fingerabdruck in Wörtern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>First look (Home)</source>
   <translation>Erster Blick (Pos1)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Fit the whole image (F)</source>
   <translation>Das ganze Bild einpassen (F)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Folder to export to</source>
   <translation>Ordner für den Export</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>For another project, which maps them alike</source>
   <translation>Für ein anderes Projekt, das sie gleich abbildet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>For one named protocol</source>
   <translation>Für ein benanntes Protokoll</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>For public release</source>
   <translation>Zur Veröffentlichung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>For restricted reuse</source>
   <translation>Zur eingeschränkten Weiternutzung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/recent_dialog.py" />
   <source>Forget all</source>
   <translation>Alle vergessen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Found by</source>
   <translation>Gefunden von</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/frame_bar.py" />
   <source>Frame</source>
   <translation>Frame</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>Frame {0} of {1}</source>
   <translation>Frame {0} von {1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/range_dialog.py" />
   <source>From image</source>
   <translation>Von Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>From the front (1)</source>
   <translation>Von vorn (1)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/looks.py" />
   <source>From the next start on: {0}</source>
   <translation>Ab dem nächsten Start: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>From the top (4)</source>
   <translation>Von oben (4)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Go to each and decide; then the export can be signed.</source>
   <translation>Gehen Sie zu jedem und entscheiden Sie; dann kann der Export signiert werden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Go to it</source>
   <translation>Dorthin</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Graphics</source>
   <translation>Grafik</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Handbook</source>
   <translation>Handbuch</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Header</source>
   <translation>Header</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Heat map: noise against the rest of the slice</source>
   <translation>Wärmekarte: Rauschen gegen den Rest der Schicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Hide values</source>
   <translation>Werte verbergen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/history.py" />
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>History…</source>
   <translation>Verlauf…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Home, End</source>
   <translation>Pos1, Ende</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>How far</source>
   <translation>Wie weit</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/empty_page.py" />
   <source>How far the surface is</source>
   <translation>Wie weit die Oberfläche ist</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>How much</source>
   <translation>Wie viel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/canvas.py" />
   <source>Image</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>Image {0} of {1}</source>
   <translation>Bild {0} von {1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>Image {0} of {1}, frame {2} of {3}</source>
   <translation>Bild {0} von {1}, Frame {2} von {3}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Images</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Import rules</source>
   <translation>Regeln importieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Import rules or a profile</source>
   <translation>Regeln oder ein Profil importieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Import…</source>
   <translation>Importieren…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>In the export</source>
   <translation>Im Export</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>In the source</source>
   <translation>In der Quelle</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>It can be exported.</source>
   <translation>Sie kann exportiert werden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>It could not be saved: {0}.</source>
   <translation>Es konnte nicht gespeichert werden: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>It could not be written: {0}.</source>
   <translation>Es konnte nicht geschrieben werden: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>It has another cause</source>
   <translation>Es hat eine andere Ursache</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>It is checked as a stranger would: nothing but the folder is needed, and nothing is changed.</source>
   <translation>Geprüft wird, wie ein Fremder es täte: Nur der Ordner ist nötig, und nichts wird verändert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>It lowers a risk and does not end it: a person decides, and signs for it.</source>
   <translation>Es senkt ein Risiko und beendet es nicht: Ein Mensch entscheidet und steht dafür ein.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>It must be text.</source>
   <translation>Es muss Text sein.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>It was exported with these decisions.</source>
   <translation>Sie wurde mit diesen Entscheidungen exportiert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>It was left as it is.</source>
   <translation>Es blieb, wie es war.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/row.py" />
   <source>Item {0}</source>
   <translation>Element {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/options_page.py" />
   <source>Keep the text of PDF documents</source>
   <translation>Den Text von PDF-Dokumenten behalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Keep this attribute…</source>
   <translation>Dieses Attribut behalten…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Keep this value everywhere…</source>
   <translation>Diesen Wert überall behalten…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>Keep with a reason</source>
   <translation>Mit Begründung behalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Keep…</source>
   <translation>Behalten…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Kept</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>Kept as they are</source>
   <translation>Behalten wie sie sind</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Key</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Key and certificate of a PKCS#12 file</source>
   <translation>Schlüssel und Zertifikat einer PKCS#12-Datei</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Key imported</source>
   <translation>Schlüssel importiert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Keyboard</source>
   <translation>Tastatur</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Keys and signers</source>
   <translation>Schlüssel und Unterzeichner</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Keys and signers…</source>
   <translation>Schlüssel und Unterzeichner…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Keys protected by</source>
   <translation>Schlüssel geschützt durch</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Keyword, tag such as (0010,4000), or private place such as (0019,"ACME 1.0",23)</source>
   <translation>Schlüsselwort, Tag wie (0010,4000) oder privater Ort wie (0019,"ACME 1.0",23)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>Kind of finding</source>
   <translation>Art des Fundes</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Landmarks</source>
   <translation>Landmarken</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Landmarks (L)</source>
   <translation>Landmarken (L)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Lay the new surface deeper or shallower than the preset does</source>
   <translation>Die neue Oberfläche tiefer oder flacher legen als die Voreinstellung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Leave every undecided finding that holds this value, for one reason</source>
   <translation>Jeden offenen Fund mit diesem Wert behalten, mit einer Begründung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Leave it as it is, with a reason</source>
   <translation>So lassen, wie es ist, mit Begründung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Light</source>
   <translation>Leicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>Load decisions</source>
   <translation>Entscheidungen laden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Load decisions…</source>
   <translation>Entscheidungen laden…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Lock now</source>
   <translation>Jetzt sperren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Lock the brain</source>
   <translation>Gehirn sperren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Log in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Look</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Look again</source>
   <translation>Erneut suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Look at these: {0}{1}</source>
   <translation>Sehen Sie diese an: {0}{1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Look for signs of editing in this series</source>
   <translation>In dieser Serie nach Zeichen von Bearbeitung suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Look thoroughly for text</source>
   <translation>Gründlich nach Text suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Look up</source>
   <translation>Nachschlagen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>Looking at headers</source>
   <translation>Header werden untersucht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Looking for signs of editing</source>
   <translation>Suche nach Zeichen von Bearbeitung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Looking for signs of editing. You can go on meanwhile.</source>
   <translation>Suche nach Zeichen von Bearbeitung. Sie können inzwischen weiterarbeiten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>Looking for text and faces</source>
   <translation>Suche nach Text und Gesichtern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/second_look.py" />
   <source>Looking thoroughly for text</source>
   <translation>Gründliche Suche nach Text</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Lung</source>
   <translation>Lunge</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/main_window.py" />
   <source>Main</source>
   <translation>Hauptleiste</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Make undecided</source>
   <translation>Wieder offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Measured by this program's own benchmark on {images} scans that nobody edited and on edits made by code ({date}). Thresholds were set on the images called tuned; the others were held out. Other scanners and other editors give other rates.</source>
   <translation>Gemessen mit dem Benchmark dieses Programms an {images} Scans, die niemand bearbeitet hat, und an Bearbeitungen durch Code ({date}). Die Schwellen wurden an den als abgestimmt bezeichneten Bildern gesetzt; die anderen blieben zurückgehalten. Andere Geräte und andere Bearbeiter ergeben andere Raten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Middle drag</source>
   <translation>Mittlere Maustaste ziehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Misses</source>
   <translation>Übersieht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Modality</source>
   <translation>Modalität</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Move the {0}</source>
   <translation>Bewegen: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Name, id, description, date or status (Ctrl+K)</source>
   <translation>Name, Kennung, Beschreibung, Datum oder Status (Strg+K)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>New passphrase</source>
   <translation>Neue Passphrase</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>New vault</source>
   <translation>Neuer Tresor</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Next (N)</source>
   <translation>Weiter (N)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Next series</source>
   <translation>Nächste Serie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Next study to do</source>
   <translation>Nächste Studie mit Arbeit</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Next undecided</source>
   <translation>Nächster offener Fund</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>No attribute chosen</source>
   <translation>Kein Attribut gewählt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>No face found</source>
   <translation>Kein Gesicht gefunden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/empty_page.py" />
   <source>No face surface was computed for this series.</source>
   <translation>Für diese Serie wurde keine Gesichtsoberfläche berechnet.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>No finding about this attribute.</source>
   <translation>Kein Fund zu diesem Attribut.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>No finding chosen</source>
   <translation>Kein Fund gewählt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>No findings</source>
   <translation>Keine Funde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>No findings so far</source>
   <translation>Bisher keine Funde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>No identifying value is on these pages: they can be filed or sent with the export.</source>
   <translation>Auf diesen Seiten steht kein identifizierender Wert: Sie können abgelegt oder mit dem Export gesendet werden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>No name</source>
   <translation>Kein Name</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>No name, number, date or text of a patient is on this page. Counts of findings are no measure of what was missed.</source>
   <translation>Auf dieser Seite steht kein Name, keine Nummer, kein Datum und kein Text eines Patienten. Die Zahl der Funde ist kein Maß für Übersehenes.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/linked_planes.py" />
   <source>No planes.</source>
   <translation>Keine Ebenen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/linked_planes.py" />
   <source>No planes. {0}</source>
   <translation>Keine Ebenen. {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>No rules yet. Choose a box and press Ctrl+Shift+D to have its place proposed from now on.</source>
   <translation>Noch keine Regeln. Wählen Sie einen Kasten und drücken Sie Strg+Umschalt+D, damit der Ort künftig vorgeschlagen wird.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Nobody can bring it back: write it down and keep it apart from this computer.</source>
   <translation>Niemand kann sie wiederbringen: Schreiben Sie sie auf und bewahren Sie sie getrennt von diesem Computer auf.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Nobody else has agreed yet</source>
   <translation>Noch hat niemand sonst zugestimmt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Nobody signed it.</source>
   <translation>Niemand hat es unterzeichnet.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Noise by slice</source>
   <translation>Rauschen je Schicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>None of the grades means safe.</source>
   <translation>Keine der Stufen bedeutet sicher.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>None of {0} files is a DICOM file that can be read.</source>
   <translation>Keine von {0} Dateien ist eine lesbare DICOM-Datei.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Not assessed</source>
   <translation>Nicht beurteilt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Not decided</source>
   <translation>Nicht entschieden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Not decided yet.</source>
   <translation>Noch nicht entschieden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Not everything has been looked at yet.</source>
   <translation>Noch wurde nicht alles untersucht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Not looked at</source>
   <translation>Nicht untersucht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Not promised: {0}</source>
   <translation>Nicht versprochen: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Not stated</source>
   <translation>Nicht angegeben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Not yet: {0} {1} in the way</source>
   <translation>Noch nicht: {0} {1} im Weg</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/study_commands.py" />
   <source>Nothing else needs work.</source>
   <translation>Sonst braucht nichts Arbeit.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>Nothing found so far</source>
   <translation>Bisher nichts gefunden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/desk.py" />
   <source>Nothing identifying was found in this attribute.</source>
   <translation>In diesem Attribut wurde nichts Identifizierendes gefunden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>Nothing is open.</source>
   <translation>Nichts ist geöffnet.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/desk.py" />
   <source>Nothing is proposed for this attribute: it stays as it is.</source>
   <translation>Zu diesem Attribut gibt es keinen Vorschlag: Es bleibt, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/scene.py" />
   <source>Nothing on this image is decided to go.</source>
   <translation>Für dieses Bild ist noch nichts zum Entfernen entschieden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>Nothing to review was found. {0} Choose another folder.</source>
   <translation>Nichts zum Prüfen gefunden. {0} Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Nothing was exported</source>
   <translation>Nichts wurde exportiert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>Nothing was exported. {0}</source>
   <translation>Nichts wurde exportiert. {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Nothing was found by these checks.</source>
   <translation>Diese Prüfungen haben nichts gefunden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/recent_dialog.py" />
   <source>Nothing was opened yet, or the keys are closed.</source>
   <translation>Noch wurde nichts geöffnet, oder die Schlüssel sind verschlossen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Nothing.</source>
   <translation>Nichts.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Nothing: it is removed</source>
   <translation>Nichts: Es wird entfernt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Nothing: the face stays as it was scanned. {0}</source>
   <translation>Nichts: Das Gesicht bleibt, wie es aufgenommen wurde. {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Nothing: there is no finding about a face in this series.</source>
   <translation>Nichts: Zu einem Gesicht in dieser Serie gibt es keinen Fund.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Number</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/second_opinion.py" />
   <source>Object</source>
   <translation>Widersprechen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/arranging.py" />
   <source>Objected</source>
   <translation>Widersprochen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Objected, by {0}: {1}</source>
   <translation>Widersprochen, von {0}: {1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Object…</source>
   <translation>Widersprechen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>On the standard's list of what can identify ({0})</source>
   <translation>Auf der Liste des Standards, was identifizieren kann ({0})</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>One encrypted file for the recipient of an export</source>
   <translation>Eine verschlüsselte Datei für den Empfänger eines Exports</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>One image pixel per screen pixel (Z)</source>
   <translation>Ein Bildpixel je Bildschirmpixel (Z)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Only a workstation with users can be locked: see Users.</source>
   <translation>Nur eine Arbeitsstation mit Benutzern lässt sich sperren: siehe Benutzer.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Only rules of this profile</source>
   <translation>Nur Regeln dieses Profils</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>Open files, DICOMDIR or zip</source>
   <translation>Dateien, DICOMDIR oder Zip öffnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Open files…</source>
   <translation>Dateien öffnen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Open folder…</source>
   <translation>Ordner öffnen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Open the demo study</source>
   <translation>Demo-Studie öffnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/empty_panel.py" />
   <source>Opened lately</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Options</source>
   <translation>Optionen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Or passphrase</source>
   <translation>Oder Passphrase</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Other vault</source>
   <translation>Anderer Tresor</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Overrule</source>
   <translation>Übergehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Overrule this reason, and say why; it goes into the manifest</source>
   <translation>Diesen Grund übergehen und sagen, warum; es kommt ins Manifest</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Overview of studies</source>
   <translation>Übersicht der Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>PKCS#12 file</source>
   <translation>PKCS#12-Datei</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>PKCS#12 files (*.p12 *.pfx)</source>
   <translation>PKCS#12-Dateien (*.p12 *.pfx)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Page (*.html)</source>
   <translation>Seite (*.html)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Page Up, Page Down</source>
   <translation>Bild auf, Bild ab</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handbook.py" />
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Paint to remove</source>
   <translation>Zu Entfernendes malen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Paint to restore</source>
   <translation>Zu Behaltendes malen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Paint what is to be removed too (B)</source>
   <translation>Malen, was zusätzlich entfernt wird (B)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Paint what is to stay as it was (E)</source>
   <translation>Malen, was bleibt, wie es war (E)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Paint what must go (D); [ and ] change the size of the brush</source>
   <translation>Malen, was verschwinden muss (D); [ und ] ändern die Größe des Pinsels</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Paint with the brush</source>
   <translation>Mit dem Pinsel malen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Part of a face</source>
   <translation>Teil eines Gesichts</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>Password of the file</source>
   <translation>Passwort der Datei</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Patients, studies and series</source>
   <translation>Patienten, Studien und Serien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/frame_bar.py" />
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/frame_bar.py" />
   <source>Pause (Space)</source>
   <translation>Pause (Leertaste)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/linked_planes.py" />
   <source>Planes need a stack of at least three slices.</source>
   <translation>Ebenen brauchen einen Stapel von mindestens drei Schichten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/frame_bar.py" />
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/frame_bar.py" />
   <source>Play (Space)</source>
   <translation>Abspielen (Leertaste)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Please look: it is not certain where the face lies. Check the landmarks, drag those that are off, then accept. Without a person this series is not exported.</source>
   <translation>Bitte ansehen: Es ist nicht sicher, wo das Gesicht liegt. Prüfen Sie die Landmarken, ziehen Sie falsche zurecht und nehmen Sie dann an. Ohne einen Menschen wird diese Serie nicht exportiert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Press the right arrow key to see each of them.</source>
   <translation>Die rechte Pfeiltaste zeigt jeden einzelnen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Previous series</source>
   <translation>Vorige Serie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Previous undecided</source>
   <translation>Voriger offener Fund</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>Private</source>
   <translation>Privat</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Private attribute</source>
   <translation>Privates Attribut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>Private attribute ({0})</source>
   <translation>Privates Attribut ({0})</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/row.py" />
   <source>Private creator</source>
   <translation>Privater Ersteller</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Private {0}</source>
   <translation>Privat {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/row.py" />
   <source>Private · {0}</source>
   <translation>Privat · {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/row.py" />
   <source>Private, creator missing</source>
   <translation>Privat, Ersteller fehlt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Problems</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Problems…</source>
   <translation>Probleme…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/main_window.py" />
   <source>Profile</source>
   <translation>Profil</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Profiles</source>
   <translation>Profile</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Profiles…</source>
   <translation>Profile…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Progress of the check</source>
   <translation>Fortschritt der Prüfung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Progress of the export</source>
   <translation>Fortschritt des Exports</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Propose it in further pictures of this device</source>
   <translation>In weiteren Bildern dieses Geräts vorschlagen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Proposed, undecided</source>
   <translation>Vorgeschlagen, offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Protect</source>
   <translation>Schützen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Protect the brain again</source>
   <translation>Das Gehirn wieder schützen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Protocol, agreement or report that says so</source>
   <translation>Protokoll, Vereinbarung oder Bericht, der das sagt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Pseudonym, id or UID</source>
   <translation>Pseudonym, Kennung oder UID</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Pseudonym, patient id or UID</source>
   <translation>Pseudonym, Patientenkennung oder UID</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Pseudonyms</source>
   <translation>Pseudonyme</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Purpose</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>R, Shift+R</source>
   <translation>R, Umschalt+R</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Radius of the brush</source>
   <translation>Radius des Pinsels</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Radius of the brush ([ and ])</source>
   <translation>Radius des Pinsels ([ und ])</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>Read only: open in another window</source>
   <translation>Nur lesen: in einem anderen Fenster offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Read the words to whoever checks your exports, by telephone or face to face.</source>
   <translation>Lesen Sie die Wörter dem vor, der Ihre Exporte prüft, am Telefon oder persönlich.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/opening.py" />
   <source>Reading headers</source>
   <translation>Header werden gelesen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/paint_edges.py" />
   <source>Reading the image …</source>
   <translation>Bild wird gelesen …</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/view.py" />
   <source>Reading the rest …</source>
   <translation>Der Rest wird gelesen …</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/linked_planes.py" />
   <source>Reading the volume</source>
   <translation>Volumen wird gelesen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_preview.py" />
   <source>Reading…</source>
   <translation>Wird gelesen …</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>Reason</source>
   <translation>Begründung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Reasons</source>
   <translation>Gründe</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/recent_dialog.py" />
   <source>Recent studies</source>
   <translation>Letzte Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Recent studies…</source>
   <translation>Letzte Studien…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Recipient</source>
   <translation>Empfänger</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Recipient's age key</source>
   <translation>age-Schlüssel des Empfängers</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Recognisable face</source>
   <translation>Erkennbares Gesicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Remember box for this device</source>
   <translation>Kasten für dieses Gerät merken</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/users_dialog.py" />
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Remove it after all</source>
   <translation>Doch entfernen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>Remove the face after all</source>
   <translation>Das Gesicht doch entfernen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Remove the face: {0}</source>
   <translation>Gesicht entfernen: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Remove this attribute</source>
   <translation>Dieses Attribut entfernen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>Removed or emptied</source>
   <translation>Entfernt oder geleert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>Replace UID</source>
   <translation>UID ersetzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>Replace by a dummy</source>
   <translation>Durch Platzhalter ersetzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>Replaced</source>
   <translation>Ersetzt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Report…</source>
   <translation>Bericht…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Restore</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Review</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Right drag</source>
   <translation>Rechte Maustaste ziehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Risk of the face</source>
   <translation>Risiko des Gesichts</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Risk summary</source>
   <translation>Risiko-Übersicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Risk summary of a study</source>
   <translation>Risiko-Übersicht einer Studie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Risk summary…</source>
   <translation>Risiko-Übersicht…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/users_dialog.py" />
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Rules</source>
   <translation>Regeln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Rules (*)</source>
   <translation>Regeln (*)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Sagittal</source>
   <translation>Sagittal</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Said by the file or a signature</source>
   <translation>Von der Datei oder einer Signatur gesagt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Save a report of this evidence</source>
   <translation>Bericht dieser Belege speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Save as HTML…</source>
   <translation>Als HTML speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Save as PDF…</source>
   <translation>Als PDF speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Save as a file</source>
   <translation>Als Datei speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Save as a file…</source>
   <translation>Als Datei speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Save as deid recipe…</source>
   <translation>Als deid-Rezept speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Save certificate</source>
   <translation>Zertifikat speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Save certificate…</source>
   <translation>Zertifikat speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>Save decisions</source>
   <translation>Entscheidungen speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Save decisions…</source>
   <translation>Entscheidungen speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Save for CTP…</source>
   <translation>Für CTP speichern…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Save it, and decide anew about what is open</source>
   <translation>Speichern und über das Geöffnete neu entscheiden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Save rules</source>
   <translation>Regeln speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Save summary</source>
   <translation>Übersicht speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Save the report</source>
   <translation>Bericht speichern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Say what is wrong with it; the export waits</source>
   <translation>Sagen, was daran falsch ist; der Export wartet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Scan again</source>
   <translation>Erneut scannen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handbook.py" />
   <source>Scanveil handbook</source>
   <translation>Scanveil-Handbuch</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Scanveil shows what in a scan identifies the patient, removes it, and proves it.</source>
   <translation>Scanveil zeigt, was in einem Scan den Patienten erkennen lässt, entfernt es und beweist es.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Score {0:.2f} of 1</source>
   <translation>Wert {0:.2f} von 1</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Search attributes</source>
   <translation>Attribute suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Search findings</source>
   <translation>Funde suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Search rules</source>
   <translation>Regeln suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Search studies</source>
   <translation>Studien suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Search tag, name, action or source</source>
   <translation>Tag, Name, Aktion oder Quelle suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Search tag, name, value or rule</source>
   <translation>Tag, Name, Wert oder Regel suchen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Second</source>
   <translation>Zweiter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Seen in genuine scans</source>
   <translation>In echten Scans gesehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Select, move and resize boxes (V)</source>
   <translation>Kästen wählen, bewegen und in der Größe ändern (V)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Series</source>
   <translation>Serien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Series of this study with the same modality, size and spacing; one step to undo</source>
   <translation>Serien dieser Studie mit gleicher Modalität, Größe und Abstand; ein Schritt zum Rückgängigmachen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>Series {0}</source>
   <translation>Serie {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Series {0}: {1}, {2}</source>
   <translation>Serie {0}: {1}, {2}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Shift+click</source>
   <translation>Umschalt+Klick</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Show identifying values in this window, or only their shape</source>
   <translation>Identifizierende Werte in diesem Fenster zeigen oder nur ihre Form</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Show the boxes as they will be filled (P)</source>
   <translation>Die Kästen zeigen, wie sie gefüllt werden (P)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Show the slices before and after beside it</source>
   <translation>Die Schichten davor und danach daneben zeigen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Show values</source>
   <translation>Werte zeigen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Show, change, import and share profiles</source>
   <translation>Profile zeigen, ändern, importieren und weitergeben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Sign</source>
   <translation>Zeichen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>Sign with a key of your site</source>
   <translation>Mit einem Schlüssel Ihres Hauses signieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Sign with a key of your site…</source>
   <translation>Mit einem Schlüssel Ihres Hauses signieren…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Signer</source>
   <translation>Unterzeichner</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Signs</source>
   <translation>Zeichen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>Signs exports from now on with the key and certificate of a PKCS#12 file (.p12, .pfx) your site issued. The name in the certificate travels with every export. The certificate so far still tells that earlier exports were yours.</source>
   <translation>Signiert Exporte künftig mit Schlüssel und Zertifikat einer PKCS#12-Datei (.p12, .pfx) Ihres Hauses. Der Name im Zertifikat reist mit jedem Export. Das bisherige Zertifikat belegt weiter, dass frühere Exporte von Ihnen stammen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Signs of editing, measured</source>
   <translation>Zeichen von Bearbeitung, gemessen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>Site rules</source>
   <translation>Hausregeln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Site rules…</source>
   <translation>Hausregeln…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Skin and features only, 4 mm deep</source>
   <translation>Nur Haut und Züge, 4 mm tief</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Slice after</source>
   <translation>Schicht danach</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Slice before</source>
   <translation>Schicht davor</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Slices</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Soft tissue</source>
   <translation>Weichteile</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Solid fill over these pixels</source>
   <translation>Deckende Füllung über diesen Pixeln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/options_page.py" />
   <source>Somebody else must agree with every decision before anything is exported; everybody needs an account of their own.</source>
   <translation>Jemand anderes muss jeder Entscheidung zustimmen, bevor etwas exportiert wird; alle brauchen ein eigenes Konto.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Something in the program broke</source>
   <translation>Im Programm ist etwas kaputtgegangen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Something in the program broke.</source>
   <translation>Im Programm ist etwas kaputtgegangen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>Something in the program broke. Nothing was published.</source>
   <translation>Im Programm ist etwas kaputtgegangen. Nichts wurde veröffentlicht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Something is still to be decided or agreed with.</source>
   <translation>Etwas ist noch zu entscheiden oder zuzustimmen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Spectrum</source>
   <translation>Spektrum</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>Start over</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/editing.py" />
   <source>Start the removal over</source>
   <translation>Die Entfernung neu beginnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>State of finding</source>
   <translation>Zustand des Fundes</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Status of studies</source>
   <translation>Status der Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/history.py" />
   <source>Steps of the review</source>
   <translation>Schritte der Prüfung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>Strong</source>
   <translation>Stark</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/dialog.py" />
   <source>Summaries</source>
   <translation>Übersichten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>Surface</source>
   <translation>Oberfläche</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Swap black and white (I)</source>
   <translation>Schwarz und Weiß tauschen (I)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Swap left and right, on the screen only (H)</source>
   <translation>Links und rechts tauschen, nur auf dem Bildschirm (H)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/item_model.py" />
   <source>Tag</source>
   <translation>Tag</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Take back what I said</source>
   <translation>Zurücknehmen, was ich sagte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>Take back what was said about this sign</source>
   <translation>Zurücknehmen, was über dieses Zeichen gesagt wurde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Take over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Take over a vault</source>
   <translation>Tresor übernehmen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Take over a vault…</source>
   <translation>Tresor übernehmen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>Take the rule of this profile away (Del)</source>
   <translation>Die Regel dieses Profils wegnehmen (Entf)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Taken over</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Taken over: {0}. Known to both: {1}.</source>
   <translation>Übernommen: {0}. Beiden bekannt: {1}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Takes over everything another vault of this workstation holds. The other is only read. A patient both know keeps the pseudonym of this one; the other one still leads back.</source>
   <translation>Übernimmt alles, was ein anderer Tresor dieser Arbeitsstation enthält. Der andere wird nur gelesen. Ein Patient, den beide kennen, behält das Pseudonym von diesem; das andere führt weiter zurück.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handbook.py" />
   <source>Text of the page</source>
   <translation>Text der Seite</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>That cannot be done now</source>
   <translation>Das geht jetzt nicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>That folder is no export.</source>
   <translation>Dieser Ordner ist kein Export.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rules_page.py" />
   <source>That is no keyword, no tag and no private place with its creator in quotes.</source>
   <translation>Das ist kein Schlüsselwort, kein Tag und kein privater Ort mit seinem Ersteller in Anführungszeichen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>The area is being compared with places like it.</source>
   <translation>Der Bereich wird mit ähnlichen Stellen verglichen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>The brain is unlocked: {0}</source>
   <translation>Das Gehirn ist freigegeben: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>The brain stays as it is.</source>
   <translation>Das Gehirn bleibt, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>The encrypted archive is there already.</source>
   <translation>Das verschlüsselte Archiv ist schon da.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>The encrypted file was read back: {0}.</source>
   <translation>Die verschlüsselte Datei wurde zurückgelesen: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/stage.py" />
   <source>The face cannot be drawn on this machine: no OpenGL was found. Install libegl1 and libgl1, or libosmesa6. Slices, grade and reasons hold without the picture.</source>
   <translation>Das Gesicht kann auf diesem Rechner nicht gezeichnet werden: Kein OpenGL gefunden. Installieren Sie libegl1 und libgl1 oder libosmesa6. Schichten, Stufe und Gründe gelten auch ohne das Bild.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>The face {0}.{1} {2}</source>
   <translation>Das Gesicht {0}.{1} {2}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>The file cannot be read: {0}.</source>
   <translation>Die Datei ist nicht lesbar: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>The file could not be imported. {0}</source>
   <translation>Die Datei konnte nicht importiert werden. {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/second_opinion.py" />
   <source>The first reviewer reads it: say what should be decided instead.</source>
   <translation>Der erste Gutachter liest es: Sagen Sie, was stattdessen zu entscheiden ist.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>The log cannot be read.</source>
   <translation>Das Protokoll ist nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>The log is not whole: {0}.</source>
   <translation>Das Protokoll ist nicht vollständig: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>The log is whole: {0} lines, {1} of them signed.</source>
   <translation>Das Protokoll ist vollständig: {0} Zeilen, {1} davon signiert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>The next study that is neither ready nor exported</source>
   <translation>Die nächste Studie, die weder bereit noch exportiert ist</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>The next time, the keys open with the new one.</source>
   <translation>Beim nächsten Mal öffnen sich die Schlüssel mit der neuen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>The patient's left (2)</source>
   <translation>Linke Seite des Patienten (2)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>The patient's right (3)</source>
   <translation>Rechte Seite des Patienten (3)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>The pixels of this finding</source>
   <translation>Die Pixel dieses Fundes</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>The program that draws the face ended unexpectedly. Compute it again.</source>
   <translation>Das Programm, das das Gesicht zeichnet, endete unerwartet. Berechnen Sie es neu.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>The reason goes into the manifest: write no name, number or date of the patient.</source>
   <translation>Die Begründung kommt ins Manifest: Schreiben Sie keinen Namen, keine Nummer und kein Datum des Patienten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_record.py" />
   <source>The report could not be saved: {0}.</source>
   <translation>Der Bericht konnte nicht gespeichert werden: {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_record.py" />
   <source>The report was saved. It holds no name and no date of the patient.</source>
   <translation>Der Bericht wurde gespeichert. Er enthält keinen Namen und kein Datum des Patienten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>The same again</source>
   <translation>Noch einmal dasselbe</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>The same as now</source>
   <translation>Dasselbe wie jetzt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>The same without what identifies</source>
   <translation>Dasselbe ohne das, was identifiziert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>The scan for text and faces has not finished.</source>
   <translation>Der Scan nach Text und Gesichtern ist noch nicht fertig.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>The scan has not finished.</source>
   <translation>Der Scan ist noch nicht fertig.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>The study on view</source>
   <translation>Die gezeigte Studie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>The surface as it was scanned (O)</source>
   <translation>Die Oberfläche, wie sie aufgenommen wurde (O)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>The surface as it will be exported (D)</source>
   <translation>Die Oberfläche, wie sie exportiert wird (D)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>The surface of the head is being computed. You can go on meanwhile.</source>
   <translation>Die Oberfläche des Kopfes wird berechnet. Sie können inzwischen weiterarbeiten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/options_page.py" />
   <source>The text is set anew without what identifies, without pictures; else the document is replaced.</source>
   <translation>Der Text wird ohne das, was identifiziert, und ohne Bilder neu gesetzt; sonst wird das Dokument ersetzt.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>The two are not the same yet.</source>
   <translation>Die beiden sind noch nicht gleich.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>The vault does not know that value.</source>
   <translation>Der Tresor kennt diesen Wert nicht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>The volume with its face removed</source>
   <translation>Das Volumen ohne sein Gesicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/processes.py" />
   <source>The working process ended unexpectedly.</source>
   <translation>Der Arbeitsprozess endete unerwartet.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/stages.py" />
   <source>There are no pixels.</source>
   <translation>Es gibt keine Pixel.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>There is no further slice.</source>
   <translation>Es gibt keine weitere Schicht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/stages.py" />
   <source>There is no picture in this attribute.</source>
   <translation>In diesem Attribut ist kein Bild.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>There is no vault yet: the first export makes it.</source>
   <translation>Es gibt noch keinen Tresor: Der erste Export legt ihn an.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>These places are proposed in every further picture of the device. A picture without a rule is read all the same.</source>
   <translation>Diese Orte werden in jedem weiteren Bild des Geräts vorgeschlagen. Ein Bild ohne Regel wird genauso gelesen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>This check misses {0}.</source>
   <translation>Diese Prüfung übersieht {0}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>This computer has no keyring. The passphrase protects the signing key, the vault that leads back to patients, and your decisions. Without it you can only look.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund. Die Passphrase schützt den Signaturschlüssel, den Tresor, der zu Patienten zurückführt, und Ihre Entscheidungen. Ohne sie können Sie nur ansehen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/frame_cache.py" />
   <source>This frame cannot be shown. Its header contradicts its pixels.</source>
   <translation>Dieser Frame kann nicht gezeigt werden. Sein Header widerspricht seinen Pixeln.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/picture.py" />
   <source>This frame cannot be shown. {0}</source>
   <translation>Dieser Frame kann nicht gezeigt werden. {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/remembering.py" />
   <source>This place will be proposed in further pictures of this device.</source>
   <translation>Dieser Ort wird in weiteren Bildern dieses Geräts vorgeschlagen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>This series</source>
   <translation>Die Serie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>This series has no images.</source>
   <translation>Diese Serie hat keine Bilder.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/captions.py" />
   <source>This series has no images. Its attributes are in the header view.</source>
   <translation>Diese Serie hat keine Bilder. Ihre Attribute stehen in der Header-Ansicht.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>This series is no volume, so it has no surface.</source>
   <translation>Diese Serie ist kein Volumen und hat darum keine Oberfläche.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/signs_panel.py" />
   <source>This sign counts</source>
   <translation>Dieses Zeichen zählt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>This slice</source>
   <translation>Diese Schicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>This study</source>
   <translation>Die Studie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>This workstation is locked</source>
   <translation>Diese Arbeitsstation ist gesperrt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>This workstation now signs as {0}. In words: {1}.</source>
   <translation>Diese Arbeitsstation signiert nun als {0}. In Wörtern: {1}.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>This workstation signs as</source>
   <translation>Diese Arbeitsstation signiert als</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/form.py" />
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/arranging.py" />
   <source>To be agreed</source>
   <translation>Zustimmung offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>To do</source>
   <translation>Zu tun</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/range_dialog.py" />
   <source>To image</source>
   <translation>Bis Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/processes.py" />
   <source>Try again; if it happens again, leave out the largest series.</source>
   <translation>Versuchen Sie es erneut; geschieht es wieder, lassen Sie die größte Serie weg.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/empty_panel.py" />
   <source>Try the demo study</source>
   <translation>Die Demo-Studie ausprobieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Turn</source>
   <translation>Drehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>Turn the head; a click goes to a point (V)</source>
   <translation>Den Kopf drehen; ein Klick geht zu einem Punkt (V)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Turn the image right, on the screen only (R)</source>
   <translation>Das Bild nach rechts drehen, nur auf dem Bildschirm (R)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/options_page.py" />
   <source>Two different reviewers</source>
   <translation>Zwei verschiedene Gutachter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Two tables that say who is who, not encrypted</source>
   <translation>Zwei Tabellen, die sagen, wer wer ist, nicht verschlüsselt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>Undecided</source>
   <translation>Offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/row.py" />
   <source>Unknown attribute</source>
   <translation>Unbekanntes Attribut</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>Unlock the brain</source>
   <translation>Gehirn freigeben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>Unlock the keys of this workstation</source>
   <translation>Die Schlüssel dieser Arbeitsstation entsperren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/editor.py" />
   <source>Use</source>
   <translation>Benutzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/import_key_dialog.py" />
   <source>Use this key</source>
   <translation>Diesen Schlüssel benutzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/users_dialog.py" />
   <source>Users</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Users…</source>
   <translation>Benutzer…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Valid until</source>
   <translation>Gültig bis</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Value after</source>
   <translation>Wert nachher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>Value before</source>
   <translation>Wert vorher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>Values in use</source>
   <translation>Benutzte Werte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Vault</source>
   <translation>Tresor</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Vaults (*.db)</source>
   <translation>Tresore (*.db)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Vault…</source>
   <translation>Tresor…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Verdict</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Verify an export</source>
   <translation>Export prüfen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Verify an export…</source>
   <translation>Export prüfen…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Verifying</source>
   <translation>Prüfung läuft</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/form.py" />
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/main_window.py" />
   <source>Views of the chosen series</source>
   <translation>Ansichten der gewählten Serie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>Voxels that may be brain can then be changed. The reason goes into the export's record.</source>
   <translation>Voxel, die Gehirn sein können, lassen sich dann ändern. Die Begründung kommt in die Aufzeichnung des Exports.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>Waiver of an ethics board</source>
   <translation>Verzicht einer Ethikkommission</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>Web pages (*.html)</source>
   <translation>Webseiten (*.html)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/panes.py" />
   <source>What goes</source>
   <translation>Was verschwindet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>What goes, over what stays (F)</source>
   <translation>Was verschwindet, über dem, was bleibt (F)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>What is left is hidden by the search or the filters.</source>
   <translation>Was übrig ist, verbergen die Suche oder die Filter.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>What is ready: {0}</source>
   <translation>Was bereit ist: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/second_opinion.py" />
   <source>What is wrong with this decision?</source>
   <translation>Was ist an dieser Entscheidung falsch?</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>What the checks find and miss</source>
   <translation>Was die Prüfungen finden und übersehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>What to do</source>
   <translation>Was zu tun ist</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>What to report: {0} (version {1}).</source>
   <translation>Zu melden: {0} (Version {1}).</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>What was done</source>
   <translation>Was getan wurde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>What was found where, before and after; as HTML or PDF too</source>
   <translation>Was wo gefunden wurde, vorher und nachher; auch als HTML oder PDF</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>What was found, before and after</source>
   <translation>Was gefunden wurde, vorher und nachher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>What was opened lately, without naming anybody</source>
   <translation>Was zuletzt geöffnet wurde, ohne jemanden zu nennen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>What will be done</source>
   <translation>Was getan wird</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/tool_row.py" />
   <source>What will be replaced (M)</source>
   <translation>Was ersetzt wird (M)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/keys_dialogs.py" />
   <source>What you open, decide and export goes into the audit log under your name.</source>
   <translation>Was Sie öffnen, entscheiden und exportieren, kommt unter Ihrem Namen ins Protokoll.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Wheel, arrows</source>
   <translation>Mausrad, Pfeile</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>When and what</source>
   <translation>Wann und was</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Where devices of this site print: what was learned, to forget or hand on</source>
   <translation>Wo Geräte dieses Hauses drucken: was gelernt wurde, zum Vergessen oder Weitergeben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>Which attributes to show</source>
   <translation>Welche Attribute gezeigt werden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Which studies</source>
   <translation>Welche Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>Who is behind a pseudonym</source>
   <translation>Wer hinter einem Pseudonym steht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Who is behind a pseudonym; the reason is logged</source>
   <translation>Wer hinter einem Pseudonym steht; die Begründung wird protokolliert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Who made the determination</source>
   <translation>Wer das Gutachten erstellt hat</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/users_dialog.py" />
   <source>Who may use this workstation</source>
   <translation>Wer diese Arbeitsstation benutzen darf</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>Whose findings</source>
   <translation>Wessen Funde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/risk_panel.py" />
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>Why is this sign dismissed?</source>
   <translation>Warum wird dieses Zeichen verworfen?</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/sharing_form.py" />
   <source>Why it may be shared (in the statement and on the report)</source>
   <translation>Warum es weitergegeben werden darf (in Erklärung und Bericht)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Why may it be exported although this happened?</source>
   <translation>Warum darf exportiert werden, obwohl dies geschah?</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_preview.py" />
   <source>Why may the brain be changed?</source>
   <translation>Warum darf das Gehirn verändert werden?</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/asking.py" />
   <source>Why may “{0}” stay as it is?</source>
   <translation>Warum darf „{0}“ bleiben, wie es ist?</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Window preset</source>
   <translation>Fenster-Voreinstellung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/tool_strip.py" />
   <source>Window: which values are shown as black and white (number keys)</source>
   <translation>Fenster: welche Werte schwarz und weiß gezeigt werden (Zifferntasten)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/filtering.py" />
   <source>With a finding</source>
   <translation>Mit einem Fund</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/users_dialog.py" />
   <source>With the first user, an administrator, this becomes a shared workstation: everybody logs in, each role may do what it is for, and it locks itself. The keyring no longer opens the keys.</source>
   <translation>Mit dem ersten Benutzer, einem Administrator, wird dies eine gemeinsame Arbeitsstation: Alle melden sich an, jede Rolle darf, wofür sie da ist, und sie sperrt sich selbst. Der Schlüsselbund öffnet die Schlüssel nicht mehr.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>Worklist</source>
   <translation>Arbeitsliste</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Workstation</source>
   <translation>Arbeitsstation</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Write</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Write a cleaned, signed copy and check it</source>
   <translation>Eine bereinigte, signierte Kopie schreiben und prüfen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Write a zip archive beside it as well</source>
   <translation>Auch ein Zip-Archiv daneben schreiben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Write the mapping as tables</source>
   <translation>Zuordnung als Tabellen schreiben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/actions.py" />
   <source>Write the mapping as tables…</source>
   <translation>Zuordnung als Tabellen schreiben…</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>Writes one encrypted file beside the exported folder and reads it back. The recipient opens it with Scanveil, which verifies it at once, or with the free program age. Give the key the recipient sent you, or a passphrase that you tell by telephone.</source>
   <translation>Schreibt eine verschlüsselte Datei neben den exportierten Ordner und liest sie zurück. Der Empfänger öffnet sie mit Scanveil, das sie sofort prüft, oder mit dem freien Programm age. Geben Sie den Schlüssel an, den der Empfänger geschickt hat, oder eine Passphrase, die Sie telefonisch mitteilen.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Writes two tables that say who is who, uid_crosswalk.csv and patid_crosswalk.csv. They are not encrypted: keep them where only you can read, and never with an export.</source>
   <translation>Schreibt zwei Tabellen, die sagen, wer wer ist: uid_crosswalk.csv und patid_crosswalk.csv. Sie sind nicht verschlüsselt: Bewahren Sie sie auf, wo nur Sie lesen können, und nie bei einem Export.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>Written</source>
   <translation>Geschrieben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_projects.py" />
   <source>Written: {0}. They identify patients.</source>
   <translation>Geschrieben: {0}. Sie identifizieren Patienten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>Y, Shift+Y</source>
   <translation>Y, Umschalt+Y</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>You can go on; if something looks odd, close the window and open the scans again.</source>
   <translation>Sie können weiterarbeiten; sieht etwas seltsam aus, schließen Sie das Fenster und öffnen die Scans erneut.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>Your files are not changed. The copy is signed, and checked again after it is written.</source>
   <translation>Ihre Dateien werden nicht verändert. Die Kopie wird signiert und nach dem Schreiben erneut geprüft.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/telling.py" />
   <source>Your files are untouched and your decisions are saved.</source>
   <translation>Ihre Dateien sind unberührt und Ihre Entscheidungen gespeichert.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>[ and ]</source>
   <translation>[ und ]</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>a UID of the standard</source>
   <translation>eine UID des Standards</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>a passphrase</source>
   <translation>eine Passphrase</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>a second reviewer agrees</source>
   <translation>ein zweiter Gutachter stimmt zu</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>a second reviewer objects</source>
   <translation>ein zweiter Gutachter widerspricht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>a second reviewer objects to</source>
   <translation>Einspruch eines zweiten Gutachters</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>account number</source>
   <translation>Kontonummer</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/schematic.py" />
   <source>after</source>
   <translation>nachher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>already empty or a code</source>
   <translation>schon leer oder ein Code</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>already empty or a dummy</source>
   <translation>schon leer oder ein Platzhalter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/edit_panel.py" />
   <source>as the preset</source>
   <translation>wie voreingestellt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>axial, coronal and sagittal planes beside the slice</source>
   <translation>axiale, koronale und sagittale Ebenen neben der Schicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>becomes a smooth head that is the same for everybody</source>
   <translation>wird ein glatter Kopf, der bei allen gleich ist</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/schematic.py" />
   <source>before</source>
   <translation>vorher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>before and after at once; with what goes</source>
   <translation>vorher und nachher zugleich; mit dem, was verschwindet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>before and after in turn</source>
   <translation>vorher und nachher im Wechsel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>biometric identifier</source>
   <translation>biometrisches Merkmal</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/paint_marks.py" />
   <source>blank</source>
   <translation>schwärzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>blocked</source>
   <translation>blockiert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>bottom left</source>
   <translation>unten links</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>bottom middle</source>
   <translation>unten in der Mitte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>bottom right</source>
   <translation>unten rechts</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>certificate or licence number</source>
   <translation>Zertifikats- oder Lizenznummer</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/row.py" />
   <source>changed inside</source>
   <translation>innen verändert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>coarse</source>
   <translation>grob</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>colours of risk, what will be replaced, landmarks</source>
   <translation>Farben des Risikos, was ersetzt wird, Landmarken</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>days</source>
   <translation>Tagen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>decided without an account</source>
   <translation>ohne Konto entschieden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>decisions</source>
   <translation>Entscheidungen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/site_rules_dialog.py" />
   <source>deid (deid.*)</source>
   <translation>deid (deid.*)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>delete the selected box or area</source>
   <translation>den gewählten Kasten oder Bereich löschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>detail</source>
   <translation>Einzelheit</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>device identifier</source>
   <translation>Gerätekennung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>draw a box that does not snap to text that was read</source>
   <translation>einen Kasten zeichnen, der nicht an gelesenem Text einrastet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>draw a box, an ellipse, a polygon, or paint</source>
   <translation>Kasten, Ellipse oder Polygon zeichnen, oder malen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>drawn by hand</source>
   <translation>von Hand gezeichnet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>exported</source>
   <translation>exportiert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>face</source>
   <translation>Gesicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>face: {0}</source>
   <translation>Gesicht: {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>fax</source>
   <translation>Fax</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>file</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>finding</source>
   <translation>Fund</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>findings</source>
   <translation>Funde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>fine</source>
   <translation>fein</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>first and last image</source>
   <translation>erstes und letztes Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>fit the whole image</source>
   <translation>das ganze Bild einpassen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/schematic.py" />
   <source>found or undecided (dashed)</source>
   <translation>gefunden oder offen (gestrichelt)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>frame</source>
   <translation>Frame</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>frame {0}</source>
   <translation>Frame {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>frames</source>
   <translation>Frames</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>front, patient's left, right, top, first look</source>
   <translation>vorn, links und rechts des Patienten, oben, erster Blick</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>full-face image</source>
   <translation>Gesichtsbild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>geography</source>
   <translation>Ort und Gegend</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>goes with the private attributes of its block</source>
   <translation>geht mit den privaten Attributen seines Blocks</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>header</source>
   <translation>Header</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>health plan number</source>
   <translation>Versichertennummer</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/paint_stage.py" />
   <source>hidden</source>
   <translation>verborgen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>hold the next landmark; Alt+arrows move it by 1 mm</source>
   <translation>nächste Landmarke halten; Alt+Pfeile bewegen sie um 1 mm</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>hour</source>
   <translation>Stunde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>image</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>image {0}, frame {1}, x {2}, y {3}, {4} by {5} pixels</source>
   <translation>Bild {0}, Frame {1}, x {2}, y {3}, {4} mal {5} Pixel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>images</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>in review</source>
   <translation>in Prüfung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>ip address</source>
   <translation>IP-Adresse</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>it stays for now</source>
   <translation>es bleibt vorerst</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>its like</source>
   <translation>sein Gegenstück</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/paint_marks.py" />
   <source>keep</source>
   <translation>behalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/schematic.py" />
   <source>kept with a reason</source>
   <translation>mit Begründung behalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>known on this computer</source>
   <translation>auf diesem Computer bekannt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>known since {0} ({1})</source>
   <translation>bekannt seit {0} ({1})</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/scene.py" />
   <source>left ear</source>
   <translation>linkes Ohr</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/scene.py" />
   <source>left eye</source>
   <translation>linkes Auge</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/heat.py" />
   <source>less noise</source>
   <translation>weniger Rauschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/view.py" />
   <source>mark an area</source>
   <translation>einen Bereich markieren</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>middle</source>
   <translation>in der Mitte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>middle left</source>
   <translation>links in der Mitte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>middle right</source>
   <translation>rechts in der Mitte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>minute</source>
   <translation>Minute</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>minutes</source>
   <translation>Minuten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/heat.py" />
   <source>more noise</source>
   <translation>mehr Rauschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>move the image</source>
   <translation>das Bild bewegen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>move the point of the slices by 1 mm</source>
   <translation>den Punkt der Schichten um 1 mm bewegen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>move the selected area by a pixel, with Shift resize it</source>
   <translation>den gewählten Bereich um ein Pixel bewegen, mit Umschalt in der Größe ändern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>name</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>next and previous image</source>
   <translation>nächstes und voriges Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>no date</source>
   <translation>kein Datum</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_cards.py" />
   <source>no id</source>
   <translation>keine Kennung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>no images</source>
   <translation>keine Bilder</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>nobody looked</source>
   <translation>niemand hat hingesehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>none</source>
   <translation>keines</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>not assessed</source>
   <translation>nicht beurteilt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>not known on this computer</source>
   <translation>auf diesem Computer nicht bekannt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/plot.py" />
   <source>not measured</source>
   <translation>nicht gemessen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/rates_dialog.py" />
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>nothing in it identifies</source>
   <translation>nichts darin identifiziert</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/desk.py" />
   <source>nothing new</source>
   <translation>nichts Neues</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>nothing yet; the first export makes the key</source>
   <translation>noch niemand; der erste Export erzeugt den Schlüssel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>nothing yet; the first export makes them</source>
   <translation>noch nichts; der erste Export legt sie an</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>objection</source>
   <translation>Einspruch</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>objections</source>
   <translation>Einsprüche</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>of {0}</source>
   <translation>von {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>one dab of the brush at that point</source>
   <translation>ein Tupfer des Pinsels an diesem Punkt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>one image pixel per screen pixel</source>
   <translation>ein Bildpixel je Bildschirmpixel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>original, defaced, difference</source>
   <translation>Original, ohne Gesicht, Unterschied</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>other unique number or code</source>
   <translation>andere eindeutige Nummer oder Code</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>partial</source>
   <translation>teilweise</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>patient</source>
   <translation>Patient</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>patients</source>
   <translation>Patienten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>play and pause</source>
   <translation>abspielen und anhalten</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>preview the cleaned image</source>
   <translation>Vorschau des bereinigten Bildes</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>profile {0}: private attributes</source>
   <translation>Profil {0}: private Attribute</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>quasi-identifier</source>
   <translation>Quasi-Identifikator</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>ready</source>
   <translation>bereit</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/paint_stage.py" />
   <source>recognisable</source>
   <translation>erkennbar</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>record number</source>
   <translation>Aktennummer</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>removed; measured at the export</source>
   <translation>entfernt; beim Export gemessen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>revoked {0}: {1} ({2})</source>
   <translation>widerrufen {0}: {1} ({2})</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/scene.py" />
   <source>right ear</source>
   <translation>rechtes Ohr</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/scene.py" />
   <source>right eye</source>
   <translation>rechtes Auge</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/scene.py" />
   <source>root of the nose</source>
   <translation>Nasenwurzel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>scanned</source>
   <translation>gescannt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>select, move and resize boxes</source>
   <translation>Kästen wählen, bewegen und in der Größe ändern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>show or hide what overlays draw</source>
   <translation>zeigen oder verbergen, was Overlays zeichnen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>slice 1</source>
   <translation>Schicht 1</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>smaller and larger brush</source>
   <translation>kleinerer und größerer Pinsel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>social security number</source>
   <translation>Sozialversicherungsnummer</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>stays, with a reason</source>
   <translation>bleibt, mit Begründung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>such as: a finding that must be reported to the clinic</source>
   <translation>etwa: Befund, den die Klinik braucht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>swap black and white</source>
   <translation>Schwarz und Weiß tauschen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>swap left and right, on the screen only</source>
   <translation>links und rechts tauschen, nur auf dem Bildschirm</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>technical text</source>
   <translation>technischer Text</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/arranging.py" />
   <source>technical, may stay</source>
   <translation>technisch, darf bleiben</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>ten images on</source>
   <translation>zehn Bilder weiter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>text</source>
   <translation>Text</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>text and marks in pixels</source>
   <translation>Text und Zeichen in Pixeln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>the keyring of this account</source>
   <translation>der Schlüsselbund dieses Kontos</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>the profile, nobody looked</source>
   <translation>das Profil, niemand hat hingesehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>the whole file</source>
   <translation>die ganze Datei</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>thing stands</source>
   <translation>Sache steht</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>things stand</source>
   <translation>Sachen stehen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>this place</source>
   <translation>dieser Ort</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/scene.py" />
   <source>tip of the nose</source>
   <translation>Nasenspitze</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>top left</source>
   <translation>oben links</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>top middle</source>
   <translation>oben in der Mitte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>top right</source>
   <translation>oben rechts</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>turn the head, closer and farther</source>
   <translation>den Kopf drehen, näher und weiter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>turn the image right or left, on the screen only</source>
   <translation>das Bild nach rechts oder links drehen, nur auf dem Bildschirm</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/keys.py" />
   <source>turn, landmarks, paint away, paint back</source>
   <translation>drehen, Landmarken, wegmalen, zurückmalen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>undecided</source>
   <translation>offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>vehicle identifier</source>
   <translation>Fahrzeugkennung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>waits for a second reviewer</source>
   <translation>wartet auf einen zweiten Gutachter</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/words.py" />
   <source>web address</source>
   <translation>Webadresse</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/paint_stage.py" />
   <source>will be replaced</source>
   <translation>wird ersetzt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>window: across for contrast, up and down for brightness</source>
   <translation>Fenster: quer für Kontrast, auf und ab für Helligkeit</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>window: as stored, brain, bone, lung, soft tissue</source>
   <translation>Fenster: wie gespeichert, Gehirn, Knochen, Lunge, Weichteile</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>with one of these: put one in the middle; close a polygon</source>
   <translation>mit einem davon: eines in die Mitte setzen; ein Polygon schließen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>with them: put the cross-hair on the slice</source>
   <translation>mit ihnen: das Fadenkreuz auf die Schicht setzen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/exporting.py" />
   <source>without the agreement of a second reviewer</source>
   <translation>ohne Zustimmung eines zweiten Gutachters</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/keys.py" />
   <source>zoom</source>
   <translation>vergrößern und verkleinern</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/view.py" />
   <source>{0:,} attributes</source>
   <translation>{0:,} Attribute</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/values.py" />
   <source>{0:,} bytes</source>
   <translation>{0:,} Bytes</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>{0:,} of {1:,} findings</source>
   <translation>{0:,} von {1:,} Funden</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/findings_panel.py" />
   <source>{0:,} of {1} undecided</source>
   <translation>{0:,} von {1} offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/details.py" />
   <source>{0}  item {1}</source>
   <translation>{0}  Element {1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>{0} (the sequence around it)</source>
   <translation>{0} (die Sequenz darum)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/history.py" />
   <source>{0} (undone)</source>
   <translation>{0} (zurückgenommen)</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/handover_dialog.py" />
   <source>{0} The folder beside it is not encrypted.</source>
   <translation>{0} Der Ordner daneben ist nicht verschlüsselt.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/recent_list.py" />
   <source>{0} ago</source>
   <translation>vor {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/rule_rows.py" />
   <source>{0} by the kind of object</source>
   <translation>{0} nach der Art des Objekts</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/finding_delegate.py" />
   <source>{0} done</source>
   <translation>{0} erledigt</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/desk.py" />
   <source>{0} files could not be read: see File, Problems</source>
   <translation>{0} Dateien konnten nicht gelesen werden: siehe Datei, Probleme</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/wording.py" />
   <source>{0} in the pixels</source>
   <translation>{0} in den Pixeln</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/vault_dialog.py" />
   <source>{0} is deleted, with {1} UIDs and {2} values.</source>
   <translation>{0} ist gelöscht, mit {1} UIDs und {2} Werten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/values.py" />
   <source>{0} items</source>
   <translation>{0} Elemente</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/schematic.py" />
   <source>{0} marked places before and after</source>
   <translation>{0} markierte Stellen vorher und nachher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/desk.py" />
   <source>{0} new findings</source>
   <translation>{0} neue Funde</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>{0} of the file fit what is open.</source>
   <translation>{0} der Datei passen zum Geöffneten.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/facts.py" />
   <source>{0} of the picture</source>
   <translation>{0} im Bild</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/profile_editor/form.py" />
   <source>{0} of the profile</source>
   <translation>{0} des Profils</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_preview.py" />
   <source>{0} of {1}</source>
   <translation>{0} von {1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/finding_delegate.py" />
   <source>{0} of {1} open</source>
   <translation>{0} von {1} offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/slice_view/cut_view.py" />
   <source>{0} plane</source>
   <translation>Ebene {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/summary/page.py" />
   <source>{0} series</source>
   <translation>{0} Serien</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/plane.py" />
   <source>{0} slice</source>
   <translation>Schicht {0}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>{0} so far</source>
   <translation>{0} bisher</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/status_panel.py" />
   <source>{0} to be agreed with</source>
   <translation>{0} warten auf Zustimmung</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>{0} undecided</source>
   <translation>{0} offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/plot.py" />
   <source>{0} values</source>
   <translation>{0} Werte</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/detail_panel.py" />
   <source>{0} × {1} pixels</source>
   <translation>{0} × {1} Pixel</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/face_view/verdict.py" />
   <source>{0}, by {1}</source>
   <translation>{0}, von {1}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/commands.py" />
   <source>{0}, everywhere</source>
   <translation>{0}, überall</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/item_model.py" />
   <source>{0}, undecided</source>
   <translation>{0}, offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_delegate.py" />
   <source>{0}, {1:,} open</source>
   <translation>{0}, {1:,} offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/owner_commands.py" />
   <source>{0}, {1} days</source>
   <translation>{0}, {1} Tage</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/item_models/findings_model.py" />
   <source>{0}, {1} undecided</source>
   <translation>{0}, {1} offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>{0}, {1}.
To be compared by telephone: {2}</source>
   <translation>{0}, {1}.
Am Telefon zu vergleichen: {2}</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/evidence_view/panel.py" />
   <source>{0}: image with places that were measured</source>
   <translation>{0}: Bild mit gemessenen Stellen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/panels/worklist_panel.py" />
   <source>{0}: {1} of {2} undecided</source>
   <translation>{0}: {1} von {2} offen</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/header_view/rules.py" />
   <source>{0}; its items are looked at one by one</source>
   <translation>{0}; seine Elemente werden einzeln betrachtet</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/verify_window.py" />
   <source>✗  It could not be checked.</source>
   <translation>✗  Es konnte nicht geprüft werden.</translation>
  </message>
  <message>
   <location filename="../../viewer/gui/dialogs/export_dialog.py" />
   <source>✗  Not exported: {0}: {1}</source>
   <translation>✗  Nicht exportiert: {0}: {1}</translation>
  </message>
 </context>
</TS>
