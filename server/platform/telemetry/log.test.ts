import { expect, test } from 'vitest'
import { errorForLog, openLog } from './log.ts'

const lines: string[] = []
const log = openLog('debug', { write: (line) => { lines.push(line) } })

test.each([
  ['a value in quotes', new Error('invalid input syntax for type uuid: "canary-value"')],
  ['a key of a row', new Error('Key (email)=(canary@example.com) already exists.')],
  ['an address', new Error('550 canary@example.com: no such mailbox')],
  ['a token', new Error('lh_s_canary was refused; Bearer canary was not')],
  ['a connection', new Error('cannot reach postgres://me:canary@db.example.com/x')],
  ['a cause', new Error('It failed.', { cause: new Error('near "canary"') })],
])('an error is kept without %s', (_what, error) => {
  expect(JSON.stringify(errorForLog(error))).not.toContain('canary')
  log.error({ err: error }, 'failed')
})

test('what is called a secret is kept out wherever it stands, and lines say when in UTC', () => {
  log.info({ authorization: 'canary', request: { cookie: 'canary', token: 'canary' }, headers: { x: 'canary' }, requestId: 'seen' }, 'asked')
  expect(lines.join('')).not.toContain('canary')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ requestId: 'seen', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) })
})

test('what finds a fault stays: kind, code, table, and where', () => {
  const error = Object.assign(new TypeError('column "canary" does not exist'), { code: '42703', table: 'person' })
  expect(errorForLog(error)).toMatchObject({ type: 'TypeError', code: '42703', table: 'person', message: 'column "canary" does not exist', stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]) })
})
