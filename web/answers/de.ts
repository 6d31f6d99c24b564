import type { Texts } from '#domain/words/said.ts'

/** What the page of questions asked twice says, in German. */
export const GERMAN: Texts = {
  '“{0}” stands in {1} now.': '„{0}“ steht jetzt in {1}.',
  'What was asked and answered twice in other words stands here, so that one key keeps it as FAQ and nobody has to ask a third time.': 'Was in anderen Worten zweimal gefragt und beantwortet wurde, steht hier, damit eine Taste es als FAQ festhält und niemand ein drittes Mal fragen muss.',
  'Ask #{0}': 'Anfrage #{0}',
  'asked before as {0}': 'schon gefragt als {0}',
  'Keep as FAQ: {0}': 'Als FAQ festhalten: {0}',
  'Keep as FAQ': 'Als FAQ festhalten',
  'Not needed: {0}': 'Nicht nötig: {0}',
  'Not needed': 'Nicht nötig',
  'Asked twice': 'Zweimal gefragt',
}
