import type { Texts } from '#domain/words/said.ts'

/** What exports says to people, in German. */
export const GERMAN: Texts = {
  'An export goes into an empty workspace, and {0} is here too.': 'Ein Export kommt in einen leeren Arbeitsbereich, und {0} ist auch hier.',
  'Make a new workspace, and import there before you invite anybody.': 'Mach einen neuen Arbeitsbereich, und importiere dort, bevor du jemanden einlädst.',
  'An export goes into an empty workspace, and something was written here already.': 'Ein Export kommt in einen leeren Arbeitsbereich, und hier wurde schon etwas geschrieben.',
  'Make a new workspace, and import there first.': 'Mach einen neuen Arbeitsbereich, und importiere zuerst dort.',
  'An entry names “{0}”, which is no {1} of this export.': 'Ein Eintrag nennt „{0}“, und dieser Export kennt das nicht: {1}.',
  'Send people.md and each space.md before the entries.': 'Sende people.md und jede space.md vor den Einträgen.',
  'person': 'Person',
  'space': 'Raum',
  '#{0} is another entry here than in {1}.': '#{0} ist hier ein anderer Eintrag als in {1}.',
  'Import into a new workspace.': 'Importiere in einen neuen Arbeitsbereich.',
  '{0} was not uploaded, or its bytes are not those of the export.': '{0} wurde nicht hochgeladen, oder die Bytes sind nicht die des Exports.',
  'Upload the files of the export as they are, and try again.': 'Lade die Dateien des Exports hoch, wie sie sind, und versuch es noch einmal.',
  'This cursor was not made by Longhand.': 'Dieser Zeiger stammt nicht von Longhand.',
  'Take it from `next` of the page before, or leave it out to begin again.': 'Nimm ihn aus `next` der Seite davor, oder lass ihn weg, um von vorn zu beginnen.',
}
