import type { Instant } from '../time/types.ts'
import { shorten } from './tldr.ts'

/** As many commits as one wrap can name. */
const COMMITS_MAX = 500
/** Longest text of a suggested line, group and repository. Unit: characters. */
const TEXT_MAX = 300
const NAME_MAX = 200

/** Hash, address, seconds since 1970, ref and subject, each after a NUL; the paths follow. An empty part opens each commit. */
const FORMAT = 'tformat:%x00%H%x00%aE%x00%at%x00%S%x00%s'
const HEADER_PARTS = 5
const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** As many commits as are looked through for those of the branches that everybody works on. */
const SHARED_MAX = 5000

/** Branches that everybody works on: their commits are grouped by where in the tree they are. */
const SHARED_BRANCHES = ['main', 'master', 'trunk', 'develop']

/** Nothing of the repository's own configuration runs, nothing is fetched, and whoever owns the folder may be another. */
const SAFELY = [
  '--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'log.showSignature=false',
  '-c', 'core.quotePath=false', '-c', 'protocol.allow=never', '-c', 'safe.directory=*',
]

export type Commit = { hash: string; email: string; at: number; branch: string; subject: string; paths: string[] }
export type GitSource = { kind: 'git'; repository: string; group: string; commits: string[] }
export type Author = { repository: string; emails: readonly string[]; shared?: ReadonlySet<string> }
export type Suggestion = { text: string; source: GitSource }

/** The time that is looked at. `until` where the clock is not that of the machine on which people commit, as in a demo. */
export type Span = { since: Instant; until: Instant | null }

const within = ({ since, until }: Span): string[] => [`--since=${since.toString()}`, ...until === null ? [] : [`--until=${until.toString()}`]]

/**
 * What to run, after `git`, in a repository's folder. Its output is what `parseGitLog` reads. Merges are left out,
 * and no file content is compared.
 *
 * @param emails the author's, as git knows them; compared as they are, not as patterns
 */
export function gitLogArguments(span: Span, emails: readonly string[]): string[] {
  return [
    ...SAFELY, 'log', '--exclude=refs/stash', '--exclude=refs/notes/*', '--all', '--source', '--no-merges', '--no-renames', '--no-ext-diff', '--no-textconv',
    '--no-color', '--encoding=UTF-8', '-z', '--name-only', `--max-count=${COMMITS_MAX}`, ...within(span),
    '--fixed-strings', '--regexp-ignore-case', ...emails.map((email) => `--author=<${email}>`), `--format=${FORMAT}`,
  ]
}

/**
 * What to run for the commits that were made on a shared branch itself. Git names for each commit some branch from
 * which it can be reached, and that may well be a newer one. `parseHashes` reads the output.
 */
export function sharedLogArguments(span: Span): string[] {
  return [
    // The brackets make it a pattern; a plain name would mean everything below it.
    ...SAFELY, 'log', '--first-parent', '--no-color', '--format=%H', `--max-count=${SHARED_MAX}`, ...within(span),
    ...SHARED_BRANCHES.flatMap((name) => [`--branches=[${name.charAt(0)}]${name.slice(1)}`, `--remotes=*/${name}`]),
  ]
}

export const parseHashes = (output: string): Set<string> => new Set(output.split('\n').filter((line) => HASH.test(line)))

/** Reads the output, newest commit first. What does not look like a commit is passed over, so a cut-off end does no harm. */
export function parseGitLog(output: string): Commit[] {
  const parts = output.toWellFormed().split('\0')
  const commits: Commit[] = []
  for (let at = 0; at < parts.length;) {
    const [hash = '', email = '', seconds = '', ref = '', subject = ''] = parts.slice(at, at + HEADER_PARTS)
    if (!HASH.test(hash) || at + HEADER_PARTS > parts.length) {
      at += 1
      continue
    }
    const end = nextEmpty(parts, at + HEADER_PARTS)
    const paths = parts.slice(at + HEADER_PARTS, end).map((path, index) => index === 0 ? path.replace(/^\n/, '') : path)
    commits.push({ hash, email, at: Number(seconds) || 0, branch: branchOf(ref), subject: clean(subject), paths: paths.filter((path) => path !== '') })
    at = end
  }
  return commits
}

/**
 * One line for what was done on each branch, or in each top-level folder where the branch is everybody's. Groups come
 * in the order of their newest commit.
 *
 * @param shared commits of the shared branches, from `sharedLogArguments`; none where that was not asked
 */
export function suggestFromGit(commits: readonly Commit[], { repository, emails, shared = new Set() }: Author): Suggestion[] {
  const own = new Set(emails.map((email) => email.toLowerCase()))
  const theirs = commits.filter((commit) => own.has(commit.email.toLowerCase())).slice(0, COMMITS_MAX)
  return [...Map.groupBy(theirs, (commit) => groupOf(commit, shared))].map(([group, members]) => ({
    text: shorten(`${group}: ${subjects(members)}`, TEXT_MAX),
    source: { kind: 'git', repository: shorten(clean(repository), NAME_MAX), group: shorten(group, NAME_MAX), commits: members.map((commit) => commit.hash) },
  }))
}

function nextEmpty(parts: readonly string[], from: number): number {
  const found = parts.indexOf('', from)
  return found === -1 ? parts.length : found
}

/** `refs/remotes/origin/fix/lapse` and `refs/heads/fix/lapse` are one branch. */
function branchOf(ref: string): string {
  return clean(ref.replace(/^refs\/heads\//, '').replace(/^refs\/remotes\/[^/]+\//, ''))
}

function groupOf({ hash, branch, paths }: Commit, shared: ReadonlySet<string>): string {
  const named = branch !== '' && branch !== 'HEAD' && !branch.startsWith('refs/') && !SHARED_BRANCHES.includes(branch)
  if (named && !shared.has(hash)) return branch
  const counts = new Map<string, number>()
  for (const path of paths) {
    const top = clean(path.split('/')[0] ?? '')
    counts.set(top, (counts.get(top) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] || branch || 'HEAD'
}

/** `feat(billing): ` and the like: for changelogs, not for people who start a shift. Source: conventionalcommits.org. */
const KIND_OF_COMMIT = /^(?:feat|fix|docs|test|perf|refactor|build|chore|ci|style|revert)(?:\([^)]*\))?!?:\s+/i

/** So many subjects are named in one line: those of a shift of ordinary commits. The source says how many there were. */
const NAMED_MAX = 6

/** Oldest first, each once, as they were done; where there are too many to read, the newest ones. */
function subjects(commits: readonly Commit[]): string {
  const said = [...new Set(commits.map((commit) => commit.subject.replace(KIND_OF_COMMIT, '')).filter((subject) => subject !== ''))].toReversed()
  if (said.length > NAMED_MAX) return `…; ${said.slice(-NAMED_MAX).join('; ')}`
  return said.length > 0 ? said.join('; ') : `${commits.length} ${commits.length === 1 ? 'commit' : 'commits'} without a message`
}

/** One line of plain text: no control characters, no runs of white space. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
