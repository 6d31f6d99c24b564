import { editDecision, readDecision, setDecisionRoles, signDecision } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import type { Command } from 'commander'
import { terminalAsk } from '../ask.ts'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { editText } from '../edit-text.ts'
import { UsageError } from '../errors.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { isPiped, pipedText } from '../said.ts'
import { clean, oneLine } from '../text/clean.ts'
import { decideGroup, numberFrom, optionIdOf, printStanding, sendOrKeep, several } from './common.ts'
import { readDecisionText, writeDecisionText } from './decision-text.ts'
import { addRoleFlags } from './roles.ts'
import type { RoleFlags } from './roles.ts'

type SignFlags = { until?: string; supersedes?: string[] }

/** `longhand decide sign|edit|roles`. */
export function addSign(program: Command, cli: Cli): void {
  const group = decideGroup(program)
  const sign = group.command('sign').description('Signs a decision that is ready; the accountable alone may.').argument('<number>', 'Of the decision.').argument('[option]', 'The option that is chosen, by its name.')
    .option('--until <date>', 'Only holds until then unless it is confirmed.').option('--supersedes <number>', 'An older record whose place it takes; may be given several times.', several)
  example(sign, 'longhand decide sign 128 "Keep Redis"', 'longhand decide sign 128 "Hosted" --until 2026-09-30 --supersedes 96').action((given: string, option: string | undefined, flags: SignFlags) => signIt(cli, numberFrom(given), option, flags))
  const edit = group.command('edit').description('Changes the text in $EDITOR, or takes it from a file or a pipe; where it is open, whoever had spoken is asked again.').argument('<number>', 'Of the decision.').option('--file <path>', 'The new text, or - for what is piped in.')
  example(edit, 'longhand decide edit 128', 'longhand decide show 128 --text > cache.md && longhand decide edit 128 --file cache.md').action((given: string, { file }: { file?: string }) => editIt(cli, numberFrom(given), file))
  const roles = addRoleFlags(group.command('roles').description('Says who is accountable, responsible, consulted and informed; what is not given stays.').argument('<number>', 'Of the decision.'))
  example(roles, 'longhand decide roles 128 --accountable Mei --consulted Ana --consulted Tom').action(async (given: string, flags: RoleFlags) => {
    const number = numberFrom(given)
    const { people, accountableId: before } = await cli.call(readDecision, { number })
    const idsOf = (role: DecisionView['people'][number]['role']) => people.filter((one) => one.role === role).map(({ id }) => id)
    const book = directory(cli)
    const named = async (names: string[] | undefined, before: string[]) => names === undefined ? before : Promise.all(names.map((name) => book.person(name)))
    const accountableId = flags.accountable === undefined ? before : await book.person(flags.accountable)
    if (accountableId === null) throw new UsageError('Nobody is accountable for this decision any more.', 'Add --accountable with the one person who signs.')
    await printStanding(cli, await cli.call(setDecisionRoles, { number, roles: {
      accountableId, responsibleIds: await named(flags.responsible, idsOf('responsible')), consultedIds: await named(flags.consulted, idsOf('consulted')), informedIds: await named(flags.informed, idsOf('informed')),
    } }))
  })
}

async function signIt(cli: Cli, number: number, option: string | undefined, { until, supersedes }: SignFlags): Promise<void> {
  const { content } = await cli.call(readDecision, { number })
  const optionId = option === undefined ? await chosen(cli, content) : optionIdOf(option, content.options, `longhand decide show ${number}`)
  const view = await cli.call(signDecision, { number, optionId, provisionalUntil: until ?? null, supersedes: (supersedes ?? []).map(numberFrom) })
  await printStanding(cli, view)
  if (view.fileName !== null && !cli.json()) cli.terminal.say(`Its file is ${oneLine(view.fileName)}; see it with: longhand decide show ${number} --adr\n`)
}

/** A signature names what it is for: nothing is chosen for anybody. */
async function chosen(cli: Cli, { options, recommendation }: DecisionView['content']): Promise<string> {
  if (options.length === 0) throw new UsageError('The decision has no options yet, so there is nothing to choose.', 'Write them with `longhand decide edit`.')
  if (!cli.mayAsk()) throw new UsageError('Which option is chosen is missing.', `Write its name behind the number: ${options.map(({ title }) => `"${oneLine(title)}"`).join(', ')}.`)
  const recommended = options.filter(({ id }) => id === recommendation.optionId)
  const rest = options.filter(({ id }) => id !== recommendation.optionId)
  return terminalAsk.one('Which option is chosen?', [...recommended, ...rest].map(({ id, title }) => ({ value: id, label: clean(title), ...(id === recommendation.optionId && { hint: 'recommended' }) })))
}

async function editIt(cli: Cli, number: number, file: string | undefined): Promise<void> {
  const { content: before, version } = await cli.call(readDecision, { number })
  const text = file === undefined ? await pipedText(cli) : file === '-' ? await cli.terminal.readInput() : readText(file)
  const content = text !== undefined ? readDecisionText(text, before)
    : editText({ name: `decision-${number}`, before: writeDecisionText(before), read: (text) => readDecisionText(text, before) }, cli.terminal)
  await printStanding(cli, await sendOrKeep(cli, { content, given: file !== undefined && !isPiped(cli, file) }, () => cli.call(editDecision, { number, version, content })))
}
