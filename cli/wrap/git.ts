import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { gitLogArguments, parseGitLog, parseHashes, sharedLogArguments, suggestFromGit } from '#domain/handoffs/git-log.ts'
import type { Span, Suggestion } from '#domain/handoffs/git-log.ts'
import { Refusal } from '#domain/refusal.ts'

/** More output than this is not a shift's work. Unit: bytes. */
const OUTPUT_MAX = 64 * 1024 * 1024
/** A shift's log takes well under a second; a hanging network drive must not hold the wrap. Unit: ms. */
const PATIENCE_MS = 20_000

/** Settings by which the caller's environment could point git elsewhere, or make it ask. */
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_EXTERNAL_DIFF', 'GIT_PAGER']

/**
 * One line for each branch or folder that I committed to since a moment, under my addresses or the one that this
 * repository is set to.
 * @throws {Refusal} `cannot_be_read` when the folder is missing, is no repository, or git does not run
 */
export function commitsSince(folder: string, { emails, ...span }: Span & { emails: readonly string[] }): Suggestion[] {
  if (!existsSync(folder)) throw new Refusal('cannot_be_read', `There is no folder ${resolve(folder)}.`, 'Give the path of a git repository: --from-git ../shop')
  const root = git(folder, ['rev-parse', '--show-toplevel'])
  if (git(root.trim() || folder, ['rev-list', '-n', '1', '--all']).trim() === '') return []
  const mine = [...new Set([...emails, ownEmail(folder)])].filter((email) => email !== '')
  const output = git(folder, gitLogArguments(span, mine))
  const shared = parseHashes(git(folder, sharedLogArguments(span)))
  return suggestFromGit(parseGitLog(output), { repository: basename(root.trim() || resolve(folder)), emails: mine, shared })
}

/** `user.email` as it holds in this folder; empty when nobody set one. */
function ownEmail(folder: string): string {
  return git(folder, ['config', '--default', '', '--get', 'user.email']).trim()
}

function git(folder: string, args: readonly string[]): string {
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING.includes(name))), ...QUIET }
  const { status, error, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', maxBuffer: OUTPUT_MAX, timeout: PATIENCE_MS })
  if (error && 'code' in error && error.code === 'ENOENT') throw new Refusal('cannot_be_read', 'git is not installed here.', 'Install git, or write what you did with --done.')
  if (/not a git repository/.test(stderr ?? '')) throw new Refusal('cannot_be_read', `${resolve(folder)} is not a git repository.`, 'Give the path of one: --from-git ../shop')
  if (error || status !== 0) throw new Refusal('cannot_be_read', `git could not read ${resolve(folder)}: ${(stderr ?? '').trim().split('\n')[0] || 'it gave no answer'}.`, 'See what `git log` says there, or write what you did with --done.')
  return stdout
}
