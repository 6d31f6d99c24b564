import type { Texts } from '../said.ts'

/** What webhooks say to people, in German. */
export const GERMAN: Texts = {
  'The last tries failed. After three days of that it is switched off.': 'Die letzten Versuche sind gescheitert. Bleibt es drei Tage so, wird er abgeschaltet.',
  'It is told as things happen.': 'Er erfährt, was geschieht, sobald es geschieht.',
  'Switched off: it answered 410, so it wants to hear nothing any more.': 'Abgeschaltet: Er antwortete 410, will also nichts mehr hören.',
  'Switched off: each try failed for three days.': 'Abgeschaltet: Drei Tage lang ist jeder Versuch gescheitert.',
  'Switched off: {0} does not manage the workspace any more.': 'Abgeschaltet: {0} verwaltet den Arbeitsbereich nicht mehr.',
  'Switched off by hand.': 'Von Hand abgeschaltet.',
}
