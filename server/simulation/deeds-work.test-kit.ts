import { uploadFile, deleteFile, restoreFile } from '#contract/files.ts'
import * as handoffs from '#contract/handoffs.ts'
import { beginImport, finishImport, sendPages } from '#contract/imports.ts'
import * as pages from '#contract/pages.ts'
import * as runs from '#contract/runs.ts'
import { newWord, othersIn, roomsOf, say, somebody, textFor } from './life.test-kit.ts'
import type { Life } from './life.test-kit.ts'

export async function wrap(life: Life): Promise<void> {
  const by = somebody(life)
  const room = life.dice.pick(roomsOf(life, by))
  const others = othersIn(life, room, by)
  const { text, word } = textFor(life, room, 'Where it stands')
  const to = others.length > 0 && !life.dice.one(3) ? { kind: 'person' as const, personId: life.dice.pick(others).id } : { kind: 'shift' as const }
  const made = await say(life, by, handoffs.postWrap, { spaceId: room.id, state: text, nextAction: 'Go on.', mostImportant: 'All is well.', batons: life.dice.one(2) ? [{ text: 'Rotate the keys', nextStep: 'Begin with staging', to }] : [] })
  if (!made) return
  life.acknowledged.push(word)
  life.batons.push(...made.batons.map(({ id }) => ({ id, room })))
}

export async function handOn(life: Life): Promise<void> {
  if (life.batons.length === 0) return wrap(life)
  const { id, room } = life.dice.pick(life.batons.slice(-6))
  const there = life.people.filter((human) => human.active && room.members.has(human.id))
  if (there.length === 0) return wrap(life)
  const by = life.dice.pick(there)
  await life.dice.pick<() => Promise<unknown>>([
    () => say(life, by, handoffs.acceptBaton, { id }), () => say(life, by, handoffs.acceptBaton, { id }), () => say(life, by, handoffs.returnBaton, { id, question: 'Which keys?' }), () => say(life, by, handoffs.answerBaton, { id, answer: 'Those.' }),
    () => say(life, by, handoffs.batonDone, { id, outcome: 'All of it.' }), () => say(life, by, handoffs.reopenBaton, { id }),
    () => say(life, by, handoffs.withdrawBaton, { id, reason: 'Not needed.' }), () => say(life, by, handoffs.offerBaton, { id, to: { kind: 'person', personId: by.id } }),
  ])()
}

const STEPS = '## Steps\n\n1. Look.\n2. Do it.\n3. Look again.\n'

export async function page(life: Life): Promise<void> {
  const by = somebody(life)
  const room = life.dice.pick(roomsOf(life, by))
  const { text, word } = textFor(life, room, 'A page')
  const made = await say(life, by, pages.createPage, { spaceId: room.id, kind: life.dice.one(2) ? 'runbook' : 'reference', title: `A page ${life.words}`, text: `${text}\n\nOne.\n\nTwo.\n\nThree.\n\n${STEPS}` })
  if (!made) return
  life.acknowledged.push(word)
  life.pages.push({ number: made.number, room, by, deleted: false })
}

/** Two people have the page open and save one after the other: both texts stand, or the second hears of both sides. */
export async function saveByTwo(life: Life): Promise<void> {
  if (life.pages.length === 0) return page(life)
  const { number, room } = life.dice.pick(life.pages.slice(-5))
  const both = life.people.filter((human) => human.active && room.members.has(human.id)).slice(0, 2)
  const [first] = both
  const base = first && await say(life, first, pages.readPage, { number })
  if (!base) return
  for (const [index, human] of both.entries()) {
    const { text, word } = textFor(life, room, 'Changed')
    const saved = await say(life, human, pages.savePage, { number, base: base.version, text: base.text.replace(life.dice.one(2) ? 'One.' : index === 0 ? 'Two.' : 'Three.', text) })
    if (saved && saved.outcome !== 'conflict' && base.text.includes('One.') && saved.page.text.includes(word)) life.acknowledged.push(word)
    if (saved?.outcome === 'conflict' && !JSON.stringify(saved.stretches).includes(base.text.includes('One.') ? word : '')) life.faults.push(`Page #${number}: a conflict did not give back what ${human.name} wrote.`)
  }
}

export async function run(life: Life): Promise<void> {
  const by = somebody(life)
  const going = life.runs.filter((one) => one.by === by)
  const one = going.at(-1)
  if (!one || life.dice.one(3)) {
    const mine = life.pages.filter(({ room }) => room.members.has(by.id))
    if (mine.length === 0) return page(life)
    const started = await say(life, by, runs.startRun, { number: life.dice.pick(mine).number })
    if (started) life.runs.push({ id: started.id, steps: started.steps, by })
    return
  }
  const step = 1 + life.dice.upTo(Math.max(1, one.steps))
  await life.dice.pick<() => Promise<unknown>>([
    () => say(life, by, runs.tickStep, { id: one.id, step }), () => say(life, by, runs.tickStep, { id: one.id, step }), () => say(life, by, runs.skipStep, { id: one.id, step, reason: 'Not here.' }), () => say(life, by, runs.untickStep, { id: one.id, step }), () => say(life, by, runs.finishRun, { id: one.id }), () => say(life, by, runs.abandonRun, { id: one.id, reason: 'Enough.' }),
  ])()
}

export async function file(life: Life): Promise<void> {
  const by = somebody(life)
  const known = life.files.filter((one) => one.by === by)
  if (known.length > 0 && life.dice.one(2)) {
    const { id } = life.dice.pick(known)
    await say(life, by, life.dice.one(2) ? deleteFile : restoreFile, { id })
    return
  }
  const made = await say(life, by, uploadFile, { name: 'notes.txt' }, { file: new Blob([`Notes ${newWord(life)}`]) })
  if (made) life.files.push({ id: made.id, by })
}

export async function bringIn(life: Life): Promise<void> {
  const by = life.people.find((human) => human.role === 'owner' && human.active)
  const room = life.rooms.find(({ canary }) => canary === null)
  if (!by || !room) return
  const begun = await say(life, by, beginImport, { kind: 'markdown', source: `folder:${life.words}`, name: 'docs', spaceId: room.id })
  if (!begun) return
  const word = newWord(life)
  const sent = { id: begun.id, place: { key: 'docs', name: 'Docs', purpose: '' }, pages: [{ path: 'a.md', title: 'A', text: `Brought in ${word}.`, tags: [], at: null, parent: null }] }
  if (await say(life, by, sendPages, sent)) life.acknowledged.push(word)
  await say(life, by, sendPages, sent)
  await say(life, by, finishImport, { id: begun.id })
}
