import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '#domain/refusal.ts'
import { checkDataIsFree, lockData, urlOfOwner } from './data-lock.ts'
import { processIdentity } from './process-identity.ts'

/** More processes than two cores can start at the same moment, so that they really overlap. */
const PARALLEL_STARTS = 20
/** Starting that many processes on a small machine. Unit: ms. */
const SLOW_MS = 60_000

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const CONTENDER = `
  const { lockData } = await import('#server/platform/db/data-lock.ts')
  try { lockData(process.env.FOLDER); console.log('won') } catch (error) { console.log(error.name) }
  process.stdin.resume()
  process.stdin.on('end', () => process.exit())
`

/** Starts another process that tries to take the folder and then stays alive until told to end. */
function contender() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', CONTENDER], { env: { ...process.env, FOLDER: folder }, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const said = new Promise<string>((done) => child.stdout.once('data', (data: Buffer) => done(data.toString().trim())))
  return { said, ended, child }
}

function leaveLock(content: unknown, generation = 1) {
  mkdirSync(join(folder, 'lock'), { recursive: true })
  writeFileSync(join(folder, 'lock', `${generation}.json`), typeof content === 'string' ? content : JSON.stringify(content))
}

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('one Longhand process owns a data folder', () => {
  test('a second start is told where the first one is', () => {
    const lock = lockData(folder)
    lock.setUrl('http://127.0.0.1:7400')
    const refusal = refusalOf(() => lockData(folder))
    expect(refusal.message).toBe(`Longhand is already running on ${folder}.`)
    expect(refusal.next).toBe('Open http://127.0.0.1:7400.')
    expect(refusalOf(() => checkDataIsFree(folder)).code).toBe('conflict')
  })

  test('where its owner is reached is known while it lives', () => {
    expect(urlOfOwner(folder)).toBeNull()
    const lock = lockData(folder)
    expect(urlOfOwner(folder)).toBeNull()
    lock.setUrl('http://127.0.0.1:7411')
    expect(urlOfOwner(folder)).toBe('http://127.0.0.1:7411')
    lock.release()
    expect(urlOfOwner(folder)).toBeNull()
  })

  test.each([['below what is no folder', () => join(folder, 'file', 'data')], ['where nobody can make one', () => '/proc/none/data']])('a folder %s is named, with what to do', (_where, path) => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => lockData(path())).toThrow(expect.objectContaining({ message: expect.stringContaining(`The data folder ${path()} cannot be made`), next: expect.stringContaining('LONGHAND_DATA') }))
  })

  test('a released folder can be taken again, and releasing twice harms nobody', () => {
    const first = lockData(folder)
    first.release()
    const second = lockData(folder)
    first.release()
    expect(refusalOf(() => lockData(folder)).code).toBe('conflict')
    second.release()
  })

  test('only the newest lock file stays behind', () => {
    for (const _round of [1, 2, 3]) lockData(folder).release()
    expect(readdirSync(join(folder, 'lock'))).toEqual(['3.json'])
  })

  test('checking takes nothing', () => {
    checkDataIsFree(folder)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a lock that nobody holds is taken over', () => {
  const here = processIdentity(process.pid) ?? ''
  test.each([
    ['the owner has ended', { pid: 2 ** 22 + 7, identity: here, url: null, released: false }],
    ['the process id was given to another process', { pid: process.ppid, identity: 'an earlier boot 17', url: null, released: false }],
    ['the file is damaged', '{"pid": 1'],
    ['the file is empty', ''],
  ])('%s', (_why, content) => {
    leaveLock(content)
    lockData(folder)
    expect(refusalOf(() => lockData(folder)).code).toBe('conflict')
  })
})

describe('many starts at once', () => {
  test.each([
    ['on a new folder', () => undefined],
    ['on a folder whose owner was killed', () => leaveLock({ pid: 2 ** 22 + 7, identity: 'gone', url: null, released: false }, 41)],
  ])('exactly one wins %s', async (_why, prepare) => {
    prepare()
    const contenders = Array.from({ length: PARALLEL_STARTS }, contender)
    const answers = await Promise.all(contenders.map((one) => one.said))
    for (const one of contenders) one.child.stdin.end()
    await Promise.all(contenders.map((one) => one.ended))
    expect(answers.filter((answer) => answer === 'won')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'Refusal')).toHaveLength(PARALLEL_STARTS - 1)
  }, SLOW_MS)

  test('a killed owner blocks nobody', async () => {
    const owner = contender()
    expect(await owner.said).toBe('won')
    expect(refusalOf(() => lockData(folder)).message).toContain(folder)
    owner.child.kill('SIGKILL')
    await owner.ended
    lockData(folder).release()
  }, SLOW_MS)
})

describe('processIdentity', () => {
  test('stays the same for a living process and is unknown for a dead one', async () => {
    expect(processIdentity(process.pid)).toBe(processIdentity(process.pid))
    expect(processIdentity(process.ppid)).not.toBe(processIdentity(process.pid))
    const owner = contender()
    await owner.said
    expect(processIdentity(owner.child.pid ?? 0)).toBeDefined()
    owner.child.stdin.end()
    await owner.ended
    expect(processIdentity(owner.child.pid ?? 0)).toBeUndefined()
  })

  test.each([0, -1, 1.5, Number.NaN])('refuses to look up %d', (pid) => expect(processIdentity(pid)).toBeUndefined())
})
