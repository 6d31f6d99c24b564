import type { Texts } from '#domain/words/said.ts'

/** What spaces says to people, in German. */
export const GERMAN: Texts = {
  'A space called {0} exists already.': 'Einen Raum namens {0} gibt es schon.',
  'Choose another name.': 'Wähle einen anderen Namen.',
  'Choose somebody from People and hours, or invite them first.': 'Wähle jemanden unter Personen und Arbeitszeiten, oder lade zuerst ein.',
  '{0} is private, and its last member cannot leave: nobody could read it again.': '{0} ist privat, und das letzte Mitglied kann nicht gehen: Niemand könnte den Raum je wieder lesen.',
  'Add somebody first, or archive the space.': 'Nimm zuerst jemanden auf, oder archiviere den Raum.',
  'There is no such space that you can see.': 'Es gibt keinen solchen Raum, den du sehen kannst.',
  'Choose one of your spaces.': 'Wähle einen deiner Räume.',
}
