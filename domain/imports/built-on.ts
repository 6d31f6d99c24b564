/** What people did with something that was imported. */
export const BUILT = ['replied', 'edited', 'settled', 'asked', 'made', 'used', 'archived'] as const
export type Built = (typeof BUILT)[number]

const WORDS: Readonly<Record<Built, string>> = {
  replied: 'somebody replied', edited: 'somebody edited it', settled: 'somebody said where it stands', asked: 'something was asked in it', made: 'something else was made from it, or it from something',
  used: 'somebody worked with it as a page', archived: 'its space is archived',
}

/** Why something stays when an import is taken back; null where nobody built on it. The first reason is enough. */
export function whyItStays(built: Readonly<Record<Built, boolean>>): string | null {
  const found = BUILT.find((one) => built[one])
  return found === undefined ? null : WORDS[found]
}
