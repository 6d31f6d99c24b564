import type { Texts } from '#domain/words/said.ts'

/** What the list of drafts says, in German. */
export const GERMAN: Texts = {
  'Drafts': 'Entwürfe',
  'Texts and pages that you have begun on this device. They are kept as you type, here and on the server.': 'Texte und Seiten, die du auf diesem Gerät begonnen hast. Sie bleiben erhalten, während du tippst, hier und auf dem Server.',
  'Go on: {0}': 'Weiterschreiben: {0}',
  'Go on': 'Weiterschreiben',
  'Nothing is begun. What you start to write and do not send stands here.': 'Nichts angefangen. Was du zu schreiben beginnst und nicht sendest, steht hier.',
  'Another text is begun there. Send it or throw it away first; this one stays here.': 'Dort ist ein anderer Text angefangen. Sende oder verwirf ihn zuerst; dieser bleibt hier.',
  'Waiting to be sent': 'Wartet aufs Senden',
  'Sent by itself, once, when the server answers.': 'Wird von selbst gesendet, einmal, sobald der Server antwortet.',
  'Send it now: {0}': 'Jetzt senden: {0}',
  'Send it now': 'Jetzt senden',
  'Go to where it stands: {0}': 'Dorthin, wo es steht: {0}',
  'Go to where it stands': 'Dorthin, wo es steht',
  'Write on: {0}': 'Weiterschreiben: {0}',
  'Throw away: {0}': 'Verwerfen: {0}',
  'Throw away': 'Verwerfen',
  'Reply in #{0}': 'Antwort in #{0}',
  'Change of #{0}': 'Änderung von #{0}',
  'Answer in #{0}': 'Antwort auf #{0}',
  'A new page': 'Eine neue Seite',
  'Page #{0}': 'Seite #{0}',
}
