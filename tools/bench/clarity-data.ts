import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMarkdown } from '#contract/writing-text.ts'
import { signValues } from '#domain/writing/clarification.ts'
import { readingOf } from '#domain/writing/reading.ts'
import type { Features } from './clarity-fit.ts'

export type Post = { readonly text: string; readonly asked: boolean }

/** The folder of public texts: `--corpus`, else `LONGHAND_CORPUS`. Nothing of it is kept here. */
export const corpusFolder = (given: string | undefined): string | undefined => given ?? process.env['LONGHAND_CORPUS']

/** Opening posts that did or did not draw a question; null where the folder does not hold them. */
export function readPosts(folder: string | undefined): Post[] | null {
  const file = folder === undefined ? undefined : join(folder, 'A-clarity/clarity.jsonl')
  if (file === undefined || !existsSync(file)) return null
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const { text, label } = JSON.parse(line) as { text: string; label: string }
    return { text, asked: label === 'needs_clarification' }
  })
}

/** The signs of a text as features. */
export function featuresOf(text: string): Features {
  return signValues(readingOf(readMarkdown(text), {}, { steps: 0 })).flatMap((value, index) => value === 0 ? [] : [[index, value] as const])
}

/** Ordinary texts, to see how often each rule speaks up: messages, status reports, pages. */
export function readOrdinary(folder: string): { name: string; texts: string[] }[] {
  const files = (pattern: string) => globSync(pattern, { cwd: folder }).toSorted().map((file) => readFileSync(join(folder, file), 'utf8'))
  return [
    { name: 'messages', texts: files('E-chat/**/*.mbox').flatMap(messagesOf) },
    { name: 'status reports', texts: files('F-status/**/*.md') },
    { name: 'pages', texts: files('C-knowledge/**/*.md') },
  ]
}

/** Shorter messages are answers such as "Thanks!". Unit: words. */
const MESSAGE_MIN = 8

/** The bodies of a mailbox, without the shortest. */
function messagesOf(mailbox: string): string[] {
  return mailbox.split(/^From \S+@\S+ .*$/m).map((mail) => mail.slice(mail.indexOf('\n\n') + 2).trim()).filter((body) => body.split(/\s+/).length >= MESSAGE_MIN)
}
