import { DECISION_STATES, decisionHistory, listDecisions, readAdr, readDecision, seeDecision } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import type { OutputOf } from '#contract/operation.ts'
import { ProblemError } from '#contract/problem.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { diffText } from '../daily/agreement.ts'
import { directory } from '../directory.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { whenWords } from '../text/when.ts'
import { addDecisionActs } from './acts.ts'
import { decideGroup, numberFrom } from './common.ts'
import { writeDecisionText } from './decision-text.ts'
import { addDecideNew } from './new.ts'
import { decisionText, headsText } from './render.ts'
import { addSign } from './sign.ts'

const OF = ['all', 'open', 'mine', 'waiting', 'records'] as const
type ListFlags = { of: (typeof OF)[number]; space?: string; state?: (typeof DECISION_STATES)[number]; tag?: string; cursor?: string }
type ShowFlags = { history?: true; adr?: true; text?: true }

/** `longhand decide …`: decisions in writing, from the first line to the file in git. */
export function addDecide(program: Command, cli: Cli): void {
  const group = decideGroup(program)
  example(group, 'longhand decide new', 'longhand decide list --of waiting', 'longhand decide position 128 support', 'longhand decide sign 128 "Keep Redis"')
  addDecideNew(program, cli)
  const list = group.command('list').description('Decisions, newest first.').argument('[words...]', 'Words that stand in it.').addOption(new Option('--of <which>', 'Which; `waiting` are those that wait for you.').choices([...OF]).default('all'))
    .option('--space <name>', 'Of one space.').addOption(new Option('--state <state>', 'In one state.').choices([...DECISION_STATES])).option('--tag <word>', 'With a tag.').option('--cursor <cursor>', 'Where an earlier list ended.')
  example(list, 'longhand decide list --of waiting', 'longhand decide list cache --space Platform').action((words: string[], flags: ListFlags) => listThem(cli, words.join(' '), flags))
  const show = group.command('show').description('A decision: how it stands, its options, who said what.').argument('<number>', 'Of the decision, such as 128.')
    .option('--history', 'The texts it had, each with what changed.').option('--adr', 'As an ADR file.').option('--text', 'Its text alone, as `decide edit` takes it.')
  example(show, 'longhand decide show 128', 'longhand decide show 128 --adr > docs/adr/0007-keep-redis.md').action((given: string, flags: ShowFlags) => showIt(cli, numberFrom(given), flags))
  addDecisionActs(program, cli)
  addSign(program, cli)
}

async function listThem(cli: Cli, q: string, { of, space, state, tag, cursor }: ListFlags): Promise<void> {
  const spaceId = space === undefined ? undefined : (await directory(cli).space(space)).id
  const list = await cli.call(listDecisions, { of, ...(spaceId !== undefined && { spaceId }), ...(state !== undefined && { state }), ...(tag !== undefined && { tag }), ...(q !== '' && { q }), ...(cursor !== undefined && { cursor }) })
  await cli.print(list, () => headsText(list.items, cli.terminal) + (list.next === null ? '' : `There is more: add --cursor ${list.next}\n`))
}

async function showIt(cli: Cli, number: number, { history, adr, text }: ShowFlags): Promise<void> {
  if (adr) {
    const file = await cli.call(readAdr, { number })
    await cli.print(file, () => file.text)
    return
  }
  if (history) {
    const texts = await cli.call(decisionHistory, { number })
    await cli.print(texts, () => historyText(cli, texts))
    return
  }
  const view = await readIt(cli, number)
  await cli.print(view, async () => text ? writeDecisionText(view.content) : decisionText(view, await cli.reader(), cli.terminal))
}

/** Who reads it here has opened it, and may be silent; a script, or a token that may only read, has not. */
async function readIt(cli: Cli, number: number): Promise<DecisionView> {
  if (cli.json()) return cli.call(readDecision, { number })
  try {
    return await cli.call(seeDecision, { number })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 403) return cli.call(readDecision, { number })
    throw error
  }
}

async function historyText(cli: Cli, { versions }: OutputOf<typeof decisionHistory>): Promise<string> {
  const { now, zone } = await cli.reader()
  return versions.map(({ at, byName, lines }) => {
    const changed = diffText({ changed: lines.some(({ kind }) => kind !== 'same'), lines, settings: [] }, cli.terminal.colors)
    return `${cli.terminal.colors.bold(`${whenWords(Temporal.Instant.from(at), now, zone)}, ${oneLine(byName)}`)}\n${changed}`
  }).join('\n')
}
