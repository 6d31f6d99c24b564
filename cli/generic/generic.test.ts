import { OPERATIONS } from '#contract/index.ts'
import { systemTerminal } from '../terminal.ts'
import { listBatons, postWrap, returnBaton } from '#contract/handoffs.ts'
import { archiveSpace } from '#contract/spaces.ts'
import pc from 'picocolors'
import { describe, expect, test, vi } from 'vitest'
import { UsageError } from '../errors.ts'
import { makeProgram, runCli } from '../run.ts'
import { testTerminal } from '../terminal.test-kit.ts'
import { flagsOf, readFlag } from './flags.ts'
import { renderAnswer } from './render.ts'

const setting = { colors: pc.createColors(false), width: 80, tableWidth: 80 }
const reader = { zone: 'Europe/Berlin', now: Temporal.Instant.from('2026-03-24T08:00:00Z') }
const flag = (operation: Parameters<typeof flagsOf>[0], name: string) => {
  const { path, flags } = flagsOf(operation)
  const found = [...path, ...flags].find((one) => one.name === name)
  if (!found) throw new Error(`no flag ${name}`)
  return found
}

describe('flags from the contract', () => {
  test('names of the path stand first, the rest are flags in kebab case', () => {
    const { path, flags } = flagsOf(returnBaton)
    expect([path.map((one) => one.name), flags.map((one) => one.flag)]).toEqual([['id'], ['question']])
    expect(flag(postWrap, 'spaceId').flag).toBe('space-id')
  })
  test.each([
    ['text', postWrap, 'state', 'text'], ['a list of objects', postWrap, 'done', 'json'], ['a number that may be null', postWrap, 'secondsTaken', 'number'],
    ['yes or no', archiveSpace, 'archived', 'flag'], ['a choice', listBatons, 'of', 'text'],
  ] as const)('%s', (_why, operation, name, kind) => expect(flag(operation, name).kind).toBe(kind))
  test('choices and defaults are told', () => {
    expect(flag(listBatons, 'of')).toMatchObject({ choices: ['to-me', 'from-me', 'unowned', 'space'], description: expect.stringContaining('"to-me"'), required: false })
  })
  test.each([
    ['12', postWrap, 'secondsTaken', 12], ['a', postWrap, 'state', 'a'], ['[{"text":"x"}]', postWrap, 'done', [{ text: 'x' }]], [true, archiveSpace, 'archived', true], ['false', archiveSpace, 'archived', false],
  ] as const)('%j is read', (given, operation, name, value) => expect(readFlag(flag(operation, name), given)).toEqual(value))
  test.each([['twelve', postWrap, 'secondsTaken'], ['', postWrap, 'secondsTaken'], ['{', postWrap, 'done'], ['maybe', archiveSpace, 'archived'], [true, postWrap, 'state']] as const)('%j is not understood', (given, operation, name) => {
    expect(() => readFlag(flag(operation, name), given)).toThrow(UsageError)
  })
})

describe('the command table', () => {
  const program = makeProgram(testTerminal().terminal)
  test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))('%s is a command', (name) => {
    const [feature, verb] = name.split('.')
    expect(program.commands.find((one) => one.name() === feature)?.commands.map((one) => one.name())).toContain(verb)
  })
  test('no flag is taken twice in one command', () => {
    for (const group of program.commands) for (const command of group.commands) {
      const flags = command.options.map((option) => option.long)
      expect(flags.length).toBe(new Set(flags).size)
    }
  })
})

describe('the help of an operation', () => {
  test('shows nested values as they are typed, and says what a choice means', async () => {
    const { terminal, out } = testTerminal()
    expect(await runCli(['account', 'set-up', '--help'], terminal)).toBe(0)
    const help = out.join('').replaceAll(/\s+/g, ' ')
    expect(help).toContain(`--weeks '[[{"day":1,"start":"09:00","end":"17:00"}]]' --preset 001`)
    expect(help).toContain('001: answers in hours')
    expect(help).toContain('one list of intervals for each week that takes turns')
  })
})

describe('a slip is told before anything is sent', () => {
  const said = async (...args: string[]) => {
    const { terminal, said: all } = testTerminal({ piped: true, readInput: async () => 'correct horse', env: { LONGHAND_URL: 'http://127.0.0.1:9', LONGHAND_TOKEN: 'x' } })
    return [await runCli(args, terminal), all.join('').split('\n')[0]]
  }
  test.each([
    [['entries', 'read', 'abc'], '✗ <number>: "abc" is not a number.'],
    [['batons', 'read', 'zzz'], '✗ <id>: "zzz" is not an id.'],
    [['batons', 'list', '--space-id', 'zzz'], '✗ --space-id: "zzz" is not an id.'],
    [['import', 'undo', 'zzz'], '✗ "zzz" is not the id of an import.'],
    [['threads', 'post', '--space-id', '019cb18a-a6e5-7fab-80a2-35a77ce8cf4e', '--title', ''], '✗ --title must not be empty.'],
    [['threads', 'post', '--space-id', '019cb18a-a6e5-7fab-80a2-35a77ce8cf4e', '--title', 'x'.repeat(201)], '✗ --title is longer than 200 characters.'],
    [['account', 'edit-me', '--git-emails', 'mei'], '✗ --git-emails, at 0 is not a whole address.'],
    [['threads', 'reply', '5', '--body', 'x', '--quote', '{"text":7}'], '✗ --quote, at text must be a text.'],
    [['threads', 'list', '--limit', '0'], '✗ --limit is less than 1.'],
    [['account', 'sign-in', '--email', 'mei', '--password-stdin'], '✗ --email is not a whole address.'],
  ])('%s', async (args, sentence) => expect(await said(...args)).toEqual([2, sentence]))
})

describe('a secret is asked for or piped in, and never written on the command line', () => {
  const sent: unknown[] = []
  const run = async (stdin: string, ...args: string[]) => {
    sent.length = 0
    const { terminal, said: all } = testTerminal({ piped: true, readInput: async () => stdin, env: { LONGHAND_URL: 'http://127.0.0.1:9', LONGHAND_TOKEN: 'x' } })
    vi.stubGlobal('fetch', async (_url: unknown, { body }: { body: string }) => { sent.push(JSON.parse(body)); return new Response('{}') })
    const code = await runCli(args, terminal).finally(() => vi.unstubAllGlobals())
    return { code, said: all.join('') }
  }

  test('every field of the contract that is a password', () => {
    const all = OPERATIONS.flatMap((operation) => flagsOf(operation).flags.filter(({ secrets }) => secrets.length > 0).map((one) => `${operation.name} ${one.name}`))
    expect(all.toSorted()).toEqual(['account.edit-me password', 'account.set-up password', 'account.sign-in password', 'invites.accept password'])
    expect(OPERATIONS.flatMap((operation) => flagsOf(operation).flags.filter(({ name, secrets }) => /password/i.test(name) && secrets.length === 0))).toEqual([])
  })

  test.each([
    ['one', ['account', 'sign-in', '--email', 'mei@example.com', '--password-stdin'], 'correct horse\n', { email: 'mei@example.com', password: 'correct horse' }],
    ['two, a line each', ['account', 'edit-me', '--password-stdin'], 'the old one\nthe new one\n', { password: { current: 'the old one', next: 'the new one' } }],
    ['the new one alone', ['account', 'edit-me', '--password-stdin'], 'the new one', { password: { next: 'the new one' } }],
    ['none where none is wanted', ['account', 'edit-me', '--name', 'Mei'], 'the new one', { name: 'Mei' }],
    ['in a file with everything else', ['account', 'sign-in', '--input', '-'], '{"email":"mei@example.com","password":"correct horse"}', { email: 'mei@example.com', password: 'correct horse' }],
  ])('%s is piped in', async (_what, args, stdin, body) => {
    await run(stdin, ...args)
    expect(sent).toEqual([body])
  })

  test.each([
    [['account', 'sign-in', '--email', 'mei@example.com', '--password', 'correct horse'], 'A secret is not written behind --password'],
    [['account', 'sign-in', '--email', 'mei@example.com'], '--password is needed.'],
    [['account', 'edit-me', '--password'], '--password is needed.'],
    [['account', 'edit-me', '--password-stdin'], 'Nothing was piped in.'],
  ])('%s is refused', async (args, words) => {
    expect(await run('', ...args)).toEqual({ code: 2, said: expect.stringContaining(words) })
    expect(sent).toEqual([])
  })
})

describe('an answer for eyes', () => {
  test('ok is a word', () => expect(renderAnswer({ ok: true }, reader, setting)).toBe('Done.\n'))
  test('a list is a table, with times on my clock and the id last', () => {
    expect(renderAnswer({ sessions: [{ id: 'i-1', label: 'Firefox', createdAt: '2026-03-24T07:00:00Z', expiresAt: null }] }, reader, setting))
      .toBe('LABEL    CREATED AT  ID\nFirefox  08:00       i-1\n')
  })
  test('where no terminal shows it, nothing of a table is cut', () => {
    const label = 'It answered 503, and that is what one looks for. '.repeat(4).trim()
    const answer = { sessions: [{ id: 'i-1', label }] }
    expect(renderAnswer(answer, reader, setting)).not.toContain(label)
    expect(renderAnswer(answer, reader, { ...setting, tableWidth: systemTerminal().tableWidth })).toContain(label)
  })
  test('a page says how to go on', () => expect(renderAnswer({ items: [{ number: 1, title: 'x' }], next: 'abc' }, reader, setting)).toContain('add --cursor abc'))
  test('an empty list is a word', () => expect(renderAnswer({ items: [], next: null }, reader, setting)).toBe('Nothing.\n'))
  test('an object is names and values; what is empty is left out', () => {
    expect(renderAnswer({ name: 'Team', note: '', on: true, members: [], place: { zone: 'UTC' } }, reader, setting)).toBe('name  Team\non    yes\nplace\n  zone  UTC\n')
  })
  test('lists of objects inside stand apart', () => {
    expect(renderAnswer({ steps: [{ kind: 'offered', text: 'a' }, { kind: 'accepted' }], x: 1 }, reader, setting)).toBe('steps\n  - kind  offered\n    text  a\n  - kind  accepted\nx  1\n')
  })
  test('nobody’s text reaches the terminal raw', () => expect(renderAnswer({ name: '\u001b[2Jx' }, null, setting)).toBe('name  [2Jx\n'))
})
