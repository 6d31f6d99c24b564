import type { Texts } from '#domain/words/said.ts'

/** What is said without a network, in German. */
export const GERMAN: Texts = {
  'See what waits': 'Ansehen, was wartet',
  '{0} arrived.': '{0} angekommen.',
  'The server does not answer.': 'Der Server antwortet nicht.',
  'You are offline.': 'Du bist offline.',
  '{0} This is how it stood {1}.': '{0} So stand es {1}.',
  '{0} could not be sent.': 'Nicht gesendet: {0}.',
  '{0} to be sent once the server answers.': 'Wird gesendet, sobald der Server antwortet: {0}.',
}
