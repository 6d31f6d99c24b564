import type { Texts } from '#domain/words/said.ts'

/** What search says to people, in German. */
export const GERMAN: Texts = {
  'There is no language called “{0}” here.': 'Eine Sprache namens „{0}“ gibt es hier nicht.',
  'You have no such saved search.': 'Diese gespeicherte Suche hast du nicht.',
  'You keep {0} searches already.': 'Du hast schon {0} gespeicherte Suchen.',
  'Drop one that you do not need any more.': 'Lass eine weg, die du nicht mehr brauchst.',
  'Another search of yours is called “{0}”.': 'Eine andere Suche von dir heißt „{0}“.',
  'Choose another name, or drop that one.': 'Wähle einen anderen Namen, oder lass jene weg.',
  'A reply in #{0} {1}': 'Eine Antwort in #{0} {1}',
  'New for “{0}”': 'Neu zu „{0}“',
  '; and {0} more': '; und {0} weitere',
  'Your saved search': 'Deine gespeicherte Suche',
  'these words stand everywhere, so that nothing was asked': 'diese Wörter stehen überall, also wurde nichts gefragt',
  'written by {0}': 'geschrieben von {0}',
  'asked of {0}': 'gefragt an {0}',
  'nobody of this name is here': 'niemand mit diesem Namen ist hier',
  'in {0}': 'in {0}',
  'there is no such space that you can see': 'einen solchen Raum, den du sehen kannst, gibt es nicht',
  '{0} or {1}': '{0} oder {1}',
}
