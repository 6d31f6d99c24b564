import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, Words } from '../words/said.ts'

type Instant = Temporal.Instant

/**
 * Waits after the first failed try, the second, and so on: ten tries over three days, always the same, so that a
 * receiver can tell when the next one comes. Unit: seconds.
 * @see https://www.standardwebhooks.com, “Retries”
 */
export const WAITS_S: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** An endpoint that fails for so long, without one success, is switched off. Unit: hours. */
const FAILING_MAX_H = 72

/** What an endpoint answers when it wants to hear nothing any more (RFC 9110, 15.5.11). */
const GONE = 410
const FIRST_OK = 200
const LAST_OK = 299
const FIRST_REDIRECT = 300
const LAST_REDIRECT = 399

export type Disabled = 'hand' | 'gone' | 'failing' | 'owner'
/** What follows from one try. `failingSince` is null after a success; `disable` says why the endpoint is switched off now. */
export type AfterTry = { state: 'sent' | 'again' | 'failed'; error: string; failingSince: Instant | null; disable: Extract<Disabled, 'gone' | 'failing'> | null }

type Tried = { status: number | null; error: string | null; at: Instant; failingSince: Instant | null }

/**
 * Judges one try at an endpoint.
 * @param status of the answer; null when there was none, and then `error` says why
 */
export function afterTry({ status, error, at, failingSince }: Tried): AfterTry {
  if (status !== null && status >= FIRST_OK && status <= LAST_OK) return { state: 'sent', error: '', failingSince: null, disable: null }
  const since = failingSince ?? at
  if (status === GONE) return { state: 'failed', error: 'It answered 410: it wants to hear nothing any more.', failingSince: since, disable: 'gone' }
  const tooLong = Temporal.Instant.compare(since.add({ hours: FAILING_MAX_H }), at) <= 0
  return { state: 'again', error: wordsOf(status, error), failingSince: since, disable: tooLong ? 'failing' : null }
}

function wordsOf(status: number | null, error: string | null): string {
  if (status === null) return error ?? 'There was no answer.'
  if (status >= FIRST_REDIRECT && status <= LAST_REDIRECT) return `It answered ${status}, which leads elsewhere; give the address where it really is.`
  return `It answered ${status}.`
}

type Standing = { state: 'active' | 'disabled'; because: Disabled | null; failing: boolean; ownerName: string }

/** How an endpoint stands, in one sentence. */
export const endpointSentence = (standing: Standing, words: Words = ENGLISH): string => inWords(endpointSaid(standing), words)

function endpointSaid({ state, because, failing, ownerName }: Standing): Said {
  if (state === 'active') return failing ? said`The last tries failed. After three days of that it is switched off.` : said`It is told as things happen.`
  switch (because) {
    case 'gone': return said`Switched off: it answered 410, so it wants to hear nothing any more.`
    case 'failing': return said`Switched off: each try failed for three days.`
    case 'owner': return said`Switched off: ${ownerName} does not manage the workspace any more.`
    case 'hand':
    case null: return said`Switched off by hand.`
  }
}
