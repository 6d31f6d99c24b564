import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** How many hashes run at once; the others wait their turn, so that a flood of sign-ins cannot starve the rest. */
const AT_ONCE = 2
/** How many may wait before new ones are refused. */
const QUEUE_MAX = 200

/** How many sign-ins hold a connection of the database at once; the others wait without one. */
const SIGNING_IN = 4

/** A few at once, so many waiting, the rest refused. */
function turns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= QUEUE_MAX) throw new Refusal('too_many', said`Too many people sign in at this moment.`, said`Try again in a few seconds.`)
      await new Promise<void>((resume) => waiting.push(resume))
    }
    running += 1
    try { return await work() } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
}

const inTurn = turns(AT_ONCE)
/** The turn of a whole sign-in by password. */
export const signInTurn = turns(SIGNING_IN)

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST))

let decoy: string | null = null

/** Takes as long for somebody unknown (`stored` null) as for somebody known. */
export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  decoy ??= await hashPassword('nobody has this password')
  const target = stored ?? decoy
  const matches = await inTurn(() => verify(target, given))
  return matches && stored !== null
}
