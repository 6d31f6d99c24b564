import { said } from '../words/said.ts'

/** What people did with something that was imported. */
export const BUILT = ['replied', 'edited', 'settled', 'asked', 'made', 'used', 'archived'] as const
export type Built = (typeof BUILT)[number]

const WORDS: Readonly<Record<Built, string>> = {
  replied: said`somebody replied`.key, edited: said`somebody edited it`.key, settled: said`somebody said where it stands`.key, asked: said`something was asked in it`.key, made: said`something else was made from it, or it from something`.key,
  used: said`somebody worked with it as a page`.key, archived: said`its space is archived`.key,
}

/** Why something stays when an import is taken back; null where nobody built on it. The first reason is enough. */
export function whyItStays(built: Readonly<Record<Built, boolean>>): string | null {
  const found = BUILT.find((one) => built[one])
  return found === undefined ? null : WORDS[found]
}
