import type { Texts } from '../said.ts'

/** What the settings of the agreement say to people, in German. */
export const GERMAN: Texts = {
  'minute|minutes': 'Minute|Minuten',
  'round|rounds': 'Runde|Runden',
  'message|messages': 'Nachricht|Nachrichten',
  'day|days': 'Tag|Tage',
  'word|words': 'Wort|Wörter',
  'none': 'keine',
  'yes': 'ja',
  'no': 'nein',
  'not set': 'nicht gesetzt',
  'within {0}, around the clock': 'innerhalb von {0}, rund um die Uhr',
  'within {0} of working time': 'innerhalb von {0} Arbeitszeit',
  'by the end of the working day': 'bis zum Ende des Arbeitstags',
  'by the end of the next working day': 'bis zum Ende des nächsten Arbeitstags',
  'within {0} working days': 'innerhalb von {0} Arbeitstagen',
}
