import type { Texts } from '../said.ts'

/** What pages says to people, in German. */
export const GERMAN: Texts = {
  'A page holds a million characters, and this is more.': 'Eine Seite fasst eine Million Zeichen, und das ist mehr.',
  'Move a part of it to a page below.': 'Verschiebe einen Teil auf eine Seite darunter.',
  'A page has a title of at most 200 characters.': 'Eine Seite hat einen Titel von höchstens 200 Zeichen.',
  'Give it a short title that says what it is about.': 'Gib ihr einen kurzen Titel, der sagt, worum es geht.',
}
