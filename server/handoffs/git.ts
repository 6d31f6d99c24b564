import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { gitLogArguments, parseGitLog, parseHashes, sharedLogArguments, suggestFromGit } from '#domain/handoffs/git-log.ts'
import type { Span, Suggestion } from '#domain/handoffs/git-log.ts'
import type { Repository } from '#server/platform/config.ts'

/** How long one repository may take. Unit: ms. */
const TIMEOUT_MS = 5000
/** How much of its answer is read. Unit: bytes. */
const OUTPUT_MAX = 8_000_000

/** Suggested lines, or one sentence that says why a repository could not be read. */
export type GitAnswer = { suggestions: Suggestion[]; note: string | null }

/** What one author committed in a repository within a span of time. Never throws: a wrap is written without git as well. */
export async function readRepository({ name, path }: Repository, span: Span, emails: readonly string[]): Promise<GitAnswer> {
  const failed = (why: string): GitAnswer => ({ suggestions: [], note: `The repository ${name} could not be read: ${why}` })
  const folder = await stat(path).catch(() => null)
  if (!folder?.isDirectory()) return failed('its folder does not exist on the server.')
  const { output, error } = await runGit(path, gitLogArguments(span, emails))
  if (error !== null) return failed(error)
  const shared = parseHashes((await runGit(path, sharedLogArguments(span))).output)
  return { suggestions: suggestFromGit(parseGitLog(output), { repository: name, emails, shared }), note: null }
}

/** As whom somebody on this machine commits in a repository; null where git does not know. Lets a demo count its visitor's commits as its reader's own. */
export async function committerHere({ path }: Repository): Promise<string | null> {
  const { output, error } = await runGit(path, ['config', 'user.email'], { HOME: homedir(), GIT_CONFIG_GLOBAL: undefined }).catch(() => ({ output: '', error: 'no folder' }))
  return error === null && output.trim() !== '' ? output.trim() : null
}

/** Runs git without shell, prompts, network, or settings of the machine but those that are given. */
function runGit(path: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}): Promise<{ output: string; error: string | null }> {
  const env = {
    PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_CEILING_DIRECTORIES: dirname(path), ...settings,
  }
  return new Promise((resolve) => {
    execFile('git', args, { cwd: path, env, encoding: 'buffer', timeout: TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: OUTPUT_MAX, windowsHide: true }, (error, stdout, stderr) => {
      resolve({ output: new TextDecoder().decode(stdout), error: error === null ? null : reasonOf(error, stderr.toString()) })
    })
  })
}

function reasonOf(error: Error & { code?: string | number | null | undefined; killed?: boolean | undefined }, stderr: string): string {
  if (error.code === 'ENOENT') return 'git is not installed on the server.'
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'it holds more than can be read at once.'
  if (error.killed) return `it took longer than ${TIMEOUT_MS / 1000} seconds.`
  if (stderr.includes('not a git repository')) return 'its folder is not a git repository.'
  return 'git refused to read it; whoever runs the server can try "git log" in its folder.'
}
