import type { Texts } from '#domain/words/said.ts'

/** What attention says to people, in German. */
export const GERMAN: Texts = {
  'There is no preset called {0}.': 'Eine Vorlage namens {0} gibt es nicht.',
  'A block that was started by hand is not edited.': 'Ein von Hand begonnener Block wird nicht bearbeitet.',
  'End it, and start another.': 'Beende ihn und beginne einen anderen.',
  'You are not in focus.': 'Du bist nicht im Fokus.',
  'Start one, or look when your next block begins.': 'Beginne einen, oder sieh nach, wann dein nächster Block beginnt.',
  'You keep {0} blocks already.': 'Du hast schon {0} Blöcke.',
  'Remove one that you do not need any more.': 'Entferne einen, den du nicht mehr brauchst.',
  'You keep no such block.': 'Diesen Block hast du nicht.',
  'Look at your blocks on the Focus page.': 'Sieh dir deine Blöcke auf der Seite Fokus an.',
  'There is no such item in your inbox.': 'Diesen Eintrag gibt es in deinem Eingang nicht.',
  'Read your inbox again.': 'Lies deinen Eingang noch einmal.',
}
