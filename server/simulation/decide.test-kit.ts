import * as decisions from '#contract/decisions.ts'
import { othersIn, roomsOf, say, somebody, textFor } from './life.test-kit.ts'
import type { Life } from './life.test-kit.ts'

export async function decide(life: Life): Promise<void> {
  const by = somebody(life)
  const room = life.dice.pick(roomsOf(life, by))
  const [consulted] = othersIn(life, room, by)
  if (!consulted) return
  const { text, word } = textFor(life, room, 'What to do')
  const content = { title: `A decision ${life.words}`, needed: text, context: 'As it is.', criteria: 'Time.', options: [{ id: 'old', title: 'Old', body: 'As before.' }, { id: 'new', title: 'New', body: 'Another way.' }], recommendation: { optionId: 'new', why: 'Quicker.' }, consequences: 'Some.', confirmation: 'We look.' }
  const made = await say(life, by, decisions.createDecision, { spaceId: room.id, content, roles: { accountableId: by.id, consultedIds: [consulted.id] }, windowDays: life.dice.upTo(4), door: life.dice.one(3) ? 'one-way' : 'two-way' })
  if (!made) return
  life.acknowledged.push(word)
  life.decisions.push({ number: made.number, room, by, accountable: by, consulted, deleted: false })
  await say(life, by, decisions.openDecision, { number: made.number })
}

export async function closeWith(life: Life): Promise<void> {
  if (life.decisions.length === 0) return decide(life)
  const { number, accountable, consulted, room } = life.dice.pick(life.decisions.slice(-5))
  const { text, word } = textFor(life, room, 'I think')
  const position = (kind: 'support' | 'objection' | 'question') => async () => { if (await say(life, consulted, decisions.takePosition, { number, kind, text })) life.acknowledged.push(word) }
  await life.dice.pick<() => Promise<unknown>>([
    () => say(life, consulted, decisions.seeDecision, { number }), position('support'), position('support'), position('objection'), position('question'), () => say(life, accountable, decisions.openDecision, { number }),
    () => signTwice(life), () => signTwice(life), () => say(life, accountable, decisions.withdrawDecision, { number, reason: 'Not now.' }), () => say(life, accountable, decisions.resumeDecision, { number }), () => say(life, accountable, decisions.proposeDecisionCall, { number }), () => say(life, accountable, decisions.holdDecisionCall, { number, outcome: 'We heard it.' }),
  ])()
}

/** The accountable signs one option and, from another window, the other one: one outcome stands. */
async function signTwice(life: Life): Promise<void> {
  const { number, accountable } = life.dice.pick(life.decisions.slice(-5))
  const first = await say(life, accountable, decisions.signDecision, { number, optionId: 'new' })
  const second = await say(life, accountable, decisions.signDecision, { number, optionId: 'old' })
  if (first && second) life.faults.push(`Decision #${number} was signed twice, with two outcomes.`)
}
