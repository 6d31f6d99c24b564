import type { Texts } from '../said.ts'

/** What attention says to people, in German. */
export const GERMAN: Texts = {
  'This focus ends before it starts.': 'Dieser Fokus endet, bevor er beginnt.',
  'Choose an end after the start.': 'Wähle ein Ende nach dem Beginn.',
  '{0} are too short for focus: the agreement says {1} at least.': '{0} sind zu kurz für Fokus: Die Vereinbarung verlangt mindestens {1}.',
  'Make the block {0} longer, or propose a shorter floor in the agreement.': 'Mach den Block {0} länger, oder schlag in der Vereinbarung eine kürzere Mindestdauer vor.',
  'This focus lasts longer than a week.': 'Dieser Fokus dauert länger als eine Woche.',
  'For more than a week enter an absence with a cover.': 'Trag für mehr als eine Woche eine Abwesenheit mit Vertretung ein.',
  'This focus has no day of the week.': 'Dieser Fokus hat keinen Wochentag.',
  'Choose at least one day.': 'Wähle mindestens einen Tag.',
  '{0} is not a date.': '{0} ist kein Datum.',
  'Write dates as 2026-03-27.': 'Schreib Daten in der Form 2026-03-27.',
  'This focus ends before it begins.': 'Dieser Fokus endet, bevor er anfängt.',
  'Choose a last date that is not before the first.': 'Wähle einen letzten Tag, der nicht vor dem ersten liegt.',
  '{0} minutes before the wrap can not be a window.': '{0} Minuten vor der Übergabe können kein Zeitfenster sein.',
  'Choose from 0 to 720 minutes.': 'Wähle 0 bis 720 Minuten.',
  '{0} is not a time of day.': '{0} ist keine Uhrzeit.',
  'Write times from 00:00 to 23:59.': 'Schreib Uhrzeiten von 00:00 bis 23:59.',
  'A week has two meeting-free days at most.': 'Eine Woche hat höchstens zwei Tage ohne Besprechungen.',
  'Choose one or two days, or none.': 'Wähle einen oder zwei Tage, oder keinen.',
  'This day is kept free of meetings.': 'Dieser Tag wird von Besprechungen freigehalten.',
  'Say in one sentence why this meeting can not wait or be written.': 'Sag in einem Satz, warum diese Besprechung nicht warten oder schriftlich sein kann.',
}
