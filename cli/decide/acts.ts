import {
  addRemark, confirmDecision, deprecateDecision, holdDecisionCall, moreTimeForDecision, openDecision, placeDecisionCall, POSITIONS, proposeDecisionCall, readDecision, resumeDecision, reviewDecision,
  supersedeDecision, takePosition, waiveInput, withdrawDecision,
} from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { Argument, Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { example } from '../help.ts'
import { pick } from '../lookup.ts'
import { pipedText, said } from '../said.ts'
import { readWhen } from '../text/when.ts'
import { decideGroup, numberFrom, optionIdOf, printStanding, several } from './common.ts'

type Kind = (typeof POSITIONS)[number]
const NUMBER = 'Of the decision, such as 128.'

/** `longhand decide open|position|remark|call|waive|more-time|withdraw|resume|confirm|supersede|deprecate|review`. */
export function addDecisionActs(program: Command, cli: Cli): void {
  const group = decideGroup(program)
  addPosition(group, cli)
  addEndings(group, cli)
  addRecordActs(group, cli)
  const open = group.command('open').description('Opens a draft for positions; its readers are told.').argument('<number>', NUMBER)
  example(open, 'longhand decide open 128').action(async (given: string) => printStanding(cli, await cli.call(openDecision, { number: numberFrom(given) })))
  const more = group.command('more-time').description('Gives an open decision more time.').argument('<number>', NUMBER).argument('<when>', 'On your clock.')
  example(more, 'longhand decide more-time 128 "Thursday 17:00"').action(async (given: string, when: string) => {
    const { now, zone } = await cli.reader()
    await printStanding(cli, await cli.call(moreTimeForDecision, { number: numberFrom(given), deadline: readWhen(when, now, zone).toString() }))
  })
  const waive = group.command('waive').description('Goes on without the input of somebody; the accountable alone may.').argument('<number>', NUMBER).argument('<person>', 'Whose input.').argument('[reason]', 'Why.')
  example(waive, 'longhand decide waive 128 Tom "He is in the mountains until April."').action(async (given: string, person: string, reason?: string) => {
    const number = numberFrom(given)
    const personId = await directory(cli).person(person)
    await printStanding(cli, await cli.call(waiveInput, { number, personId, reason: await said(cli, reason, 'Why without their input?') }))
  })
}

function addPosition(group: Command, cli: Cli): void {
  const position = group.command('position').description('Says where you stand: on the whole, an option, or one trade-off.').argument('<number>', NUMBER)
    .addArgument(new Argument('<kind>', 'Where you stand.').choices([...POSITIONS])).argument('[text]', 'Why; needed for a question and an objection.')
    .option('--option <name>', 'The option that it is about.').option('--trade-off <words>', 'The trade-off of that option, by words of it.')
  example(position, 'longhand decide position 128 support', 'longhand decide position 128 objection "It doubles the night run." --option "Hosted"')
    .action(async (given: string, kind: Kind, text: string | undefined, options: { option?: string; tradeOff?: string }) => {
      const number = numberFrom(given)
      const point = await pointOf(cli, number, options)
      const words = kind === 'question' || kind === 'objection' ? await said(cli, text, kind === 'question' ? 'Your question' : 'What speaks against it?') : text ?? await pipedText(cli) ?? ''
      await printStanding(cli, await cli.call(takePosition, { number, kind, ...point, text: words }))
    })
  const remark = group.command('remark').description('Remarks on a passage of the text.').argument('<number>', NUMBER).argument('[text]', 'The remark.')
    .option('--field <name>', 'Such as needed, context or consequences.', 'needed').option('--quote <words>', 'The passage, as it stands there.', '').option('--option <name>', 'An option, instead of a field.')
  example(remark, 'longhand decide remark 128 "Since when?" --field context --quote "twice a week"').action(async (given: string, text: string | undefined, options: { field: string; quote: string; option?: string }) => {
    const number = numberFrom(given)
    const { optionId } = await pointOf(cli, number, options)
    await printStanding(cli, await cli.call(addRemark, { number, field: optionId === null ? options.field : `option:${optionId}`, quote: options.quote, body: await said(cli, text, 'Your remark') }))
  })
}

async function pointOf(cli: Cli, number: number, { option, tradeOff }: { option?: string; tradeOff?: string }): Promise<{ optionId: string | null; tradeOffId: string | null }> {
  if (option === undefined && tradeOff === undefined) return { optionId: null, tradeOffId: null }
  const { content } = await cli.call(readDecision, { number })
  const see = `longhand decide show ${number}`
  const optionId = option === undefined ? null : optionIdOf(option, content.options, see)
  if (tradeOff === undefined) return { optionId, tradeOffId: null }
  const all = content.options.filter(({ id }) => optionId === null || id === optionId).flatMap(({ id, tradeOffs }) => tradeOffs.map((one) => ({ id: one.id, name: one.text, optionId: id })))
  const found = pick(tradeOff, all, { what: 'trade-off', see })
  return { optionId: found.optionId, tradeOffId: found.id }
}

function addEndings(group: Command, cli: Cli): void {
  addCall(group, cli)
  const reasoned = [
    ['withdraw', 'Takes a decision back before it is decided.', withdrawDecision, 'The new price list makes it needless.'],
    ['deprecate', 'Says that a record no longer holds, and that nothing takes its place.', deprecateDecision, 'The old ledger is switched off.'],
  ] as const
  for (const [verb, does, operation, reason] of reasoned) {
    const command = group.command(verb).description(does).argument('<number>', NUMBER).argument('[reason]', 'Why.')
    example(command, `longhand decide ${verb} 128 "${reason}"`).action(async (given: string, text?: string) => {
      const number = numberFrom(given)
      await printStanding(cli, await cli.call(operation, { number, reason: await said(cli, text, 'Why?') }))
    })
  }
  const plain = [['resume', 'Takes up a withdrawn or lapsed decision again, as a draft.', resumeDecision], ['confirm', 'Makes a provisional decision hold for good.', confirmDecision]] as const
  for (const [verb, does, operation] of plain) {
    const command = group.command(verb).description(does).argument('<number>', NUMBER)
    example(command, `longhand decide ${verb} 128`).action(async (given: string) => printStanding(cli, await cli.call(operation, { number: numberFrom(given) })))
  }
}

function addCall(group: Command, cli: Cli): void {
  const call = group.command('call').description('Proposes a call to those who object and the accountable, chooses its time, or ends it with its outcome.').argument('<number>', NUMBER)
    .addOption(new Option('--at <when>', 'When it is, on your clock; `longhand decide show` says which times all share.').conflicts('outcome')).option('--outcome <text>', 'What came out of it.')
  example(call, 'longhand decide call 128', 'longhand decide call 128 --at "Thursday 10:00"', 'longhand decide call 128 --outcome "One region first; we look again in May."').action(async (given: string, { at, outcome }: { at?: string; outcome?: string }) => {
    const number = numberFrom(given)
    if (outcome !== undefined) return printStanding(cli, await cli.call(holdDecisionCall, { number, outcome }))
    if (at === undefined) return printStanding(cli, await cli.call(proposeDecisionCall, { number }))
    const { now, zone } = await cli.reader()
    return printStanding(cli, await placed(cli, number, readWhen(at, now, zone)))
  })
}

/** A time is chosen for a call that was proposed; where none was yet, it is with it. */
async function placed(cli: Cli, number: number, at: Temporal.Instant): Promise<DecisionView> {
  const { state } = await cli.call(readDecision, { number })
  if (state === 'open') await cli.call(proposeDecisionCall, { number })
  return cli.call(placeDecisionCall, { number, startsAt: at.toString() })
}

function addRecordActs(group: Command, cli: Cli): void {
  const supersede = group.command('supersede').description('Says that a newer record takes the place of this one; both show it.').argument('<number>', 'Of the older one.').requiredOption('--by <number>', 'Of the newer one.')
  example(supersede, 'longhand decide supersede 96 --by 128').action(async (given: string, { by }: { by: string }) => {
    await printStanding(cli, await cli.call(supersedeDecision, { number: numberFrom(given), by: numberFrom(by) }))
  })
  const review = group.command('review').description('Notes that a record was looked at again.').argument('<number>', NUMBER).argument('[note]', 'What you found.')
    .option('--next <date>', 'When it is looked at again, such as 2026-09-01.').option('--trigger <text>', 'What would make it worth a look before; may be given several times, and replaces what stood there.', several)
  example(review, 'longhand decide review 128 "Still right: 4,000 jobs an hour." --next 2026-09-01').action(async (given: string, note: string | undefined, { next, trigger }: { next?: string; trigger?: string[] }) => {
    const number = numberFrom(given)
    await printStanding(cli, await cli.call(reviewDecision, { number, note: await said(cli, note, 'What did you find?'), reviewOn: next ?? null, ...(trigger && { triggers: trigger }) }))
  })
}
