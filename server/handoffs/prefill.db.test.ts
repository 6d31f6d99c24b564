import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptBaton, clearLine, postWrap, prefillWrap, readWrap } from '#contract/handoffs.ts'
import { readRepository } from '#server/handoffs/git.ts'
import { refusalOf, someWrap } from '#server/handoffs/handoffs.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const SPAN = { since: Temporal.Instant.from('2026-03-23T07:00:00Z'), until: null }

describe('reading a git repository', () => {
  let root: string
  const folder = (name: string) => join(root, name)
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'longhand-git-'))
    for (const name of ['app', 'empty', 'plain']) mkdirSync(folder(name))
    const git = (name: string, ...words: string[]) => execFileSync('git', ['-C', folder(name), '-c', 'user.name=Ben', '-c', 'user.email=ben@example.com', ...words], { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_DATE: '2026-03-23T09:00:00Z', GIT_AUTHOR_DATE: '2026-03-23T09:00:00Z' } })
    git('app', 'init', '-q', '-b', 'main')
    git('empty', 'init', '-q')
    const commit = (path: string, subject: string) => {
      mkdirSync(join(folder('app'), path, '..'), { recursive: true })
      writeFileSync(join(folder('app'), path), subject)
      git('app', 'add', '.')
      git('app', 'commit', '-q', '-m', subject)
    }
    commit('web/page.ts', 'Show the baton')
    git('app', 'checkout', '-q', '-b', 'fix/lapse')
    commit('server/a.ts', 'Count the grace')
    git('app', 'checkout', '-q', 'main')
    commit('docs/x\ny.md', 'Write it down')
    git('app', 'merge', '-q', '--no-ff', '-m', 'Merge it', 'fix/lapse')
    writeFileSync(join(folder('app'), '.git/config'), '[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch pwned\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = false\n')
  })
  afterAll(() => rmSync(root, { recursive: true }))

  test('groups an author’s commits, whatever the repository is set to run', async () => {
    const { suggestions, note } = await readRepository({ name: 'app', path: folder('app') }, SPAN, ['BEN@example.com'])
    expect(note).toBeNull()
    expect(suggestions.map((line) => line.text).toSorted()).toEqual(['docs: Write it down', 'fix/lapse: Count the grace', 'web: Show the baton'])
  })

  test('reads nothing that lies after a clock that stands', async () => {
    const early = { ...SPAN, until: SPAN.since.add({ minutes: 1 }) }
    expect(await readRepository({ name: 'app', path: folder('app') }, early, ['BEN@example.com'])).toEqual({ suggestions: [], note: null })
  })

  test.each([
    ['somebody else', 'app', 'mei@example.com', null], ['an address like a pattern', 'app', '.*', null], ['an address like an option', 'app', '--output=x', null],
    ['a repository without commits', 'empty', 'ben@example.com', null],
    ['no repository', 'plain', 'ben@example.com', 'The repository plain could not be read: its folder is not a git repository.'],
    ['no folder', 'gone', 'ben@example.com', 'The repository gone could not be read: its folder does not exist on the server.'],
  ])('%s gives nothing, and says why where something is wrong', async (_why, name, email, note) => {
    expect(await readRepository({ name, path: folder(name) }, SPAN, [email])).toEqual({ suggestions: [], note })
  })
})

describeOnNewest('what a wrap is prefilled with', (on) => {
  let app: TestApp
  let ben: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T10:00:00Z' })
    ben = await app.person('Ben')
    mei = await app.person('Mei')
  })
  afterAll(() => app.stop())
  const prefill = () => mei.call(prefillWrap, { spaceId: app.spaceId })

  test('at first nothing, since the start of the shift', async () => {
    expect(await prefill()).toMatchObject({ since: '2026-03-23T08:00:00Z', shift: { end: '2026-03-23T16:00:00Z' }, lastNextAction: null, done: [], blockers: [], questions: [], batonsHeld: [], emails: ['mei@example.com'], notes: [] })
  })

  test('then what was taken over, cleared and answered, and what is still open', async () => {
    const wrap = await ben.call(postWrap, {
      ...someWrap, spaceId: app.spaceId, batons: [{ text: 'Watch the rollout', to: { kind: 'person', personId: mei.id } }],
      blockers: [{ text: 'DNS', ownerId: mei.id }, { text: 'Quota', ownerId: mei.id, eta: '2026-03-24T10:00:00Z' }], questions: [{ text: 'Which region?', answererId: mei.id }, { text: 'Anybody?' }],
    })
    await mei.call(acceptBaton, { id: wrap.batons[0]?.id ?? '' })
    await mei.call(clearLine, { number: wrap.number, lineId: wrap.blockers[0]?.id ?? '' })
    await mei.call(clearLine, { number: wrap.number, lineId: wrap.questions[1]?.id ?? '' })
    const given = await prefill()
    const source = { kind: 'workspace', numbers: [wrap.number] }
    expect(given.done).toEqual(expect.arrayContaining([{ text: 'Cleared: DNS', source }, { text: 'Answered: Anybody?', source }, { text: 'Took over: Watch the rollout', source }]))
    expect(given).toMatchObject({ blockers: [{ text: 'Quota', ownerId: mei.id, eta: '2026-03-24T10:00:00Z' }], questions: [{ text: 'Which region?' }], batonsHeld: [{ text: 'Watch the rollout', state: 'accepted' }] })
  })

  test('and after a wrap only what came since', async () => {
    await app.advanceTo('2026-03-23T15:00:00Z')
    await mei.call(postWrap, { ...someWrap, spaceId: app.spaceId, nextAction: 'Look at the quota.' })
    expect(await prefill()).toMatchObject({ since: '2026-03-23T15:00:00Z', lastNextAction: 'Look at the quota.', done: [], blockers: [{ text: 'Quota' }], batonsHeld: [] })
  })

  test('a line is cleared once, by whoever was named or wrote it', async () => {
    const wrap = await ben.call(postWrap, { ...someWrap, spaceId: app.spaceId, blockers: [{ text: 'DNS', ownerId: mei.id }] })
    const lineId = wrap.blockers[0]?.id ?? ''
    expect(await refusalOf(app.owner.call(clearLine, { number: wrap.number, lineId }))).toBe('not_allowed')
    const codes = await Promise.all([mei, mei, ben].map((person) => refusalOf(person.call(clearLine, { number: wrap.number, lineId }))))
    expect(codes.toSorted()).toEqual(['conflict', 'conflict', 'no refusal'])
    expect(await ben.call(readWrap, { number: wrap.number })).toMatchObject({ blockers: [{ clearedAt: '2026-03-23T15:00:00Z', can: [] }] })
    expect(await refusalOf(ben.call(clearLine, { number: wrap.number, lineId: app.workspaceId }))).toBe('not_found')
  })
})
