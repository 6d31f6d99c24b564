import type { Texts } from '#domain/words/said.ts'

/** What writing says to people, in German. */
export const GERMAN: Texts = {
  'There is no such note that you set aside.': 'Einen solchen Hinweis hast du nicht verworfen.',
  'Your agreement insists on this (writing.gate: {0}). {1}': 'Eure Vereinbarung besteht darauf (writing.gate: {0}). {1}',
}
