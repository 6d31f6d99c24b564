import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { stateFolder, writePrivate } from './connection/config.ts'
import type { Cli } from './context.ts'

/** What is written, such as `page`: its file is called so. */
type Named = { name: string; text: string }

/** Keeps a text where only its writer reads it. @returns the file */
export function keepText({ terminal }: Pick<Cli, 'terminal'>, { name, text }: Named): string {
  const drafts = join(stateFolder(terminal.env), 'drafts')
  mkdirSync(drafts, { recursive: true, mode: 0o700 })
  const file = join(mkdtempSync(join(drafts, `${name}-`)), `${name}.md`)
  writePrivate(file, text)
  return file
}

type Written = Named & {
  /** Whether it stands somewhere else already, as in a file. */
  given?: boolean
  /** How it is sent again. */
  again?: string
}

/** Sends what somebody typed; where that does not arrive, or is refused, the text is kept and the place is said. */
export async function sendOrKeepText<T>(cli: Pick<Cli, 'terminal'>, { name, text, given = false, again = 'send it again with --file' }: Written, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!given && text.trim() !== '') cli.terminal.say(`What you wrote is in ${keepText(cli, { name, text })}; ${again}.\n`)
    throw error
  }
}
