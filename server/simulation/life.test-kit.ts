import type { CallOptions } from '#contract/client.ts'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import { ProblemError } from '#contract/problem.ts'
import type { Dice } from '#domain/time/dice.test-kit.ts'
import { whyNotNow } from './people.test-kit.ts'
import type { Human } from './people.test-kit.ts'
import type { Stage } from './stage.test-kit.ts'

/** A place to write, and who is in it as the simulation knows. Words of a private one carry its canary. */
export type Room = { id: string; name: string; members: Set<string>; canary: string | null }

/** Something that was written and acknowledged, by its number. `words` are those of its texts, where they may be deleted. */
export type Written = { number: number; room: Room; by: Human; deleted: boolean; words?: string[] }

/** One life of a team: what it is made of, and what the simulation remembers of it. */
export type Life = {
  readonly seed: number; readonly dice: Dice; readonly stage: Stage; readonly workspaceId: string
  readonly people: Human[]; readonly rooms: Room[]
  /** Words that an acknowledged text holds, each in one text alone. */
  readonly acknowledged: string[]
  /** When a text with such a word was deleted; thirty days later it is gone as it should be (ADR 0034). */
  readonly deletedAt: Map<string, Temporal.Instant>
  readonly threads: Written[]; readonly asks: (Written & { to: Human })[]; readonly pages: Written[]; readonly decisions: (Written & { accountable: Human; consulted: Human })[]
  readonly batons: { id: string; room: Room }[]; readonly runs: { id: string; steps: number; by: Human }[]; readonly files: { id: string; by: Human }[]
  /** What happened, one line each; a life is the same again when these are. */
  readonly told: string[]
  /** Promises that did not hold, in sentences. */
  readonly faults: string[]
  words: number
  /** A fresh session. */
  sessionFor(personId: string): Promise<string>
  /** What the agreement gives for an answer, by name, and the name of the most urgent. */
  readonly responses: ReadonlyMap<string, object>; readonly urgent: string; readonly stopsInFocus: boolean
}

/** A word that stands nowhere else in this life. */
export const newWord = (life: Life): string => `w${life.seed}x${life.words += 1}x`

/** A text for a room: its own word, the canary of a private room, and sometimes a name or a number. */
export function textFor(life: Life, room: Room, about = 'Some words'): { text: string; word: string } {
  const { dice } = life
  const word = newWord(life)
  const other = dice.one(3) ? ` @${dice.pick(life.people).name}` : ''
  const link = dice.one(4) && life.threads.length > 0 ? ` #${dice.pick(life.threads).number}` : ''
  return { text: `${about} ${word}${room.canary === null ? '' : ` ${room.canary}`}${other}${link}.`, word }
}

/** Somebody who is active: usually one who works at this moment. */
export function somebody(life: Life): Human {
  const active = life.people.filter((human) => human.active)
  const working = active.filter((human) => whyNotNow({ ...human, focus: [] }, life.stage.now()) === null)
  return life.dice.pick(working.length > 0 && !life.dice.one(4) ? working : active)
}

export const roomsOf = (life: Life, human: Human): Room[] => life.rooms.filter((room) => room.members.has(human.id))
/** Others who are active and in the room. */
export const othersIn = (life: Life, room: Room, human: Human): Human[] => life.people.filter((one) => one !== human && one.active && room.members.has(one.id))

/** How often a request is repeated under its key while something is broken. */
const TRIES = 3

/**
 * Says something as somebody: repeats it under the same key where the server could not, and sometimes where it could.
 * @returns the answer, or null where a rule said no
 */
export async function say<Op extends AnyOperation>(life: Life, human: Human, operation: Op, input: GivenTo<Op>, more: CallOptions = {}): Promise<OutputOf<Op> | null> {
  const { dice, stage } = life
  const options = { ...more, idempotencyKey: `k${life.seed}-${life.words += 1}` }
  const again = dice.one(12)
  for (let tried = 1; ; tried += 1) {
    try {
      const answer = await human.call(operation, input, options)
      if (again && operation.method !== 'GET' && !operation.secret && !operation.reads) await repeat(life, human, { operation, input, options, answer })
      note(life, human, operation.name, 'ok')
      watch(life, human, operation.name, answer)
      return answer
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const { code, status, title } = error.problem
      if (status < 500 && status > 0) { note(life, human, operation.name, code); watch(life, human, operation.name, title); return null }
      if (code !== 'unavailable') life.faults.push(`${operation.name} answered ${status} ${code}: ${title}`)
      stage.broken.disk = false
      if (tried >= TRIES) { note(life, human, operation.name, 'given up'); return null }
    }
  }
}

type Again<Op extends AnyOperation> = { operation: Op; input: GivenTo<Op>; options: CallOptions; answer: OutputOf<Op> }

/** A client that heard no answer asks again: it gets the first answer, and nothing happens twice. */
async function repeat<Op extends AnyOperation>(life: Life, human: Human, { operation, input, options, answer }: Again<Op>): Promise<void> {
  const second = await human.call(operation, input, options).catch((error: unknown) => error instanceof ProblemError ? error.problem.code : Promise.reject(error as Error))
  if (JSON.stringify(second) !== JSON.stringify(answer)) life.faults.push(`${operation.name} by ${human.name} answered otherwise when it was repeated under its key: ${JSON.stringify(second).slice(0, 200)}`)
}

function note(life: Life, human: Human, what: string, came: string): void {
  life.told.push(`${life.stage.now().toString().slice(0, 16)} ${human.name} ${what}: ${came}`)
}

/** Nobody is answered with words of a room that they are not in. */
function watch(life: Life, human: Human, what: string, answer: unknown): void {
  const words = JSON.stringify(answer)
  for (const room of life.rooms) {
    if (room.canary !== null && !room.members.has(human.id) && words.includes(room.canary)) life.faults.push(`${human.name}, who is not in ${room.name}, was answered with its words by ${what}.`)
  }
}
