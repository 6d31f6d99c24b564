import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gitLogArguments, parseGitLog, suggestFromGit } from './git-log.ts'

const hash = (n: number) => n.toString(16).padStart(40, '0')
type Written = { n: number; ref?: string; subject?: string; paths?: string[]; email?: string }
/** As git writes it: a NUL before each part, an empty part before each commit, a line feed before the first path. */
const written = ({ n, ref = 'refs/heads/main', subject = 'work', paths = ['web/a.ts'], email = 'ben@example.com' }: Written): string =>
  `\0${hash(n)}\0${email}\0${1_700_000_000 + n}\0${ref}\0${subject}\0${paths.length > 0 ? `\n${paths.map((path) => `${path}\0`).join('')}` : ''}`
const suggest = (...commits: Written[]) => suggestFromGit(parseGitLog(commits.map(written).join('')), { repository: 'app', emails: ['Ben@Example.com'] })

test('the command names author and moment as they are', () => {
  const since = Temporal.Instant.from('2026-03-23T08:00:00Z')
  expect(gitLogArguments({ since, until: null }, []).join(' ')).not.toContain('--until')
  expect(gitLogArguments({ since, until: since.add({ hours: 8 }) }, [])).toContain('--until=2026-03-23T16:00:00Z')
  expect(gitLogArguments({ since, until: null }, ['ben+x@example.com'])).toEqual(expect.arrayContaining(['--fixed-strings', '--author=<ben+x@example.com>', '--since=2026-03-23T08:00:00Z', '--no-merges']))
})

describe('one line for each group', () => {
  test('branches by name, shared branches by folder, the newest first', () => {
    expect(suggest({ n: 4, ref: 'refs/heads/fix/lapse', subject: 'Count grace' }, { n: 3, paths: ['web/x', 'web/y', 'server/z'], subject: 'Show it' }, { n: 2, ref: 'refs/remotes/origin/fix/lapse', subject: 'Find it' }, { n: 1, paths: ['README.md'] })).toEqual([
      { text: 'fix/lapse: Find it; Count grace', source: { kind: 'git', repository: 'app', group: 'fix/lapse', commits: [hash(4), hash(2)] } },
      { text: 'web: Show it', source: { kind: 'git', repository: 'app', group: 'web', commits: [hash(3)] } },
      { text: 'README.md: work', source: { kind: 'git', repository: 'app', group: 'README.md', commits: [hash(1)] } },
    ])
  })

  test.each<[string, Written[], string[]]>([
    ['nobody else’s commits', [{ n: 1, email: 'mei@example.com' }], []],
    ['the same subject once', [{ n: 2 }, { n: 1 }], ['web: work']],
    ['more than one reads, the newest of them', Array.from({ length: 8 }, (_none, at) => ({ n: 8 - at, subject: `step ${8 - at}` })), ['web: …; step 3; step 4; step 5; step 6; step 7; step 8']],
    ['commits without a message', [{ n: 2, subject: '' }, { n: 1, subject: '' }], ['web: 2 commits without a message']],
    ['commits without files', [{ n: 1, paths: [] }], ['main: work']],
    ['odd file names', [{ n: 1, paths: ['a\nb/c', '"q"/d', 'a\nb/e'] }], ['a b: work']],
    ['broken Unicode', [{ n: 1, subject: 'caf\uD800é \u202E' }], ['web: caf\uFFFDé']],
    ['subjects that look like hashes', [{ n: 2, subject: hash(9) }, { n: 1 }], [`web: work; ${hash(9)}`]],
    ['kinds of commits, which are for changelogs', [{ n: 2, subject: 'fix(batons)!: count grace' }, { n: 1, subject: 'Docs: say so' }], ['web: say so; count grace']],
    ['what only looks like a kind', [{ n: 1, subject: 'note: ask Ana' }], ['web: note: ask Ana']],
  ])('%s', (_why, commits, lines) => {
    expect(suggest(...commits).map((line) => line.text)).toEqual(lines)
  })

  test('a long line is cut, and all its commits are kept', () => {
    const [line] = suggest(...Array.from({ length: 300 }, (_, n) => ({ n: 300 - n, subject: `Change number ${n}` })))
    expect([...line?.text ?? ''].length).toBeLessThanOrEqual(300)
    expect(line?.source.commits).toHaveLength(300)
  })
})

describe('whatever comes', () => {
  test('a huge log is read in no time', () => {
    const log = Array.from({ length: 20_000 }, (_, n) => written({ n, paths: Array.from({ length: 20 }, (_, file) => `web/${file}.ts`) })).join('')
    expect(parseGitLog(log)).toHaveLength(20_000)
  })

  test('a log that was cut off anywhere gives the commits before the cut', () => {
    const log = [1, 2, 3].map((n) => written({ n, paths: ['a/b', 'c/d'] })).join('')
    for (let end = 0; end <= log.length; end += 1) {
      const commits = parseGitLog(log.slice(0, end))
      expect(commits.every((commit, index) => commit.hash === hash(index + 1))).toBe(true)
    }
  })

  test('anything else gives nothing and breaks nothing', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.array(fc.integer({ min: 0, max: 0xFFFF }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)), fc.constant('\0'), fc.constant(hash(7)))), (parts) => {
      for (const line of suggestFromGit(parseGitLog(parts.join('')), { repository: 'app', emails: [''] })) expect(line.text.isWellFormed()).toBe(true)
    }))
  })
})
