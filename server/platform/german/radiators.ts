import type { Texts } from '#domain/words/said.ts'

/** What the pages that are made say to people, in German. */
export const GERMAN: Texts = {
  'Start here: {0}': 'Hier anfangen: {0}',
  'What somebody needs on their first day, put together from what the team wrote.': 'Was jemand am ersten Tag braucht, zusammengestellt aus dem, was das Team geschrieben hat.',
  'What somebody needs who comes to {0}': 'Was jemand braucht, der zu {0} kommt',
  'That is enough for a first day. The rest comes by asking.': 'Das reicht für einen ersten Tag. Der Rest kommt mit den Fragen.',
  'The team of {0}': 'Das Team von {0}',
  '{0}, with times on your clock unless a city is named.': '{0}; Zeiten nach deiner Uhr, wo keine Stadt genannt ist.',
  'Hours change; this page changes with them.': 'Arbeitszeiten ändern sich; diese Seite ändert sich mit ihnen.',
  'How {0} stands': 'Wie {0} steht',
  'Since you were away': 'Seit du weg warst',
  '{0} is asked. {1}': '{0} ist gefragt. {1}',
}
