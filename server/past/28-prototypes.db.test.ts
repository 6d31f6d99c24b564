import { OPERATIONS } from '#contract/index.ts'
import { FILE_BODY, changes, pathNames } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { previewAsk } from '#contract/asks.ts'
import { adoptFocus, listFocus } from '#contract/attention.ts'
import { readDraft, saveDraft } from '#contract/entries.ts'
import { mentionCost, postThread, readThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const SOME_ID = '00000000-0000-7000-8000-000000000000'
/** What every object has, and no name that we gave. */
const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', '__lookupSetter__']
const MAKES_A_MONTH = 'demo.enter'

describeOnNewest('past/28: names that every object inherits', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())
  const url = ({ path }: AnyOperation, word = '') => `/api/v1${path.replaceAll(/:(\w+)/g, (_all, name: string) => word || (name === 'number' ? '1' : SOME_ID))}`
  const ask = (method: string, to: string, payload?: string, type = 'application/json') => app.app.http.inject({
    method: method as 'POST', url: to, headers: { authorization: `Bearer ${app.owner.token}`, ...(payload !== undefined && { 'content-type': type }) }, ...(payload !== undefined && { payload }),
  })

  describe.each(INHERITED)('%s', (name) => {
    test('as a key of a body is refused by every write', async () => {
      for (const operation of OPERATIONS.filter((one) => changes(one) && one.takes === 'json')) {
        for (const value of ['{"role":"owner"}', '"x"', '[1]', 'null']) {
          const answer = await ask(operation.method, url(operation), `{${JSON.stringify(name)}:${value}}`)
          expect([operation.name, value, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([operation.name, value, 400, 'bad_input'])
        }
      }
      expect(({} as Record<string, unknown>)['role']).toBeUndefined()
    })

    test('as a name in a query or a path is no fault of ours', async () => {
      for (const operation of OPERATIONS.filter(({ name: one }) => one !== MAKES_A_MONTH)) {
        const body = changes(operation) ? operation.takes === 'file' ? ['x', FILE_BODY] as const : ['{}', 'application/json'] as const : []
        const answers = [...(changes(operation) ? [] : [await ask(operation.method, `${url(operation)}?${name}[role]=owner&${name}=x`)]), ...(pathNames(operation.path).length > 0 ? [await ask(operation.method, url(operation, name), ...body)] : [])]
        for (const answer of answers) expect([operation.name, answer.statusCode < 500]).toEqual([operation.name, true])
      }
    })

    test('as the name of something that is looked up is unknown', async () => {
      expect(await codeOf(app.owner.call(adoptFocus, { key: name }))).toMatch(/not_found|bad_input/)
      expect((await app.owner.call(listFocus, {})).blocks).toEqual([])
      const ben = await app.person(`Ben ${name}`)
      expect(await codeOf(app.owner.call(previewAsk, { spaceId: app.spaceId, kind: 'answer', to: ben.id, urgency: name }))).toBe('bad_input')
      expect(await app.owner.call(mentionCost, { spaceId: app.spaceId, text: `@${name} @constructor @toString` })).toMatchObject({ people: 0 })
      const { number } = await app.owner.call(postThread, { spaceId: app.spaceId, title: name, body: `@${name} #${name} \`${name}\`` })
      expect((await app.owner.call(readThread, { number })).title).toBe(name)
    })

    test('as a key inside a draft is kept as it was written, and changes nothing else', async () => {
      const before = Object.getOwnPropertyNames(Object.prototype).toSorted()
      const body = JSON.parse(`{"text":"x","inner":{${JSON.stringify(name)}:"y"}}`) as never
      const code = await codeOf(app.owner.call(saveDraft, { slot: `past.${name}`, version: 0, body }))
      const kept = await app.owner.call(readDraft, { slot: `past.${name}` })
      expect([code, kept.draft === null]).toEqual(code === 'no refusal' ? [code, false] : ['bad_input', true])
      expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before)
    })
  })

  test.each(['__proto__', 'constructor', 'toString', '{}', '[]', '1', 'null', ''])('MCP has no tool “%s”', async (name) => {
    const answer = await app.app.http.inject({
      method: 'POST', url: '/mcp', headers: { authorization: `Bearer ${app.owner.token}`, accept: 'application/json, text/event-stream', 'content-type': 'application/json' },
      payload: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: { __proto__: null } } }),
    })
    expect([answer.statusCode < 500, answer.body]).toEqual([true, expect.stringMatching(/error|problem/i)])
  })
})
