import { basename, resolve } from 'node:path'
import { importAll } from '#contract/import-run.ts'
import type { ImportRunning } from '#contract/import-run.ts'
import type { ImportCounts, ImportKind, Piece } from '#domain/imports/types.ts'
import { ENGLISH } from '#domain/words/said.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { importGroup } from './group.ts'
import { readIrc, readZulip } from './logs.ts'
import { importMarkdown } from './markdown.ts'
import { readMbox } from './mbox.ts'
import { readSlack } from './slack.ts'
import { addImportUndo } from './undo.ts'
import { reportWords } from './words.ts'

type Flags = { space?: string; dryRun?: boolean; source?: string; day?: string }
type Reader = (path: string, flags: Flags) => Promise<{ source: string; pieces: AsyncIterable<Piece> }>
type Way = { kind: ImportKind; argument: string; does: string; what: string; examples: string[]; read: Reader }

const nameOf = (path: string): string => basename(resolve(path))
const DATE = /^\d{4}-\d{2}-\d{2}$/

const WAYS: readonly Way[] = [
  {
    kind: 'slack', argument: '<file>', does: 'Imports an export of Slack: channels as spaces, threads by thread_ts, what was said in passing by day. Private channels and direct messages stay out.', what: 'The zip file as Slack gave it, or the folder that it was unpacked to.',
    examples: ['longhand import slack export.zip --dry-run', 'longhand import slack export.zip', 'longhand import slack export.zip --space "Old talk"'], read: (path) => readSlack(path),
  },
  {
    kind: 'mbox', argument: '<file>', does: 'Imports mails, joined to threads by what they answer.', what: 'An mbox file, as Thunderbird, Google Takeout or a list archive gives it.',
    examples: ['longhand import mbox team.mbox --dry-run', 'longhand import mbox team.mbox --space Platform'], read: async (path) => ({ source: 'mbox', pieces: readMbox(path) }),
  },
  {
    kind: 'zulip', argument: '<folder>', does: 'Imports an archive of Zulip: streams as spaces, topics as threads.', what: 'The folder with a folder for each stream.',
    examples: ['longhand import zulip zulip-archive --dry-run', 'longhand import zulip zulip-archive/352111-warg'], read: async (path) => ({ source: `zulip:${nameOf(path)}`, pieces: readZulip(path) }),
  },
  {
    kind: 'irc', argument: '<path>', does: 'Imports logs of IRC: a conversation a day, and threads where an annotation file says which message answers which.', what: 'A log, or a folder of logs.',
    examples: ['longhand import irc logs --dry-run', 'longhand import irc 2024-05-06.log --space Wharf'], read: async (path, { day }) => ({ source: `irc:${nameOf(path)}`, pieces: readIrc(path, dayOf(day)) }),
  },
]

function dayOf(day: string | undefined): string | null {
  if (day === undefined) return null
  if (!DATE.test(day)) throw new UsageError(`"${day}" is no date.`, 'Write it as 2024-05-06.')
  return day
}

/** `longhand import slack|mbox|zulip|irc|markdown`: reads here, sends in batches, and says what became of it. Decision records have their own. */
export function addImport(program: Command, cli: Cli): void {
  const group = importGroup(program)
  for (const { kind, argument, does, what, examples, read } of WAYS) {
    const made = group.command(kind).description(`${does} Can be repeated.`).argument(argument, what)
      .option('--space <name>', 'Everything goes there; else each channel into an open space of its name.').option('--source <name>', 'What to remember it as; the same message of one source never comes in twice.')
      .option('--dry-run', 'Only say what would come of it.')
    if (kind === 'irc') made.option('--day <date>', 'The date of a log that names none.')
    example(made, ...examples).action(async (path: string, flags: Flags) => {
      const { source, pieces } = await read(path, flags)
      const spaceId = flags.space === undefined ? undefined : (await directory(cli).space(flags.space)).id
      const report = await importAll(running(cli, flags), { kind, source: (flags.source ?? source).slice(0, SOURCE_MAX), name: nameOf(path).slice(0, NAME_MAX), spaceId, dryRun: flags.dryRun === true }, pieces)
      await cli.print(report, () => reportWords(report))
    })
  }
  addImportUndo(group, cli)
  const markdown = group.command('markdown').description('Imports a folder of Markdown as pages: folders become parents, links between files links between pages, pictures attached files. Can be repeated.')
    .argument('<folder>', 'The folder, or a zip file of it, as Notion, Outline or a git repository gives it.').option('--space <name>', 'Where the pages go; else an open space named like the folder.')
    .option('--source <name>', 'What to remember it as; the same file of one source never comes in twice.').option('--dry-run', 'Only say what would come of it.')
  example(markdown, 'longhand import markdown docs --dry-run', 'longhand import markdown docs --space Platform').action(async (path: string, flags: Flags) => {
    const spaceId = flags.space === undefined ? undefined : (await directory(cli).space(flags.space)).id
    const report = await importMarkdown(running(cli, flags), path, { source: (flags.source ?? `markdown:${nameOf(path)}`).slice(0, SOURCE_MAX), name: nameOf(path).slice(0, NAME_MAX), spaceId, dryRun: flags.dryRun === true })
    await cli.print(report, () => reportWords(report))
  })
}

/** Says how far it is, and when it stops before the end, that nothing is lost. */
function running(cli: Cli, { dryRun = false }: Flags): ImportRunning {
  const say = (text: string): void => { if (!cli.json() && !dryRun) cli.terminal.say(text) }
  return {
    words: ENGLISH,
    call: async (operation, input, given) => {
      try { return await cli.call(operation, input, given) } catch (error) {
        say('It stopped here. The same command goes on; what came in stays, and does not come twice.\n')
        throw error
      }
    },
    progress: ({ messages, pages, known }: ImportCounts) => say(`${messages + pages} ${pages > 0 ? 'pages' : 'messages'} are here${known > 0 ? `, and ${known} were before` : ''}\n`),
  }
}

/** As the contract takes them. */
const SOURCE_MAX = 100
const NAME_MAX = 200
