import { createDecision } from '#contract/decisions.ts'
import { deleteEntry, listEntries, restoreEntry, saveDraft } from '#contract/entries.ts'
import { exportFiles } from '#contract/exports.ts'
import { postWrap } from '#contract/handoffs.ts'
import { previewLink } from '#contract/links.ts'
import { deletedPages, createPage, readPage, savePage } from '#contract/pages.ts'
import { remarkOnPage, usePage } from '#contract/page-truth.ts'
import { addSchedule, noteStep, startRun } from '#contract/runs.ts'
import { search } from '#contract/search.ts'
import { deleteReply, editReply, editThread, postReply, postThread, readThread, resolveThread, restoreReply, saveForLater, setState } from '#contract/threads.ts'
import { dismissFinding } from '#contract/writing.ts'
import { onDisk, send } from '#server/files/files.test-kit.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMPTIED, REMOVED } from './emptied.ts'

const CANARY = 'Quetzalcoatl'
const DELETED = '2026-03-24T09:00:00Z'
const LAST_MOMENT = '2026-04-23T08:59:59Z'
const GONE = '2026-04-23T09:01:00Z'

/** Words that stay when an entry goes: what a program chose from a list, names of rows, or what somebody else wrote. */
const STAYS = new Set([
  'entry.kind', 'thread.via', 'reply.kind', 'reply.via', 'thread_call.state', 'thread_call.why', 'thread_call.question_ids', 'thread_call.people',
  'ask.kind', 'ask.urgency', 'ask.scope', 'ask.state', 'ask.term', 'ask.clock', 'ask.takeover', 'ask.escalated_to', 'ask.urgent_state', 'ask.rating', 'ask_step.kind', 'thread_ask.state', 'thread_person.follow', 'thread_person.because',
  'wrap_line.kind', 'baton.to_kind', 'baton.state', 'baton_step.kind', 'checkin_prompt.state', 'checkin_answer.key', 'checkin_answer.question',
  'decision.state', 'decision.door', 'decision.phase', 'decision.ready_by', 'decision.chosen_option', 'decision_person.role', 'decision_position.kind', 'decision_position.option_id', 'decision_position.trade_off_id', 'decision_remark.field', 'decision_step.kind', 'decision_link.how', 'entry_link.how',
  'page.kind', 'page_version.how', 'page_use.verdict', 'page_reminder.stage', 'run_schedule.rhythm', 'run.state', 'run_step.state', 'run_turn.state', 'reply_mark.mark',
  'attention_item.event_key', 'attention_item.kind', 'attention_item.source', 'attention_item.standing', 'attention_item.plan', 'attention_item.state', 'attention_item.settled_reason',
  'import_item.source', 'import_item.kind', 'import_item.key', 'import_item.hash', 'faq_candidate.settled',
])
/** Emptied by `forgetTexts`, which takes whole rows. */
const TAKEN = new Set(['entry_text', 'entry_title', 'text_link'])

describeOnBoth('what was deleted 30 days ago', (on) => {
  let app: TestApp, ana: TestPerson, ben: TestPerson
  const numbers: number[] = []
  let living = 0
  let restored = 0
  beforeAll(async () => {
    app = await startTestApp(on)
    ana = await app.person('Ana')
    ben = await app.person('Ben')
    numbers.push(await aPage(), await aThread(), await aWrap(), await aDecision())
    living = await aReply()
    restored = (await ana.call(createPage, { spaceId: app.spaceId, title: 'Kept', text: 'Kept words.' })).number
    await app.advanceTo(DELETED)
    for (const number of [...numbers, restored]) await ana.call(deleteEntry, { number })
  })
  afterAll(() => app.stop())

  async function aPage(): Promise<number> {
    const file = await send(ana, `${CANARY}.txt`, `${CANARY} in a file`)
    const text = `# ${CANARY}\n\n1. Stop ${CANARY}.\n2. Start it, [[${CANARY}]].\n\n${file.markdown}\n`
    const { number } = await ana.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: `${CANARY} page`, text, tags: [CANARY] })
    await ana.call(savePage, { number, base: 1, text: `${text}More ${CANARY}.`, note: CANARY })
    await ben.call(remarkOnPage, { number, version: 2, start: 2, end: 10, body: CANARY })
    await ben.call(usePage, { number, verdict: 'wrong', quote: CANARY, note: CANARY })
    const run = await ben.call(startRun, { number, title: CANARY, why: CANARY })
    await ben.call(noteStep, { id: run.id, step: 1, text: CANARY, different: true })
    await ana.call(addSchedule, { number, title: CANARY, rhythm: { unit: 'weeks', days: [1], from: '2026-03-23' }, personId: ana.id })
    await ben.call(saveDraft, { slot: `page:edit-${number}`, version: 0, body: { text: CANARY } })
    return number
  }

  async function aThread(): Promise<number> {
    const file = await send(ana, 'plan.txt', CANARY)
    const { number } = await ana.call(postThread, { spaceId: app.spaceId, title: `${CANARY} thread`, body: `@Ben ${CANARY} ${file.markdown}`, files: [file.id] })
    await ana.call(dismissFinding, { place: '/threads/new', rule: 'vague_opener', said: `${CANARY} and more than a few words`, message: 'Vague.', reason: 'They know.' })
    await ana.call(editThread, { number, title: `${CANARY} thread`, body: `@Ben ${CANARY} ${CANARY} and more than a few words ${file.markdown}` })
    const { id } = await ben.call(postReply, { number, body: CANARY, quote: { text: CANARY } })
    await ben.call(editReply, { id, body: `${CANARY} again` })
    await ben.call(saveForLater, { number, replyId: id, saved: true })
    await ben.call(setState, { number, version: 0, text: CANARY })
    await ben.call(resolveThread, { number, outcome: CANARY })
    await ben.call(saveDraft, { slot: `reply:${number}`, version: 0, body: CANARY })
    return number
  }

  async function aWrap(): Promise<number> {
    return (await ana.call(postWrap, { spaceId: app.spaceId, state: CANARY, nextAction: CANARY, mostImportant: CANARY, blockers: [{ text: CANARY }] })).number
  }

  async function aDecision(): Promise<number> {
    const options = ['a', 'b'].map((id) => ({ id, title: `${CANARY} ${id}`, body: CANARY, tradeOffs: [] }))
    return (await ana.call(createDecision, { spaceId: app.spaceId, content: { title: `${CANARY} decision`, needed: CANARY, context: CANARY, options } as never, tags: [CANARY] })).number
  }

  /** A reply that is deleted in a thread that stays. */
  async function aReply(): Promise<number> {
    const { number } = await ana.call(postThread, { spaceId: app.spaceId, title: 'Stays', body: 'Words.' })
    const file = await send(ana, `${CANARY} two.txt`, CANARY)
    const { id } = await ana.call(postReply, { number, body: `${CANARY} ${file.markdown}`, files: [file.id] })
    await app.advanceTo(DELETED)
    await ana.call(deleteReply, { id })
    return number
  }

  /** Tables in which the word stands, also as bytes. */
  async function tablesWith(word: string): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(on.db)
    const found: string[] = []
    for (const { name } of rows) {
      const { rows: [one] } = await sql<{ there: boolean }>`select exists (select from ${sql.table(name)} t where to_jsonb(t)::text ilike ${`%${word}%`} or to_jsonb(t)::text ilike ${`%${Buffer.from(word).toString('hex')}%`}) as there`.execute(on.db)
      if (one?.there) found.push(name)
    }
    return found
  }

  test('every column in which somebody may have written has its rule', async () => {
    const { rows } = await sql<{ place: string; name: string }>`
      with recursive below(id) as (select 'entry'::regclass::oid union select c.conrelid from pg_constraint c join below b on c.confrelid = b.id where c.contype = 'f')
      select t.relname || '.' || a.attname as place, t.relname as name from below b join pg_class t on t.oid = b.id join pg_attribute a on a.attrelid = b.id
      where a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'tsvector'::regtype, 'text[]'::regtype) order by 1`.execute(on.db)
    const ruled = new Set(EMPTIED.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)))
    const removed = new Set<string>(REMOVED.map(({ table }) => table))
    expect(rows.filter(({ place, name }) => !ruled.has(place) && !removed.has(name) && !STAYS.has(place) && !TAKEN.has(name)).map(({ place }) => place)).toEqual([])
    const there = new Set(rows.map(({ place }) => place))
    expect([...STAYS].filter((place) => !there.has(place))).toEqual([])
  })

  test('is there until the last moment, says when it goes, and comes back whole', async () => {
    const { pages } = await ana.call(deletedPages, {})
    expect(pages.map(({ number, goneOn }) => [number, goneOn]).toSorted()).toEqual([[numbers[0], '2026-04-23'], [restored, '2026-04-23']])
    await app.advanceTo(LAST_MOMENT)
    expect((await tablesWith(CANARY)).length).toBeGreaterThan(15)
    expect((await ana.call(restoreEntry, { number: restored })).title).toBe('Kept')
  })

  test('is gone from every table, from disk, from search and from exports, and its number still says so', async () => {
    const before = onDisk(app).length
    const { seq } = await on.db.selectFrom('event').select(({ fn }) => fn.max('seq').as('seq')).executeTakeFirstOrThrow()
    await app.advanceTo(GONE)
    expect(await tablesWith(CANARY)).toEqual([])
    expect([before, onDisk(app).length]).toEqual([3, 0])
    expect((await ana.call(search, { q: CANARY })).items).toEqual([])
    expect(JSON.stringify(await ana.call(exportFiles, { limit: 100 }))).not.toContain(CANARY)
    expect((await ana.call(readPage, { number: restored })).text).toBe('Kept words.')
    for (const number of numbers) {
      expect(await codeOf(ana.call(restoreEntry, { number }))).toBe('not_found')
      expect((await ben.call(previewLink, { number })).note).toContain(`#${number} was deleted`)
    }
    expect((await ana.call(deletedPages, {})).pages).toEqual([])
    const thread = await ana.call(readThread, { number: living })
    expect(thread.items.map(({ body, can, deletedAt }) => [body, can.includes('restore'), deletedAt !== null])).toEqual([['', false, true]])
    expect(await codeOf(ana.call(restoreReply, { id: thread.items[0]?.id ?? '' }))).toBe('not_found')
    expect((await ana.call(listEntries, {})).items.map(({ number }) => number)).not.toContain(numbers[1])
    const events = await on.db.selectFrom('event').select('kind').where('seq', '>', seq ?? 0).where('kind', '=', 'entry.purged').execute()
    expect(events.length, 'who did what when stays').toBe(numbers.length)
    const { rows: [kept] } = await sql<{ deeds: number }>`select count(*)::int as deeds from page_version where by_id = ${ana.id}::uuid`.execute(on.db)
    expect(kept?.deeds).toBe(3)
  })

  test('does not come back by a clock that is turned back', async () => {
    await on.db.updateTable('entry').set({ deleted_at: Temporal.Instant.from(GONE) }).where('number', '=', numbers[1] ?? 0).execute()
    expect(await codeOf(ana.call(restoreEntry, { number: numbers[1] ?? 0 }))).toBe('not_found')
  })
})
