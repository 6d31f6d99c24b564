import type { Texts } from '#domain/words/said.ts'

/** Everything that the pages say, in German. */
export const GERMAN: Texts = {}
