type Errors = Readonly<Record<string, string | undefined>>

/**
 * What a form told at the last try and what is wrong with it still, in the words of now: an error goes away as soon as it is
 * mended, and a field that was not told of waits for the next try.
 */
export function stillWrong<Told extends Errors>(told: Told, now: Told): Told {
  return Object.fromEntries(Object.entries(now).filter(([field]) => told[field] !== undefined)) as Told
}
