import type { Texts } from '../said.ts'

/** What the contract says of an input that cannot be, in German; each stands after the name of its field. */
export const GERMAN: Texts = {
  'must be a language such as en-GB or de-CH': 'muss eine Sprache wie en-GB oder de-CH sein',
  'must be a short id of small letters, digits and dashes': 'muss eine kurze Kennung aus kleinen Buchstaben, Ziffern und Strichen sein',
  'is too long for a draft': 'ist zu lang für einen Entwurf',
  'holds broken Unicode or a null character; remove it and send again': 'enthält kaputtes Unicode oder ein Nullzeichen; entferne es und sende noch einmal',
  'must not be empty': 'darf nicht leer sein',
  'must be an instant such as 2026-03-24T07:00:00Z': 'muss ein Zeitpunkt wie 2026-03-24T07:00:00Z sein',
  'must be 1970-01-02 or later': 'muss der 2. Januar 1970 oder später sein',
  'must be a date such as 2026-03-24 that exists': 'muss ein Datum wie 2026-03-24 sein, das es gibt',
  'must be a time such as 09:30': 'muss eine Uhrzeit wie 09:30 sein',
  'must be an IANA time zone such as Europe/Lisbon': 'muss eine IANA-Zeitzone wie Europe/Lisbon sein',
  'must be the path of a page, such as /128': 'muss der Pfad einer Seite sein, etwa /128',
}
