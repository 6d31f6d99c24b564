import type { Texts } from '#domain/words/said.ts'

/** What the export says, in German. */
export const GERMAN: Texts = {
  'Export': 'Export',
  'Everything that you may see, as files of Markdown that any editor, search and git read.': 'Alles, was du sehen darfst, als Markdown-Dateien, die jeder Editor, jede Suche und git lesen.',
  'One file for each wrap, check-in, thread, ask, decision and page, with its replies; attached files beside; people, the agreement and decisions on record as files of their own. What you may not see is not in it, and drafts, read marks and settings neither.': 'Eine Datei für jede Übergabe, jeden Check-in, jeden Thread, jede Anfrage, Entscheidung und Seite, mit den Antworten; angehängte Dateien daneben; Personen, die Vereinbarung und die Entscheidungsprotokolle als eigene Dateien. Was du nicht sehen darfst, ist nicht darin, und Entwürfe, Lesestände und Einstellungen auch nicht.',
  'For a folder in git, {0} in a terminal writes the same files, and only those that changed since the last time.': 'Für einen Ordner in git schreibt {0} im Terminal dieselben Dateien, und nur die, die sich seit dem letzten Mal geändert haben.',
  'Pack everything': 'Alles packen',
  'Packing': 'Wird gepackt',
  'Save longhand.tar.gz': 'longhand.tar.gz speichern',
  'Pack it again': 'Noch einmal packen',
  'It is packed in your browser; keep this page open.': 'Es wird in deinem Browser gepackt; lass diese Seite offen.',
  '{0} so far. Keep this page open.': 'Bisher {0}. Lass diese Seite offen.',
  'file|files': 'Datei|Dateien',
  '{0} in the archive.': '{0} im Archiv.',
  'An attached file could not be read.': 'Eine angehängte Datei konnte nicht gelesen werden.',
  'Try again; if it happens again, tell whoever runs this workspace.': 'Versuch es noch einmal; wenn es wieder geschieht, sag es denen, die diesen Arbeitsbereich betreiben.',
}
