import { basename, resolve } from 'node:path'
import { readText } from '#contract/import-files.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import { ircLog } from '#domain/imports/irc.ts'
import { zulipPlace, zulipTopic } from '#domain/imports/zulip.ts'
import type { Piece } from '#domain/imports/types.ts'
import { lstat } from 'node:fs/promises'
import { UsageError } from '../errors.ts'
import { htmlToMarkdown } from './html.ts'
import { openFiles } from './open-files.ts'

/** An archive of Zulip: a folder a stream, a JSON file a topic, messages in HTML. */
export async function* readZulip(path: string): AsyncGenerator<Piece> {
  yield* eachOf(await openFiles(path, { dotFiles: true }), { path, wanted: (name) => name.endsWith('.json'), what: 'topics of Zulip, one JSON file each' }, function* (name, text) {
    const folder = name.split('/').at(-2) ?? basename(resolve(path)).replace(/\.zip$/i, '')
    yield* zulipTopic({ path: name, text, place: zulipPlace(folder), toMarkdown: htmlToMarkdown })
  })
}

const LOG = /\.(?:log|txt)$/i
const ANSWERS = /\.annotation\.txt$/i

/** Logs of IRC, with files beside them that say which message answers which: `a.raw.txt` and `a.annotation.txt`. */
export async function* readIrc(path: string, day: string | null): AsyncGenerator<Piece> {
  const found = await lstat(path).catch(() => null)
  const files = found?.isFile() && !path.endsWith('.zip') ? await oneFile(path) : await openFiles(path)
  const problems: Piece[] = []
  yield* eachOf(files, { path, wanted: (name) => LOG.test(name) && !ANSWERS.test(name), what: 'logs, as .log or .txt' }, async function* (name, text) {
    const beside = name.replace(/(?:\.raw|\.ascii)?\.(?:log|txt)$/i, '.annotation.txt')
    const answers = files.paths.includes(beside) ? await readText(files, beside, problems) : null
    yield* problems.splice(0)
    yield* ircLog({ path: name, text, answers, folder: name.split('/').at(-2) ?? basename(resolve(path)).replace(/\.(?:log|txt|zip)$/i, ''), day })
  })
}

/** A single log, with its annotation where that lies beside it. */
async function oneFile(path: string): Promise<ImportFiles> {
  const folder = await openFiles(resolve(path, '..'))
  const own = basename(path)
  const stem = own.replace(/(?:\.raw|\.ascii)?\.(?:log|txt)$/i, '')
  return { ...folder, problems: [], paths: folder.paths.filter((name) => name === own || name === `${stem}.annotation.txt`) }
}

type Which = { path: string; wanted: (name: string) => boolean; what: string }

async function* eachOf(files: ImportFiles, { path, wanted, what }: Which, read: (name: string, text: string) => Generator<Piece> | AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* files.problems.map((problem) => ({ problem }))
    const names = files.paths.filter(wanted)
    if (names.length === 0) throw new UsageError(`${path} holds no ${what}.`, 'Name the folder that holds them.')
    const problems: Piece[] = []
    for (const name of names) {
      const text = await readText(files, name, problems)
      yield* problems.splice(0)
      if (text !== null) yield* read(name, text)
    }
  } finally {
    await files.close()
  }
}
