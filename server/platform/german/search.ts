import type { Texts } from '#domain/words/said.ts'

/** What search says to people, in German. */
export const GERMAN: Texts = {
  'There is no language called “{0}” here.': 'Eine Sprache namens „{0}“ gibt es hier nicht.',
  'You have no such saved search.': 'Diese gespeicherte Suche hast du nicht.',
  'You keep {0} searches already.': 'Du hast schon {0} gespeicherte Suchen.',
  'Drop one that you do not need any more.': 'Lass eine weg, die du nicht mehr brauchst.',
  'Another search of yours is called “{0}”.': 'Eine andere Suche von dir heißt „{0}“.',
  'Choose another name, or drop that one.': 'Wähle einen anderen Namen, oder lass jene weg.',
}
