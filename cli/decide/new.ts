import { createDecision, DOORS, prefillDecision, previewDecision } from '#contract/decisions.ts'
import type { DecisionContent, DecisionView } from '#contract/decisions.ts'
import type { GivenTo } from '#contract/operation.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { editText } from '../edit-text.ts'
import { UsageError } from '../errors.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { momentOf } from '../moment.ts'
import { isPiped, pipedText } from '../said.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { decideGroup, numberFrom, sendOrKeep, several } from './common.ts'
import { readDecisionText, writeDecisionText } from './decision-text.ts'
import { dialogue } from './dialogue.ts'
import { withFlags } from './flags.ts'
import type { ContentFlags } from './flags.ts'
import { addRoleFlags, rolesFrom } from './roles.ts'
import type { RoleFlags } from './roles.ts'

const TEMPLATES = ['blank', 'feature', 'agreement', 'memo'] as const
type Options = ContentFlags & RoleFlags & {
  space?: string; template: (typeof TEMPLATES)[number]; thread?: string; file?: string; edit?: true; door: (typeof DOORS)[number]; days?: string; deadline?: string; hidden?: true
  reviewOn?: string; trigger?: string[]; tag?: string[]; supersedes?: string[]; dependsOn?: string[]; open?: true; preview?: true
}
export type NewDecision = GivenTo<typeof createDecision> & { content: DecisionContent }

/** `longhand decide new`: from flags, a dialogue, $EDITOR, a file, a pipe, a thread or a template. */
export function addDecideNew(program: Command, cli: Cli): void {
  const make = decideGroup(program).command('new').description('Writes a decision; nobody is asked before it is opened. What is piped in is its text, and flags go before it.').argument('[title]', 'What is decided, in a few words.')
    .option('--space <name>', 'Where it stands; needed where you have several spaces.').option('--thread <number>', 'Begin from a thread and its open points.').addOption(new Option('--template <name>', 'What to begin with.').choices([...TEMPLATES]).default('blank'))
    .option('--edit', 'Write it in $EDITOR.').option('--file <path>', 'The text as Markdown, or - for what is piped in.').option('--needed <text>', 'What has to be decided.').option('--context <text>', 'What one must know.').option('--criteria <text>', 'What the options are judged by.')
    .option('--option <name>', '"Name" or "Name | text"; two at least before it is opened.', several).option('--good <point>', 'What speaks for an option: "Name | text".', several).option('--bad <point>', 'What speaks against one.', several)
    .option('--recommend <name>', 'The option that you recommend.').option('--why <text>', 'Why you recommend it.').addOption(new Option('--door <kind>', 'One-way: hard to undo, so silence never closes it.').choices([...DOORS]).default('two-way'))
  addRoleFlags(make).option('--days <number>', 'Working days that each reader has; five unless given.').option('--deadline <when>', 'A later deadline, on your clock.').option('--hidden', 'Positions are shown to whoever has taken one.')
    .option('--review-on <date>', 'When it is looked at again.').option('--trigger <text>', 'What would make it worth a look before that.', several).option('--tag <word>', 'A tag.', several).option('--supersedes <number>', 'A record whose place it takes.', several)
    .option('--depends-on <number>', 'A record that it stands on.', several).option('--open', 'Open it at once.').option('--preview', 'Only say when it would be due, and who sets that.')
  example(make, 'longhand decide new', 'longhand decide new "Choose a cache" --needed "Which cache do we keep?" --option "Redis" --option "A table" --consulted Mei --open', 'longhand decide new --thread 128 --edit')
    .action((title: string | undefined, options: Options) => makeNew(cli, title, options))
}

async function makeNew(cli: Cli, title: string | undefined, options: Options): Promise<void> {
  const book = directory(cli)
  const { id: spaceId } = await book.space(options.space)
  const threadNumber = options.thread === undefined ? undefined : numberFrom(options.thread)
  const start = await cli.call(prefillDecision, { template: options.template, ...(threadNumber !== undefined && { threadNumber }) })
  const { person } = await cli.me()
  const roles = { ...await rolesFrom(options, book, person.id), ...(options.accountable === undefined && start.roles.accountableId !== undefined && { accountableId: start.roles.accountableId }) }
  const windowDays = options.days === undefined ? start.windowDays : daysFrom(options.days)
  const settings = { spaceId, door: options.door, windowDays, chosenDeadline: await momentOf(cli, 'deadline', options.deadline), hiddenUntilMine: options.hidden === true }
  if (options.preview) {
    const shown = await cli.call(previewDecision, { ...settings, roles })
    await cli.print(shown, () => [shown.sentence, ...shown.readers.map(({ sentence }) => sentence), ...shown.problems.map(({ message }) => message)].map((line) => `${fold(clean(line), cli.terminal.width)}\n`).join(''))
    return
  }
  const content = withFlags(await contentOf(cli, title, options, start.content), { ...options, ...(title !== undefined && { title }) })
  const written: NewDecision = {
    ...settings, content, roles, tags: options.tag ?? [], reviewOn: options.reviewOn ?? null, triggers: options.trigger ?? [], supersedes: (options.supersedes ?? []).map(numberFrom), dependsOn: (options.dependsOn ?? []).map(numberFrom),
    ...(threadNumber !== undefined && { fromThread: threadNumber }), open: options.open === true,
  }
  const typed = isAsked(cli, title, options)
  const asked = typed ? await dialogue(written, book) : written
  const view = await sendOrKeep(cli, { content: asked.content, given: !typed && options.edit === undefined && !isPiped(cli, options.file) }, () => cli.call(createDecision, asked))
  await cli.print(view, () => madeText(view, cli.terminal.width))
}

/** Where a person sits at the terminal and gave neither a text nor a place to write it, they are asked. */
const isAsked = (cli: Cli, title: string | undefined, options: Options): boolean =>
  cli.mayAsk() && title === undefined && options.option === undefined && options.needed === undefined && options.file === undefined && options.edit === undefined && options.thread === undefined

async function contentOf(cli: Cli, title: string | undefined, { file, edit, ...options }: Options, start: DecisionContent): Promise<DecisionContent> {
  if (file !== undefined) return readDecisionText(file === '-' ? await cli.terminal.readInput() : readText(file))
  const begun = title === undefined ? start : { ...start, title }
  if (edit) return editText({ name: 'decision', before: writeDecisionText(begun), read: (text) => readDecisionText(text, begun) }, cli.terminal)
  const piped = await pipedText(cli)
  if (piped !== undefined) return readDecisionText(piped)
  const says = title !== undefined || options.needed !== undefined || options.option !== undefined || options.thread !== undefined || options.template !== 'blank'
  if (!says && cli.terminal.piped) throw new UsageError('The decision says nothing yet.', 'Give a title, pipe its text in, name a file with --file, or write it with --edit.')
  return begun
}

/** @throws {UsageError} for what is no whole number */
function daysFrom(given: string): number {
  if (!/^\d{1,3}$/.test(given)) throw new UsageError(`"${oneLine(given)}" is not a number of working days.`, 'Write it as --days 5.')
  return Number(given)
}

function madeText(view: DecisionView, width: number): string {
  const problems = view.problems.map(({ message }) => `${fold(clean(message), width, '  ')}\n`).join('')
  const next = view.state !== 'draft' ? `${fold(clean(view.deadlineSentence), width, '  ')}\n` : problems === '' ? `  Open it with: longhand decide open ${view.number}\n` : `${problems}  Go on with: longhand decide edit ${view.number}\n`
  return `#${view.number}  ${oneLine(view.title)}\n${fold(clean(view.status), width, '  ')}\n${next}`
}
