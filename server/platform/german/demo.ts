import type { Texts } from '#domain/words/said.ts'

/** What demo says to people, in German. */
export const GERMAN: Texts = {
  'The demo has nobody with this id.': 'Die Demo hat niemanden mit dieser Kennung.',
  'Choose one of the people of the demo.': 'Wähle eine der Personen der Demo.',
  'This is shown of the demo team alone.': 'Das wird nur vom Team der Demo gezeigt.',
  'Your own week stands on the page Focus and delivery.': 'Deine eigene Woche steht auf der Seite Fokus und Zustellung.',
}
