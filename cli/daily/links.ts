import { linksFrom, linksTo, suggestLinks } from '#contract/links.ts'
import type { Backlinks, LinkTarget, UnlinkedMention } from '#contract/links.ts'
import type { Command } from 'commander'
import type { Cli, Reader } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'

/** Under the title, beside the number. */
const INDENT = '     '

/** `longhand links 128`. */
export function addLinks(program: Command, cli: Cli): void {
  const links = program.command('links').description('What links to an entry, and what it links to and what became of that.').argument('<number>', 'Such as 128.').option('--suggest', 'Also names without a link.')
  example(links, 'longhand links 128', 'longhand links 128 --suggest --json').action(async (given: string, { suggest }: { suggest?: true }) => {
    const digits = /^#?([1-9]\d{0,8})$/.exec(given)?.[1]
    if (digits === undefined) throw new UsageError(`“${given}” is not the number of an entry.`, 'Say it as in longhand links 128.')
    const number = Number(digits)
    const [to, from, unlinked] = await Promise.all([cli.call(linksTo, { number }), cli.call(linksFrom, { number }), suggest ? cli.call(suggestLinks, { number }) : null])
    const reader = await cli.reader()
    await cli.print({ to, from: from.items, ...unlinked && { unlinked } }, () => linksText({ to, from: from.items, unlinked }, reader, cli.terminal.width))
  })
}

type Shown = { to: Backlinks; from: readonly LinkTarget[]; unlinked: { elsewhere: readonly UnlinkedMention[]; here: readonly UnlinkedMention[] } | null }

export function linksText({ to, from, unlinked }: Shown, reader: Reader, width: number): string {
  const parts = [
    [to.sentence, ...to.items.map((item) => backlinkText(item, reader, width))], ...from.length === 0 ? [] : [['It links to:', ...from.map(targetText)]],
    ...unlinked && unlinked.elsewhere.length > 0 ? [['Named without a link:', ...unlinked.elsewhere.map((mention) => mentionText(mention, width))]] : [],
    ...unlinked && unlinked.here.length > 0 ? [['It could link to:', ...unlinked.here.map((mention) => mentionText(mention, width))]] : [],
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function backlinkText({ number, title, replyId, kind, authorName, spaceName, at, sentence }: Backlinks['items'][number], { now, zone }: Reader, width: number): string {
  const where = [replyId === null ? kind : `reply in ${kind}`, authorName, spaceName, whenWords(Temporal.Instant.from(at), now, zone)].map(oneLine).join(' · ')
  return [`#${number}  ${oneLine(title)}`, `${INDENT}${where}`, ...sentence === '' ? [] : [fold(oneLine(sentence), width, INDENT)]].join('\n')
}

const targetText = ({ written, title, note, state }: LinkTarget): string => `${oneLine(written)}${state === 'there' && title !== written ? `  ${oneLine(title)}` : ''}${note === null ? '' : `  ${oneLine(note)}`}`
const mentionText = ({ number, title, sentence }: UnlinkedMention, width: number): string => `#${number}  ${oneLine(title)}\n${fold(oneLine(sentence), width, INDENT)}`
