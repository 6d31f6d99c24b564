import type { Texts } from '../said.ts'

/** What pages says to people, in German. */
export const GERMAN: Texts = {
  'A page holds a million characters, and this is more.': 'Eine Seite fasst eine Million Zeichen, und das ist mehr.',
  'Move a part of it to a page below.': 'Verschiebe einen Teil auf eine Seite darunter.',
  'A page has a title of at most 200 characters.': 'Eine Seite hat einen Titel von höchstens 200 Zeichen.',
  'Give it a short title that says what it is about.': 'Gib ihr einen kurzen Titel, der sagt, worum es geht.',
  'Nobody has verified this page yet.': 'Diese Seite hat noch niemand geprüft.',
  ' against {0}': ' anhand von {0}',
  ', and edited since': ', seither bearbeitet',
  'Verified by {0} on {1}{2}{3}': 'Geprüft von {0} am {1}{2}{3}',
  '{0}; it was to be looked at again by {1}.': '{0}; sie war bis {1} wieder anzusehen.',
  '{0}; look again by {1}.': '{0}; wieder ansehen bis {1}.',
  '{0} wrote {1}': '{1}, neu von {0}',
  '{0} edited {1}{2}': '{1}, von {0}{2} bearbeitet',
  ' twice': ' zweimal',
  ' {0} times': ' {0}-mal',
}
