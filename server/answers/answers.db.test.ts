import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ask } from '#contract/answers.ts'
import { answerAsk, postAsk } from '#contract/asks.ts'
import { listInbox } from '#contract/attention.ts'
import { verifyPage } from '#contract/page-truth.ts'
import { createPage, readPage } from '#contract/pages.ts'
import { faqCandidates, dropFaq, faqOf, keepFaq } from '#contract/faq.ts'
import { search } from '#contract/search.ts'
import { changeSearch, dropSearch, listSearches, lookAtSearch, readLanguage, saveSearch, setLanguage } from '#contract/searches.ts'
import { createSpace } from '#contract/spaces.ts'
import { deleteReply, postReply, postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** How long these answers wait for the model. */
const PATIENCE_MS = 2500

describeOnNewest('answers', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let secret: string
  const thread = (person: TestPerson, title: string, body: string, spaceId = app.spaceId) => person.call(postThread, { spaceId, title, body })
  const answered = async (title: string, body: string) => {
    const { number } = await ann.call(postAsk, { spaceId: app.spaceId, title, kind: 'answer', to: bob.id })
    await bob.call(answerAsk, { number, body })
    await aMoment()
    return number
  }
  const aMoment = async () => app.advanceTo((await app.asSystem(async (act) => act.now.add({ seconds: 5 }))).toString())
  /** Stands for a model: says what a test wants it to say, or fails. */
  let says: (asked: string) => string = () => ''
  /** How long it thinks. Unit: ms. */
  let thinks = 0
  const model = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => { body += part.toString() }).on('end', () => {
      const content = says(`${request.headers.authorization} ${request.url} ${body}`)
      setTimeout(() => response.writeHead(content === '' ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices: [{ message: { content } }] })), thinks)
    })
  })
  beforeAll(async () => {
    await new Promise<void>((done) => { model.listen(0, '127.0.0.1', done) })
    app = await startTestApp(on, { model: { url: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`, name: 'small', key: 'sk-test', patienceMs: PATIENCE_MS } })
    ann = await app.person('Ann Abel')
    bob = await app.person('Bob Bauer')
    secret = (await ann.call(createSpace, { name: 'Board', purpose: 'Pay.', visibility: 'private' })).id
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) await thread(at % 2 === 0 ? ann : bob, `Notes of week ${at}`, `We met and talked about plans, releases and the pager of week ${at}.\n\n- Somebody looks at the queue.\n- Nothing else was said.`)
  })
  afterAll(async () => {
    await app.stop()
    model.close()
  })

  test('of an ask that was answered it quotes the answer, and names who gave it where nothing is sure', async () => {
    const { number } = await ann.call(postAsk, { spaceId: app.spaceId, title: 'Which ledger rows may the April transfer skip?', body: 'The transfer of the ledger rows takes all night.', kind: 'answer', to: bob.id })
    await bob.call(answerAsk, { number, body: 'Those that are older than two years; the auditors have their own copy.' })
    await aMoment()
    const sure = await ann.call(ask, { q: 'Which ledger rows may the April transfer skip?' })
    expect(sure).toMatchObject({ outcome: 'quoted', quotes: [{ number, title: 'Which ledger rows may the April transfer skip?', text: 'Those that are older than two years; the auditors have their own copy.', authorName: 'Bob Bauer', standing: 'Asked and answered.' }] })
    expect(sure.quotes[0]?.replyId).not.toBeNull()
    const far = await ann.call(ask, { q: 'Do the auditors like pigeons?' })
    expect(far.ask).toMatchObject({ to: { name: 'Bob Bauer' }, why: `Bob Bauer wrote in #${number}, which is nearest.` })
  })

  test('quotes the passage that answers, with its source, and not the whole text', async () => {
    const { number } = await thread(ann, 'Cache for sessions', '# Context\n\nSessions are forgotten when a machine restarts, and people have to sign in again.\n\n# Outcome\n\nWe use Valkey as the session cache, because its licence stays open and our clients speak to it already.\n\n# More\n\nThe old machines are switched off in spring, when nobody needs them any more.')
    await aMoment()
    const answer = await bob.call(ask, { q: 'why do we use Valkey as session cache?' })
    expect(answer).toMatchObject({ outcome: 'quoted', ask: null, refused: null, draft: null })
    expect(answer.quotes[0]).toMatchObject({ number, kind: 'thread', authorName: 'Ann Abel', headings: ['Outcome'], text: 'We use Valkey as the session cache, because its licence stays open and our clients speak to it already.', standing: 'Not settled yet.' })
  })

  test('a model only drafts and orders what was quoted, with its sources, and is not missed when it fails', async () => {
    const q = 'why do we use Valkey as session cache?'
    says = () => '{"order": [1], "draft": null}'
    const plain = await bob.call(ask, { q })
    const { sentence: one } = plain
    const asked: string[] = []
    says = (text) => { asked.push(text); return '{"order": [1], "draft": "Because of its licence [1]."}' }
    const [first] = plain.quotes
    expect(await bob.call(ask, { q })).toEqual({ ...plain, draft: { text: `Because of its licence #${first?.number}.`, by: 'small', sources: [first?.number] } })
    expect(asked[0]).toContain('Bearer sk-test /v1/chat/completions')
    expect(asked[0]).toContain('its licence stays open')
    says = () => '{"order": [], "draft": "It is cheap, trust me."}'
    expect(await bob.call(ask, { q })).toEqual(plain)
    says = () => ''
    const without = { ...plain, sentence: `${one} The model of this server gave no answer in time; these are the passages without it.` }
    expect(await bob.call(ask, { q })).toEqual(without)
    says = (text) => { asked.push(text); return '{"order": [1], "draft": "Because of its licence [1]."}' }
    thinks = 2 * PATIENCE_MS
    expect(await bob.call(ask, { q }), 'a slow model is not waited for').toEqual(without)
    thinks = 0
    asked.length = 0
    await bob.call(ask, { q: 'who works the most hours?' })
    expect(asked).toEqual([])
  })

  test('where nothing answers, it claims nothing and prepares an ask for whoever is nearest', async () => {
    const { number } = await ann.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: 'Billing runbook', text: 'How invoices are run again, step by step.', tags: [], parent: null })
    await aMoment()
    const answer = await bob.call(ask, { q: 'which colour have the invoices of Liechtenstein?' })
    expect(answer).toMatchObject({ outcome: 'silent', quotes: [], ask: { to: { id: ann.id, name: 'Ann Abel' }, nearest: { number }, title: 'Which colour have the invoices of Liechtenstein?', spaceId: app.spaceId } })
    expect(answer.ask?.path).toMatch(/^\/ask\/new\?space=[0-9a-f-]{36}&to=[0-9a-f-]{36}&title=Which\+colour/)
    const far = await bob.call(ask, { q: 'how many steps has the tower of Eiffel at Paris in France?' })
    expect(far).toMatchObject({ outcome: 'silent', ask: { to: null, nearest: null, why: 'Nothing near it has an owner, so choose whom to ask.' } })
    expect(await bob.call(ask, { q: 'Was verdient Ann?' })).toMatchObject({ outcome: 'refused', refused: { rule: 'pay' } })
    await ann.call(verifyPage, { number, version: 1 })
    expect((await bob.call(search, { q: 'is:verified kind:page invoices ' })).items).toMatchObject([{ number, state: 'verified' }])
  })

  test('private matters are refused with the reason, and nothing is asked where nothing was', async () => {
    expect(await bob.call(ask, { q: 'who works the most hours?' })).toMatchObject({ outcome: 'refused', quotes: [], refused: { rule: 'watching' } })
    expect(await bob.call(ask, { q: 'what is the salary of Ann' })).toMatchObject({ outcome: 'refused', refused: { rule: 'pay' } })
    expect(await bob.call(ask, { q: 'the' })).toMatchObject({ outcome: 'nothing-asked', quotes: [] })
    expect(await bob.call(search, { q: 'the ' })).toMatchObject({ items: [], total: 0, understood: [{ text: 'the', problem: true }] })
    expect((await bob.call(search, { q: 'the from:ann ' })).items.length).toBeGreaterThan(0)
  })

  test('what is private answers nobody outside', async () => {
    await thread(ann, 'Move to Reykjavik', 'The office moves to Reykjavik in October because the lease of the tower ends.', secret)
    await aMoment()
    expect(await ann.call(ask, { q: 'why does the office move to Reykjavik?' })).toMatchObject({ outcome: 'quoted' })
    expect(await bob.call(ask, { q: 'why does the office move to Reykjavik?' })).toMatchObject({ outcome: 'silent', quotes: [] })
  })

  test('an ask that was answered twice is listed by itself, and kept as FAQ once', async () => {
    const first = await answered('How do we rotate the staging certificate?', 'Run the rotate job.')
    expect((await ann.call(faqCandidates, {})).items).toEqual([])
    const second = await answered('How is the certificate of staging rotated?', 'By the rotate job, then restart.')
    expect((await ann.call(faqCandidates, {})).items).toMatchObject([{ number: second, like: { number: first }, answer: 'By the rotate job, then restart.', answeredByName: 'Bob Bauer' }])
    const kept = await ann.call(keepFaq, { number: second, question: 'How do we rotate the certificate of staging?' })
    expect(kept).toMatchObject({ made: true, title: 'Frequently asked questions' })
    expect((await ann.call(readPage, { number: kept.page })).text).toContain(`## How do we rotate the certificate of staging?\n\nBy the rotate job, then restart.\n\nAnswered by Bob Bauer on 23 March 2026, in #${second}.`)
    expect((await ann.call(faqCandidates, {})).items).toEqual([])
    expect(await codeOf(ann.call(keepFaq, { number: second }))).toBe('conflict')
    expect([await ann.call(faqOf, { number: second }), await ann.call(faqOf, { number: first })]).toEqual([{ page: kept.page }, { page: null }])
    expect(await ann.call(keepFaq, { number: first })).toMatchObject({ page: kept.page, made: false })
    await answered('How do we rotate certificates of staging again?', 'As before.')
    const [again] = (await ann.call(faqCandidates, {})).items
    await ann.call(dropFaq, { number: again?.number ?? 0 })
    expect((await ann.call(faqCandidates, {})).items).toEqual([])
    expect(await codeOf(ann.call(keepFaq, { number: 1 }))).toBe('bad_input')
  })

  test('a saved search counts what is new, and tells the digest of its owner alone', async () => {
    await thread(bob, 'Axolotl tanks', 'The axolotl tank is cleaned on Mondays.')
    const saved = await ann.call(saveSearch, { name: 'Animals', q: 'axolotl', digest: true })
    expect(saved).toMatchObject({ fresh: 0, digest: true })
    await aMoment()
    const { number } = await thread(bob, 'Axolotl food', 'The axolotl eats at night.')
    await thread(ann, 'Axolotl light', 'Mine is not new to me: axolotl.')
    expect((await ann.call(listSearches, {})).items).toMatchObject([{ name: 'Animals', fresh: 1 }])
    expect((await bob.call(listSearches, {})).items).toEqual([])
    expect(await codeOf(bob.call(changeSearch, { id: saved.id, name: 'Mine' }))).toBe('not_found')
    await app.advanceTo('2026-03-24T16:00:00Z')
    const item = (await ann.call(listInbox, {})).items.find(({ kind }) => kind === 'search')
    expect(item).toMatchObject({ title: 'New for “Animals”', number, state: 'digest' })
    expect((await bob.call(listInbox, {})).items.some(({ kind }) => kind === 'search')).toBe(false)
    expect(await ann.call(lookAtSearch, { id: saved.id })).toMatchObject({ fresh: 0 })
    await ann.call(dropSearch, { id: saved.id })
    expect((await ann.call(listSearches, {})).items).toEqual([])
  })

  test('files are found by name and text, and only with the text that shows them', async () => {
    const upload = await app.app.http.inject({ method: 'POST', url: '/api/v1/files?name=ptarmigan-notes.txt', headers: { authorization: `Bearer ${ann.token}`, 'content-type': 'application/octet-stream', 'idempotency-key': 'a-file-of-answers' }, payload: Buffer.from('The capercaillie nests in April.') })
    const file = upload.json<{ id: string }>()
    const { number } = await thread(ann, 'Birds', 'See the notes.')
    const reply = await ann.call(postReply, { number, body: 'Here they are.', files: [file.id] })
    await aMoment()
    expect((await bob.call(search, { q: 'capercaillie ' })).items).toMatchObject([{ number, replyId: reply.id, file: { id: file.id, name: 'ptarmigan-notes.txt' } }])
    expect((await bob.call(search, { q: 'ptarmigan has:file ' })).items).toHaveLength(1)
    await ann.call(deleteReply, { id: reply.id })
    expect((await bob.call(search, { q: 'capercaillie ' })).items).toEqual([])
  })

  test('the language of words is changed by those who manage, and texts follow', async () => {
    await thread(ann, 'Speicher', 'Die Zertifikate der Speicher werden erneuert.')
    expect(await codeOf(bob.call(setLanguage, { language: 'german' }))).toBe('not_allowed')
    expect(await codeOf(app.owner.call(setLanguage, { language: 'klingon' }))).toBe('bad_input')
    expect((await bob.call(search, { q: 'zertifikat erneuern ' })).items.map(({ kind }) => kind)).not.toContain('nothing')
    await app.owner.call(setLanguage, { language: 'german' })
    await aMoment()
    expect(await bob.call(readLanguage, {})).toMatchObject({ language: 'german', left: 0, can: [] })
    expect((await bob.call(search, { q: 'zertifikat ' })).items).toMatchObject([{ title: [{ text: 'Speicher' }] }])
  })
})
