import type { Texts } from '#domain/words/said.ts'

/** What links says to people, in German. */
export const GERMAN: Texts = {
  'A preview is of a number or of a title, and only one of them.': 'Eine Vorschau gilt einer Nummer oder einem Titel, und nur einem davon.',
  'Send either number or title.': 'Sende entweder number oder title.',
  'Search for it, or write it.': 'Such danach, oder schreib es.',
  '{0}, deleted.': '{0}, gelöscht.',
}
