import { editMe, readMe, signIn } from '#contract/account.ts'
import { postAsk, previewAsk, readAsk } from '#contract/asks.ts'
import { ProblemError } from '#contract/problem.ts'
import type { Problem } from '#contract/problem.ts'
import { listSpaces } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const problemOf = (call: Promise<unknown>): Promise<Partial<Problem>> =>
  call.then(() => ({}), (error: unknown) => { if (error instanceof ProblemError) return error.problem; throw error })

describeOnNewest('everybody is answered in their own language', (on) => {
  let app: TestApp
  let uta: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    uta = await app.person('Uta Urban')
    await uta.call(editMe, { locale: 'de-CH' })
  })
  afterAll(() => app.stop())

  const inject = (headers: Record<string, string>, payload: object = { email: 'nobody@example.com', password: 'a long password' }) =>
    app.app.http.inject({ method: 'POST', url: '/api/v1/session', headers, payload })

  test('a refusal says what happened and what to do, with its values in place', async () => {
    expect(await problemOf(uta.call(readAsk, { number: 1234 }))).toMatchObject({ code: 'not_found', title: 'Es gibt keine Anfrage #1234, die du sehen kannst.', next: 'Prüfe die Nummer, oder frag, wer sie dir geschickt hat.' })
    expect(await problemOf(app.owner.call(readAsk, { number: 1234 }))).toMatchObject({ code: 'not_found', title: 'There is no ask #1234 that you can see.', next: 'Check the number, or ask the person who sent it.' })
  })

  test('an input that cannot be is named in their words, ours and those of the schema library', async () => {
    expect(await problemOf(uta.call(editMe, { name: ' ', locale: 'no language' }))).toMatchObject({
      code: 'bad_input', title: 'Der Name darf nicht leer sein.', next: 'Berichtige die genannten Felder und sende sie noch einmal; nichts wurde gespeichert.',
      issues: [{ path: 'name' }, { path: 'locale', message: 'muss eine Sprache wie en-GB oder de-CH sein' }],
    })
    expect(await problemOf(uta.call(editMe, { name: 'x'.repeat(1000) }))).toMatchObject({ title: 'Der Name ist länger als 100 Zeichen.' })
    expect(await problemOf(app.owner.call(editMe, { name: 'x'.repeat(1000) }))).toMatchObject({ title: 'The name is longer than 100 characters.' })
  })

  test('what stands in the way of an ask is said in the words of whoever writes it', async () => {
    const [space] = (await uta.call(listSpaces, {})).spaces
    const ask = { spaceId: space?.id ?? '', to: uta.id, kind: 'answer' as const }
    expect((await uta.call(previewAsk, ask)).problems).toEqual([expect.objectContaining({ message: 'Du fragst dich selbst. Wähle jemand anderen, der antworten soll.' })])
    expect(await problemOf(uta.call(postAsk, { ...ask, title: 'Which of the two?' }))).toMatchObject({ title: 'Du fragst dich selbst.' })
  })

  test.each([
    ['a browser that wants German', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }, 'Diese Mailadresse und dieses Passwort gehören nicht zusammen.'],
    ['a browser that wants English first', { 'accept-language': 'en-US,de;q=0.7' }, 'This e-mail address and password do not belong together.'],
    ['a browser of another language that takes German too', { 'accept-language': 'fr-CH, de;q=0.4, en;q=0.1' }, 'Diese Mailadresse und dieses Passwort gehören nicht zusammen.'],
    ['a script that wants nothing', {}, 'This e-mail address and password do not belong together.'],
  ])('a visitor is answered as asked for: %s', async (_who, headers, title) => {
    expect((await inject(headers)).json<Problem>().title).toBe(title)
  })

  test('the person comes before the browser', async () => {
    const read = async (token: string, language: string) => (await app.app.http.inject({ url: '/api/v1/asks/77', headers: { authorization: `Bearer ${token}`, 'accept-language': language } })).json<Problem>().title
    expect(await read(uta.token, 'en-GB')).toBe('Es gibt keine Anfrage #77, die du sehen kannst.')
    expect(await read(app.owner.token, 'de')).toBe('There is no ask #77 that you can see.')
    expect((await uta.call(readMe, {})).person.locale).toBe('de-CH')
    expect(await problemOf(app.visitor(signIn, { email: 'x@example.com', password: 'a long password' }))).toMatchObject({ code: 'wrong_credentials' })
  })

  test('a tool tells it in the words of whose token it holds', async () => {
    const answer = await app.app.http.inject({
      method: 'POST', url: '/mcp', headers: { authorization: `Bearer ${uta.token}`, accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-06-18' },
      payload: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'asks_read', arguments: { number: 9 } } },
    })
    expect(answer.body).toContain('Es gibt keine Anfrage #9, die du sehen kannst.')
  })
})
