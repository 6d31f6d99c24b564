import { slackDay, slackWorkspace } from '#domain/imports/slack.ts'
import type { SlackWorkspace } from '#domain/imports/slack.ts'
import type { Piece } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { readText } from './import-files.ts'
import type { ImportFiles } from './import-files.ts'

/** Lists of the workspace; everything else at the top that is a list of messages is read as one. */
const LISTS = ['users', 'channels', 'groups', 'dms', 'mpims'] as const
/** What apps and settings left, which nobody wrote. */
const OTHER = new Set(['integration_logs.json', 'canvases.json', 'huddle_transcripts.json', 'lists.json', 'file_conversations.json', 'org_users.json', 'retention.json'])

/** How emoji are called, and what an export is remembered as that names no workspace. */
type Given = { name: string; emoji(name: string): string | null }

/**
 * An export of Slack: who is in it, and everything in it piece by piece, day by day. Closes the files at the end.
 * @throws {Refusal} `cannot_be_read` for what is no export
 */
export async function readSlackFiles(files: ImportFiles, { name, emoji }: Given): Promise<{ source: string; pieces: AsyncGenerator<Piece> }> {
  const problems: Piece[] = files.problems.map((problem) => ({ problem }))
  const root = rootOf(files.paths)
  const lists = Object.fromEntries(await Promise.all(LISTS.map(async (list) => [list, await listOf(files, `${root}${list}.json`, problems)] as const)))
  const workspace = slackWorkspace(lists)
  if (!files.paths.some((path) => path.endsWith('.json'))) {
    await files.close()
    throw new Refusal('cannot_be_read', said`${name} holds no export of Slack: there is no JSON in it.`, said`Export it under “Settings → Import/export data” in Slack, and give it as it came.`)
  }
  return { source: `slack:${workspace.team ?? name.replace(/\.zip$/i, '')}`, pieces: daysOf(files, { root, workspace, problems, emoji }) }
}

/** Some unpack an export into one folder and pack that again. */
function rootOf(paths: readonly string[]): string {
  const users = paths.find((path) => path === 'users.json') ?? paths.find((path) => /^[^/]+\/users\.json$/.test(path)) ?? ''
  return users.slice(0, Math.max(0, users.length - 'users.json'.length))
}

async function listOf(files: ImportFiles, path: string, problems: Piece[]): Promise<unknown> {
  if (!files.paths.includes(path)) return undefined
  const read = await readText(files, path, problems)
  if (read === null) return undefined
  try { return JSON.parse(read) } catch {
    problems.push({ problem: { file: path, line: 1, what: said`This list is no JSON, so that names may be missing.`, next: said`Export it again.` } })
    return undefined
  }
}

async function* daysOf(files: ImportFiles, { root, workspace, problems, emoji }: { root: string; workspace: SlackWorkspace; problems: Piece[]; emoji: Given['emoji'] }): AsyncGenerator<Piece> {
  try {
    yield* problems.splice(0)
    const closed = new Set<string>()
    for (const path of files.paths) {
      const below = path.slice(root.length)
      if (!path.startsWith(root) || !below.endsWith('.json') || LISTS.some((name) => below === `${name}.json`) || OTHER.has(below)) continue
      const folder = below.split('/').at(-2)
      if (folder !== undefined && workspace.closed.has(folder)) {
        if (!closed.has(folder)) yield { problem: { file: `${folder}/`, line: null, what: said`This was a private channel or direct messages, which are never made open; it was left out.`, next: said`Import its folder alone with --space and a private space, if everybody who wrote there agrees.` } }
        closed.add(folder)
        continue
      }
      const text = await readText(files, path, problems)
      yield* problems.splice(0)
      if (text !== null) yield* slackDay({ path: below, text, workspace, emoji })
    }
  } finally {
    await files.close()
  }
}
