import * as asks from '#contract/asks.ts'
import * as attention from '#contract/attention.ts'
import { readBrief } from '#contract/brief.ts'
import { listDecisions } from '#contract/decisions.ts'
import { listEntries, readEntry } from '#contract/entries.ts'
import { listBatons } from '#contract/handoffs.ts'
import { listOutbox } from '#contract/outbox.ts'
import { listPages } from '#contract/pages.ts'
import { search } from '#contract/search.ts'
import { listThreads, readThread } from '#contract/threads.ts'
import { say } from './life.test-kit.ts'
import type { Life } from './life.test-kit.ts'

/** Anybody looks at anything; `say` sees to it that nobody is answered with what they may not see. */
export async function look(life: Life): Promise<void> {
  const { dice } = life
  const human = dice.pick(life.people.filter(({ active }) => active))
  const thread = dice.pick(life.threads)
  const canary = life.rooms.find((room) => room.canary !== null)?.canary ?? 'words'
  await dice.pick<() => Promise<unknown>>([
    () => say(life, human, listEntries, {}), () => say(life, human, listThreads, {}), () => say(life, human, attention.listInbox, { of: dice.pick(['new', 'held', 'done'] as const) }), () => say(life, human, readBrief, {}), () => say(life, human, asks.owe, {}), () => say(life, human, asks.wait, {}),
    () => say(life, human, listDecisions, {}), () => say(life, human, listPages, {}), () => say(life, human, listBatons, {}), () => say(life, human, listOutbox, {}), () => say(life, human, search, { q: canary }),
    async () => { if (thread) await say(life, human, readThread, { number: thread.number }) }, async () => { if (thread) await say(life, human, readEntry, { number: thread.number }) },
  ])()
}

export async function clearInbox(life: Life): Promise<void> {
  const human = life.dice.pick(life.people.filter(({ active }) => active))
  const inbox = await say(life, human, attention.listInbox, {})
  for (const item of (inbox?.items ?? []).slice(0, 3)) {
    if (life.dice.one(3)) await say(life, human, attention.snoozeInbox, { id: item.id, until: life.dice.pick(['hour', 'shift'] as const) })
    else await say(life, human, attention.doneInbox, { id: item.id })
  }
}

/** What is no request at all is refused, and nothing comes of it. */
export async function nonsense(life: Life): Promise<void> {
  const human = life.dice.pick(life.people.filter(({ active }) => active))
  const number = life.dice.pick([0, -1, 1e9, Number.NaN])
  await say(life, human, readThread, { number } as never)
  await say(life, human, listThreads, { of: 'everything', __proto__x: 1 } as never)
}
