import { answerAsk, askBack, clarifyAsk, owe, postAsk, previewAsk, readAsk, wait } from '#contract/asks.ts'
import type { AskView, Landing } from '#contract/asks.ts'
import type { DecisionHead } from '#contract/decisions.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { headsText } from '../decide/render.ts'
import { askRecord } from './answers.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { sendOrKeepText } from '../keep-text.ts'
import { momentOf } from '../moment.ts'
import { pipedText, said } from '../said.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import type { Terminal } from '../terminal.ts'

/** How a text behind a number is sent again. */
const PIPED_AGAIN = 'pipe it in to send it again'
const KINDS = ['answer', 'review', 'approve', 'feedback', 'input', 'fyi'] as const

type AskOptions = {
  space?: string; thread?: string; kind: (typeof KINDS)[number]; urgency?: string; due?: string; needBy?: string; body?: string; criteria?: string
  blocks?: string; why?: string; silent?: string; others?: string[]; preview?: true; detailed?: true
}

/** `longhand ask|owe|wait|answer|ask-back`. */
export function addAsks(program: Command, cli: Cli): void {
  addAsk(program, cli)
  const owed = program.command('owe').description('What you owe others, by when on your clock.').option('--snoozed', 'What you put aside instead.')
  example(owed, 'longhand owe').action(async (options: { snoozed?: true }) => {
    const list = await cli.call(owe, { snoozed: options.snoozed ? 'true' : 'false' })
    await cli.print(list, () => listText(list, cli.terminal, (ask) => ask.state === 'question-back' ? ask.answererName : ask.askerName))
  })
  const waiting = program.command('wait').description('What you wait for, and when each reader answers.')
  example(waiting, 'longhand wait').action(async () => {
    const list = await cli.call(wait, {})
    await cli.print(list, () => listText(list, cli.terminal, (ask) => ask.state === 'question-back' ? ask.askerName : ask.answererName))
  })
  const answer = program.command('answer').description('Answers an ask, by its number; or answers your question out of the record, with sources.').argument('<number or question...>', 'Of the ask, such as 128, with the answer as Markdown, or the answer piped in; or a question.')
  example(answer, 'longhand answer "why do we use Valkey?"', 'longhand answer 128 "The new one; the old index is gone since Friday."').action(async ([given = '', ...rest]: string[]) => {
    // Two words, of which the second is a text, are an ask and its answer; anything else that is no number is a question.
    const isQuestion = !ASK_NUMBER.test(given.trim()) && !(rest.length === 1 && !/\s/.test(given))
    if (isQuestion) return askRecord(cli, [given, ...rest].join(' '))
    const text = rest.length === 0 ? undefined : rest.join(' ')
    const number = numberFrom(given)
    const ask = await cli.call(readAsk, { number })
    const clarifies = ask.can.includes('clarify')
    const body = await said(cli, text, clarifies ? ask.question ?? 'Your clarification' : 'Your answer')
    const done = await sendOrKeepText(cli, { name: 'answer', text: body, again: PIPED_AGAIN }, () => cli.call(clarifies ? clarifyAsk : answerAsk, { number, body }))
    await cli.print(done, () => `${oneLine(done.status)}\n`)
  })
  const back = program.command('ask-back').description('Asks the asker a question; the clock stands still until they answer it.').argument('<number>', 'Of the ask.').argument('[question]', 'Your question; it may be piped in.')
  example(back, 'longhand ask-back 128 "Of which table?"').action(async (given: string, text?: string) => {
    const number = numberFrom(given)
    const body = await said(cli, text, 'Your question')
    const done = await sendOrKeepText(cli, { name: 'question', text: body, again: PIPED_AGAIN }, () => cli.call(askBack, { number, body }))
    await cli.print(done, () => `${oneLine(done.status)}\n`)
  })
}

function addAsk(program: Command, cli: Cli): void {
  const ask = program.command('ask').description('Asks one person, with a clock that runs in their working time.').argument('<person>', 'Who answers.').argument('<title>', 'What you ask, in a line.')
    .addOption(new Option('--kind <kind>', 'What is wanted.').choices([...KINDS]).default('answer')).option('--space <name>', 'Where it stands; needed where you have several spaces.').option('--thread <number>', 'The thread in which it stands.')
    .option('--body <text>', 'The whole of it, as Markdown, or - for what is piped in.').option('--urgency <name>', 'A response time of the agreement.').option('--due <when>', 'When it is due, on your clock; the agreement says unless given.')
    .option('--need-by <when>', 'When you need it, on your clock; only warns.').option('--criteria <text>', 'What the answer is judged by.').option('--blocks <text>', 'What cannot go on without it.').option('--why <text>', 'Why it is urgent.')
    .option('--silent <text>', 'What holds if nobody answers in time.').option('--others <person...>', 'Who may add.').option('--detailed', 'Wants a detailed review.').option('--preview', 'Only say when it would be read and due.')
  example(ask, 'longhand ask Mei "Which index do we keep?"', 'longhand ask Mei "Roll back?" --urgency urgent --why "The shop is down." --blocks "Every sale."').action(async (person: string, title: string, options: AskOptions) => {
    // Only where it is asked for: a loop that reads a list would send its rest to somebody.
    const body = options.body === '-' ? await pipedText(cli) ?? '' : options.body ?? ''
    await sendOrKeepText(cli, { name: 'ask', text: body, given: options.preview === true, again: 'pipe it in with --body - to send it again' }, () => askOne(cli, { person, title, body }, options))
  })
}

async function askOne(cli: Cli, { person, title, body }: { person: string; title: string; body: string }, options: AskOptions): Promise<void> {
  const people = directory(cli)
  const to = await people.person(person)
  const others = await Promise.all((options.others ?? []).map((name) => people.person(name)))
  const threadNumber = options.thread === undefined ? undefined : numberFrom(options.thread)
  const spaceId = (await people.space(options.space)).id
  const fields = {
    kind: options.kind, to, others, scope: options.detailed ? 'detailed' as const : 'brief' as const, criteria: options.criteria ?? '', blockedPath: options.blocks ?? '', urgentReason: options.why ?? '',
    silentDefault: options.silent ?? null, dueAt: await momentOf(cli, 'due', options.due), needBy: await momentOf(cli, 'need-by', options.needBy), ...(options.urgency !== undefined && { urgency: options.urgency }),
  }
  if (options.preview) {
    const shown = await cli.call(previewAsk, { spaceId, ...fields, text: body })
    await cli.print(shown, () => [...shown.landings.map(landingLine), shown.warning, ...shown.offers.map((offer) => offer.sentence), ...shown.problems.map((problem) => problem.message)].filter(Boolean).map((line) => `${fold(clean(String(line)), cli.terminal.width)}\n`).join(''))
    return
  }
  const sent = await cli.call(postAsk, { ...(threadNumber === undefined ? { spaceId } : { threadNumber }), title, body, ...fields })
  await cli.print(sent, () => `#${sent.number}  ${oneLine(sent.status)}\n`)
}

const landingLine = ({ sentence, role, name }: Landing): string => role === 'answerer' ? sentence : `${name} may add. ${sentence}`

const ASK_NUMBER = /^#?(\d{1,15})$/

/** @throws {UsageError} for what is no number */
function numberFrom(given: string): number {
  const number = ASK_NUMBER.exec(given.trim())?.[1]
  if (number === undefined) throw new UsageError(`"${oneLine(given)}" is not the number of an ask.`, '`longhand owe` and `longhand wait` show the numbers. A question to the record goes in quotes.')
  return Number(number)
}

type List = { groups: readonly { title: string; asks: readonly AskView[] }[]; decisions: readonly DecisionHead[]; sentence: string }

function listText({ groups, decisions, sentence }: List, { colors, width }: Pick<Terminal, 'colors' | 'width'>, other: (ask: AskView) => string): string {
  const shown = groups.filter((group) => group.asks.length > 0)
  const lines = shown.flatMap((group) => [colors.bold(group.title), ...group.asks.map((ask) => askText(ask, { colors, width }, other(ask))), ''])
  if (decisions.length > 0) lines.push(colors.bold('Decisions'), headsText(decisions, { colors, width }))
  return `${clean(sentence)}\n${lines.length === 0 ? '' : `\n${lines.join('\n')}`}`
}

function askText(ask: AskView, { colors, width }: Pick<Terminal, 'colors' | 'width'>, other: string): string {
  return [
    fold(`#${ask.number}  ${ask.urgent ? 'Urgent: ' : ''}${clean(ask.title)}`, width, '  '),
    colors.dim(fold(`${oneLine(other)}, ${oneLine(ask.spaceName)}. ${clean(ask.status)}`, width, '      ')),
    ...(ask.state === 'question-back' && ask.question ? [fold(`Question: ${clean(ask.question)}`, width, '      ')] : []),
  ].join('\n')
}
