import { capital, counted, formatAt } from '../ui/format.ts'
import { t } from '../ui/words.ts'

type Standing = {
  reachable: boolean
  /** The device has a network, so that it is the server that is silent. */
  online: boolean
  /** From when what stands on the page is; undefined where nothing was kept of it. */
  at: Temporal.Instant | undefined
  zone: string
  now: Temporal.Instant
}

/** How the page stands without the server; undefined while it answers. */
export function standingWords({ reachable, online, at, zone, now }: Standing): string | undefined {
  if (reachable) return undefined
  const why = online ? t`The server does not answer.` : t`You are offline.`
  return at === undefined ? why : t`${why} This is how it stood ${formatAt(at, zone, now)}.`
}

/** What waits, and what was refused; undefined where there is nothing to say. */
export function waitingWords(waiting: number, refused: number): string | undefined {
  if (refused > 0) return t`${capital(counted(refused, 'text'))} could not be sent.`
  return waiting > 0 ? t`${capital(counted(waiting, 'text'))} to be sent once the server answers.` : undefined
}
