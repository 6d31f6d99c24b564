import type { Texts } from '../said.ts'

/** What time says to people, in German. */
export const GERMAN: Texts = {
  '{0} working minutes': '{0} Arbeitsminuten',
  'This schedule names no day of the week.': 'Dieser Zeitplan nennt keinen Wochentag.',
  'working time': 'Arbeitszeit',
  'No {0} in {1} within a year.': 'In {1} findet sich innerhalb eines Jahres nicht, was gesucht wird: {0}.',
  'Ask them to set working hours, or send the ask to someone else.': 'Bitte darum, Arbeitszeiten einzutragen, oder schick die Anfrage an jemand anderen.',
  '{0} is not a number of working minutes.': '{0} ist keine Zahl von Arbeitsminuten.',
  'Give a number of minutes that is 0 or more.': 'Gib eine Zahl von Minuten an, die 0 oder größer ist.',
  '{0} is not a day of the week.': '{0} ist kein Wochentag.',
  'Write days as 1 for Monday to 7 for Sunday.': 'Schreib Tage als 1 für Montag bis 7 für Sonntag.',
  'Write times from 00:00 to 23:59; an end may also be 24:00.': 'Schreib Uhrzeiten von 00:00 bis 23:59; ein Ende darf auch 24:00 sein.',
  '{0} has no length.': '{0} hat keine Länge.',
  'Choose an end after the start; for a whole day write 00:00 to 24:00.': 'Wähle ein Ende nach dem Beginn; für einen ganzen Tag schreib 00:00 bis 24:00.',
  '{0} and {1} overlap.': '{0} und {1} überschneiden sich.',
  'Join them into one interval, or move one of them.': 'Mach daraus einen Zeitraum, oder verschiebe einen von beiden.',
  'Monday': 'Montag',
  'Tuesday': 'Dienstag',
  'Wednesday': 'Mittwoch',
  'Thursday': 'Donnerstag',
  'Friday': 'Freitag',
  'Saturday': 'Samstag',
  'Sunday': 'Sonntag',
  '{0} {1} to {2}': '{0} {1} bis {2}',
}
