import type { Texts } from '../said.ts'

/** What people says to people, in German. */
export const GERMAN: Texts = {
  'This absence ends before it begins.': 'Diese Abwesenheit endet, bevor sie beginnt.',
  'This absence was over more than a year ago.': 'Diese Abwesenheit ist seit mehr als einem Jahr vorbei.',
  'Note absences of the last year and those to come.': 'Trag Abwesenheiten des letzten Jahres und kommende ein.',
  'This absence ends more than five years from now.': 'Diese Abwesenheit endet in mehr als fünf Jahren.',
  'Note an earlier end; it can be noted again later.': 'Trag ein früheres Ende ein; sie lässt sich später erneut eintragen.',
  'There is an absence from {0} to {1} already, and the two overlap.': 'Es gibt schon eine Abwesenheit von {0} bis {1}, und die beiden überschneiden sich.',
  'Cancel that one first, or choose times that do not touch it.': 'Streich zuerst jene, oder wähle Zeiten, die sie nicht berühren.',
  'Nobody covers for themselves.': 'Niemand vertritt sich selbst.',
  'Choose somebody else, or leave the cover open.': 'Wähle jemand anderen, oder lass die Vertretung offen.',
  '{0} is not active in this workspace and cannot cover.': '{0} ist in diesem Arbeitsbereich nicht aktiv und kann nicht vertreten.',
  'Choose somebody else.': 'Wähle jemand anderen.',
  'There is no shift on {0} to give away.': 'Am {0} gibt es keine Schicht, die du abgeben könntest.',
  'Choose a date on which you work.': 'Wähle einen Tag, an dem du arbeitest.',
  'The shift on {0} has begun.': 'Die Schicht am {0} hat begonnen.',
  'Choose a later date, or note an absence with a cover.': 'Wähle einen späteren Tag, oder trag eine Abwesenheit mit Vertretung ein.',
  'The shift on {0} has begun or is another than when it was offered.': 'Die Schicht am {0} hat begonnen oder ist eine andere als die angebotene.',
  'Ask for a new offer.': 'Bitte um ein neues Angebot.',
  'You are away during the shift on {0}.': 'Während der Schicht am {0} bist du abwesend.',
  'Decline it, or cancel the absence first.': 'Lehne ab, oder streich zuerst die Abwesenheit.',
  '{0} never work at once in these seven days.': '{0} arbeiten in diesen sieben Tagen nie gleichzeitig.',
  'at {0} times': 'zu {0} Zeiten',
  '{0} work at once {1}, your time: {2} in these seven days.': '{0} arbeiten gleichzeitig {1}, nach deiner Uhr: {2} in diesen sieben Tagen.',
}
