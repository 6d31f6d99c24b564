import { whySentence } from '#domain/handoffs/baton-words.ts'
import { shorten } from '#domain/handoffs/tldr.ts'
import { may } from '#domain/policy.ts'
import { nextWorkingMoment } from '#domain/time/next-working-moment.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import { calendarsOf, namesOf } from '#server/people/public.ts'
import type { ActingPerson, Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { json } from '#server/platform/db/columns.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { wordsOf } from '#server/platform/words.ts'
import { askedFor, batonOf, placeOfBaton, selectBatons } from './queries.ts'
import type { BatonRow } from './queries.ts'

/** How long a link in a mail works if the baton is not settled before. Unit: days. */
const LINK_DAYS = 14
/** Longest part of a baton's text in a subject. Unit: characters. */
const SUBJECT_MAX = 80

type Told = { batonId: string; stepId: string }

/** Mails whoever is asked, with a link to act on. Nothing leaves when it was settled meanwhile or they may not see it any more. */
export async function tellReceiver(act: Act, { batonId, stepId }: Told): Promise<void> {
  const row = await selectBatons(act.tx, act.actor.workspaceId).where('b.id', '=', batonId).executeTakeFirst()
  if (!row || row.receiver_id === null || (row.state !== 'offered' && row.state !== 'lapsed')) return
  const reader = await readerOf(act, row, row.receiver_id)
  if (!reader) return
  const cast = await castOf(act, row)
  const words = wordsOf({ actor: reader })
  const say = (one: Said) => inWords(one, words)
  const giver = nameIn(cast, row.giver_id, words)
  const asked = row.question === null || row.answer === null ? [] : [`${say(said`You asked: ${row.question}`)}\n${say(said`${giver} answers: ${row.answer}`)}`]
  const next = row.next_step === '' ? [] : [say(said`Next step: ${row.next_step}`)]
  await act.send({
    eventKey: `baton.asked:${stepId}`, personId: reader.personId, subject: say(said`${giver} hands you: ${oneLine(row.text)}`),
    body: {
      text: [row.text, ...next, ...asked, whySentence(batonOf(row), cast, { id: reader.personId, zone: reader.zone, now: act.now, words })].join('\n\n'),
      links: [{ label: say(said`Accept it, or return it with one question`), url: `${act.server.publicUrl}/baton/${await openLink(act, row, reader)}` }, wrapLink(act, row, words)],
      oneTime: true, about: [row.number],
    },
    reason: say(said`You get this because a baton in ${row.space_name} is offered to you.`), kind: 'batons', conversation: conversationOf(row),
    replyTo: { kind: 'baton', id: row.id, how: say(said`To take it, reply to this mail with “accept”. To give it back, reply with one question.`) },
  })
}

/** Tells the giver and everybody who was asked that nobody holds it: whoever works at once, the others when they start. */
export async function raiseAlarm(act: Act, batonId: string, stepId: string): Promise<void> {
  const { workspaceId } = act.actor
  const row = await selectBatons(act.tx, workspaceId).where('b.id', '=', batonId).executeTakeFirstOrThrow()
  const sides = [...new Set([row.giver_id, ...await askedFor(act.tx, workspaceId, batonId)])]
  const calendars = await calendarsOf(act, sides)
  for (const personId of sides) {
    const calendar = calendars.get(personId)
    const at = calendar ? startOr(act.now, () => nextWorkingMoment(act.now, calendar)) : act.now
    await act.timer({ kind: 'baton.alarm', key: `${stepId}:${personId}`, at, payload: { batonId, stepId, personId } })
  }
}

/** One person's alarm, unless somebody took it before they started. */
export async function sendAlarm(act: Act, { batonId, stepId, personId }: Told & { personId: string }): Promise<void> {
  const row = await selectBatons(act.tx, act.actor.workspaceId).where('b.id', '=', batonId).executeTakeFirst()
  const reader = row && await readerOf(act, row, personId)
  if (!row || !reader || row.state !== 'unowned') return
  const words = wordsOf({ actor: reader })
  const say = (one: Said) => inWords(one, words)
  const giver = nameIn(await castOf(act, row), row.giver_id, words)
  const own = personId === row.giver_id
  const story = own
    ? said`You handed it over in #${row.number}, and nobody accepted it in time. Whoever takes it, holds it.`
    : said`${giver} handed it over in #${row.number}, and nobody accepted it in time. Whoever takes it, holds it.`
  const steps = await act.tx.selectFrom('baton_step').select('id').where('workspace_id', '=', act.actor.workspaceId)
    .where('baton_id', '=', batonId).where('kind', '=', 'unowned').orderBy('at').orderBy('id').execute()
  await act.send({
    eventKey: `unowned:${batonId}:${steps.findIndex((step) => step.id === stepId) + 1}`, personId, subject: say(said`Nobody holds: ${oneLine(row.text)}`),
    body: {
      text: `${row.text}\n\n${say(story)}`,
      links: [{ label: say(said`Take it, or see its history`), url: `${act.server.publicUrl}/${row.number}` }], about: [row.number],
    },
    conversation: conversationOf(row),
    reason: say(own ? said`You get this because you gave the baton.` : said`You get this because you were asked to take the baton.`),
  })
}

/** The one-time link of one mail; only its hash is kept. */
async function openLink(act: Act, row: BatonRow, reader: ActingPerson): Promise<string> {
  const { token, hash } = freshToken('baton', reader.workspaceId)
  await act.tx.insertInto('credential').values({
    workspace_id: reader.workspaceId, id: act.newId(), person_id: reader.personId, kind: 'baton', secret_hash: hash, label: `#${row.number}`,
    data: json({ batonId: row.id }), created_by: null, created_at: act.now, expires_at: act.now.add({ hours: LINK_DAYS * 24 }), last_used_at: null, used_at: null, revoked_at: null,
  }).execute()
  return token
}

/** Somebody who may read this baton now; null once deactivated or out of a private space. */
async function readerOf(act: Act, row: BatonRow, personId: string): Promise<ActingPerson | null> {
  const reader = await actorOf(act.tx, act.actor.workspaceId, personId)
  return reader && may(reader, 'space.see', { place: placeOfBaton(reader.workspaceId, row) }) ? reader : null
}

const castOf = (act: Act, row: BatonRow) =>
  namesOf(act, [row.giver_id, row.receiver_id, row.first_receiver_id, row.cover_id].filter((id) => id !== null))

/** All mails about one wrap stand together. */
const conversationOf = (row: BatonRow): string => `entry:${row.entry_id}`
const nameIn = (cast: Awaited<ReturnType<typeof castOf>>, id: string, words: Words): string => cast.get(id)?.name ?? inWords(said`Somebody`, words)
const wrapLink = (act: Act, row: BatonRow, words: Words) => ({ label: inWords(said`Read the whole wrap, #${row.number}`, words), url: `${act.server.publicUrl}/${row.number}` })
const oneLine = (text: string): string => shorten(text.replace(/\s+/gu, ' ').trim(), SUBJECT_MAX)

/** Somebody who does not work within a year is told at once rather than never. */
function startOr(now: Temporal.Instant, find: () => Temporal.Instant): Temporal.Instant {
  try { return find() } catch { return now }
}
