import * as asks from '#contract/asks.ts'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import * as threads from '#contract/threads.ts'
import { afterMinutesOf } from './people.test-kit.ts'
import { othersIn, roomsOf, say, somebody, textFor } from './life.test-kit.ts'
import type { Life } from './life.test-kit.ts'

/** Working minutes of an ordinary answer in the agreement that the team has adopted, where its clock counts working time. */
const inMinutes = (allowance: object): allowance is { minutes: number; around_the_clock: boolean } => 'minutes' in allowance

export async function openThread(life: Life): Promise<void> {
  const by = somebody(life)
  const room = life.dice.pick(roomsOf(life, by))
  const { text, word } = textFor(life, room)
  const thread = await say(life, by, threads.postThread, { spaceId: room.id, title: `A thread ${life.words}`, body: text })
  if (!thread) return
  life.acknowledged.push(word)
  life.threads.push({ number: thread.number, room, by, deleted: false, words: [word] })
}

function noteDeleted(life: Life, words: readonly string[]): void {
  for (const word of words) life.deletedAt.set(word, life.stage.now())
}

export async function reply(life: Life): Promise<void> {
  const by = somebody(life)
  const mine = life.threads.filter((thread) => !thread.deleted && thread.room.members.has(by.id))
  if (mine.length === 0) return openThread(life)
  const thread = life.dice.pick(mine.slice(-8))
  const { text, word } = textFor(life, thread.room)
  const posted = await say(life, by, threads.postReply, { number: thread.number, body: text })
  if (!posted) return
  const said = [word]
  if (life.dice.one(5)) {
    const after = textFor(life, thread.room, 'Put better')
    if (await say(life, by, threads.editReply, { id: posted.id, body: after.text })) said.push(after.word)
  }
  life.acknowledged.push(...said)
  if (life.dice.one(12) && await say(life, by, threads.deleteReply, { id: posted.id })) noteDeleted(life, said)
  else thread.words?.push(...said)
}

export async function ask(life: Life): Promise<void> {
  const by = somebody(life)
  const room = life.dice.pick(roomsOf(life, by))
  const others = othersIn(life, room, by)
  if (others.length === 0) return
  const to = life.dice.pick(others)
  const { text, word } = textFor(life, room, 'Which one')
  const urgent = life.dice.one(10)
  const made = await say(life, by, asks.postAsk, { spaceId: room.id, title: `An ask ${life.words}`, body: text, to: to.id, kind: 'answer', ...(urgent && { urgency: life.urgent, urgentReason: 'The shop is down.', blockedPath: 'Every sale.' }) })
  if (!made) return
  life.acknowledged.push(word)
  life.asks.push({ number: made.number, room, by, to, deleted: false })
  checkClock(life, made)
}

/** The due time is where a clock lands that walks minute by minute through what the simulation knows of the answerer's time. */
function checkClock(life: Life, made: asks.AskView): void {
  const allowance = life.responses.get(made.urgency)
  const answerer = life.people.find((human) => human.id === made.answererId)
  if (!allowance || !inMinutes(allowance) || allowance.around_the_clock || !answerer || made.dueAt === null || made.readsAt === null) return
  const due = afterMinutesOf(answerer, Temporal.Instant.from(made.readsAt), allowance.minutes, life.stopsInFocus)
  if (due !== null && !due.equals(Temporal.Instant.from(made.dueAt))) life.faults.push(`Ask #${made.number} to ${answerer.name}, read at ${made.readsAt}, is due at ${made.dueAt}; ${allowance.minutes} of their minutes later is ${due}.`)
}

export async function moveAsk(life: Life): Promise<void> {
  const open = life.asks.filter((one) => !one.deleted && one.to.active)
  if (open.length === 0) return ask(life)
  const one = life.dice.pick(open.slice(-10))
  const { text, word } = textFor(life, one.room, 'The new one')
  const said = { number: one.number, body: text }
  const spoke = life.dice.pick([
    () => say(life, one.to, asks.seeAsk, { number: one.number }).then(() => null), () => say(life, one.to, asks.answerAsk, said), () => say(life, one.to, asks.answerAsk, said), () => say(life, one.to, asks.askBack, said), () => say(life, one.by, asks.clarifyAsk, said),
    () => say(life, one.to, asks.declineAsk, { number: one.number, reason: text }), () => say(life, one.by, asks.withdrawAsk, { number: one.number, reason: text }), () => say(life, one.by, asks.notAnswered, said), () => say(life, one.to, asks.acknowledgeAsk, { number: one.number }).then(() => null),
  ])
  if (await spoke()) life.acknowledged.push(word)
}

export async function tidy(life: Life): Promise<void> {
  if (life.threads.length === 0) return
  const { dice } = life
  const thread = dice.pick(life.threads)
  const { number, by } = thread
  const elsewhere = roomsOf(life, by).filter((room) => room.canary === null && room !== thread.room)
  const ways: (() => Promise<unknown>)[] = [
    async () => {
      if (!await say(life, by, deleteEntry, { number })) return
      thread.deleted = true
      noteDeleted(life, thread.words ?? [])
    },
    async () => {
      if (!await say(life, by, restoreEntry, { number })) return
      thread.deleted = false
      for (const word of thread.words ?? []) life.deletedAt.delete(word)
    },
    () => say(life, by, threads.resolveThread, { number, outcome: 'Done.' }), () => say(life, by, threads.reopenThread, { number, reason: 'Not yet.' }),
    () => say(life, somebody(life), threads.followThread, { number, follow: dice.pick(['following', 'muted', 'off'] as const) }), () => say(life, somebody(life), threads.markRead, { number, seq: dice.upTo(4) }),
    async () => {
      const [room] = elsewhere
      if (room && thread.room.canary === null && await say(life, by, threads.moveThread, { number, spaceId: room.id })) thread.room = room
    },
  ]
  await dice.pick(ways)()
}
