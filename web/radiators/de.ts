import type { Texts } from '#domain/words/said.ts'

/** What the pages that are put together for reading and printing say, in German. */
export const GERMAN: Texts = {
  'Print': 'Drucken',
  'Put together {0} at {1}': 'Zusammengestellt am {0} um {1}',
  '{0}, written by {1}': '{0}, geschrieben von {1}',
  'The team': 'Das Team',
  'How it stands': 'Wie es steht',
  'What was written here': 'Was hier geschrieben wurde',
  'Since another day': 'Seit einem anderen Tag',
  'Since my last shift': 'Seit meiner letzten Schicht',
}
