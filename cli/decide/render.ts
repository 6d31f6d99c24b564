import type { DecisionHead, DecisionView } from '#contract/decisions.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

type Setting = Pick<Terminal, 'colors' | 'width'>
type Option = DecisionView['content']['options'][number]
type Position = DecisionView['positions'][number]

const SIDES = { good: '+', neutral: '·', bad: '−' } as const
const KINDS = { support: 'supports it', 'no-concern': 'has no concern', question: 'asks', objection: 'objects', abstain: 'abstains' } as const
const ROLES = { accountable: 'Signs', responsible: 'Does it', consulted: 'Asked', informed: 'Told' } as const

/** Prose behind a mark; its further lines begin below its first word. */
function hang(mark: string, text: string, width: number): string {
  const [first = '', ...rest] = fold(text, width, ' '.repeat(mark.length)).split('\n')
  return [`${mark}${first.slice(mark.length)}`, ...rest].join('\n')
}

/** Decisions one below the other: what it is, how it stands, and what it waits for from the reader. */
export function headsText(items: readonly DecisionHead[], { colors, width }: Setting): string {
  if (items.length === 0) return 'No decisions.\n'
  return items.map((head) => [
    fold(`#${head.number}  ${clean(head.title) || 'Without a title'}`, width, ''),
    colors.dim(fold(`${oneLine(head.spaceName)}${head.adrNumber === null ? '' : `, ADR ${head.adrNumber}`}. ${clean(head.status)}`, width, '      ')),
    ...(head.mine === null ? [] : [fold(`Waits for you: ${clean(head.mine)}`, width, '      ')]),
  ].join('\n')).join('\n') + '\n'
}

/** A decision whole: how it stands first, then its text, where everybody stands, and what it is tied to. */
export function decisionText(view: DecisionView, reader: Reader, setting: Setting): string {
  return [head(view, setting), content(view, setting), standing(view, reader, setting), ties(view, setting), history(view, reader, setting)].filter((part) => part !== '').join('\n')
}

function head(view: DecisionView, { colors, width }: Setting): string {
  const people = Object.entries(ROLES).flatMap(([role, word]) => {
    const names = view.people.filter((one) => one.role === role).map(({ name }) => oneLine(name))
    return names.length === 0 ? [] : [`${word}: ${names.join(', ')}.`]
  })
  const kept = [...view.deciders.length === 0 ? [] : [`${view.decidedAt === null ? 'Its file names' : 'Decided by'} ${view.deciders.map(oneLine).join(', ')}.`], ...view.source === null ? [] : [`Brought in by ${oneLine(view.source.broughtInBy)}.`]]
  return lines([
    colors.bold(fold(`#${view.number}  ${clean(view.title) || 'Without a title'}`, width)),
    fold(`${oneLine(view.spaceName)}${view.fileName === null ? '' : `, ${oneLine(view.fileName)}`}. ${clean(view.status)}`, width),
    ...(view.mine === null ? [] : [colors.bold(fold(`Waits for you: ${clean(view.mine)}`, width))]),
    ...said(view.deadlineSentence, width), ...said(view.readySentence, width),
    colors.dim(fold([...people, ...kept, view.door === 'one-way' ? 'Hard to undo: silence does not close it.' : ''].filter(Boolean).join(' '), width)),
  ])
}

const lines = (all: readonly string[]): string => all.filter((line) => line !== '').map((line) => `${line}\n`).join('')
const said = (text: string, width: number): string[] => text === '' ? [] : [fold(clean(text), width)]

function content({ content: text, chosen, positions }: DecisionView, setting: Setting): string {
  const { width } = setting
  const part = (name: string, words: string) => words.trim() === '' ? '' : `${setting.colors.bold(name)}\n${fold(clean(words.trim()), width, '  ')}\n`
  const recommended = text.options.find(({ id }) => id === text.recommendation.optionId)
  const claims = text.claims.map((claim) => fold(`${claim.basis === 'known' ? 'Known' : 'Assumed'}, ${claim.confidence}: ${clean(claim.text)}`, width, '  ')).join('\n')
  return [
    part('Decision needed', text.needed), part('Context', text.context), part('Criteria', text.criteria), claims === '' ? '' : `${setting.colors.bold('Known and assumed')}\n${claims}\n`,
    ...text.options.map((option) => optionText(option, { chosen: option.title === chosen, recommended: option === recommended, positions: positions.filter(({ optionId }) => optionId === option.id) }, setting)),
    part('Why it is recommended', text.recommendation.why), part('Objections foreseen', text.objectionsForeseen), part('Consequences', text.consequences), part('Confirmation', text.confirmation), part('More', text.more),
  ].filter((one) => one !== '').join('\n')
}

function optionText(option: Option, { chosen, recommended, positions }: { chosen: boolean; recommended: boolean; positions: readonly Position[] }, { colors, width }: Setting): string {
  const mark = chosen ? ', chosen' : recommended ? ', recommended' : ''
  return lines([
    colors.bold(`Option: ${oneLine(option.title)}${mark}`), ...said(option.body.trim(), width - 2).map((text) => fold(text, width, '  ')),
    ...option.tradeOffs.map(({ side, text }) => hang(`  ${SIDES[side]} `, clean(text), width)), ...positions.map((one) => positionLine(one, option, width)),
  ])
}

function positionLine({ name, kind, text, tradeOffId, current, onRecord }: Position, option: Option | null, width: number): string {
  const about = option?.tradeOffs.find(({ id }) => id === tradeOffId)
  const note = onRecord ? ' (on record)' : current || kind === 'objection' ? '' : ' (of an earlier text)'
  return hang('  › ', `${oneLine(name)} ${KINDS[kind]}${note}${about ? `, about “${oneLine(about.text)}”` : ''}${text === '' ? '' : `: ${clean(text)}`}`, width)
}

function standing({ positions, hidden, missing, waived, call, callPlan, callProposal, remarks, reason, problems }: DecisionView, reader: Reader, { colors, width }: Setting): string {
  const whole = positions.filter(({ optionId }) => optionId === null).map((one) => positionLine(one, null, width))
  const open = remarks.filter(({ resolvedAt, inReplyTo }) => resolvedAt === null && inReplyTo === null)
  const all = [
    ...whole, ...(hidden ? [fold('What others think is shown once you have said where you stand.', width, '  ')] : []),
    ...missing.map(({ name, why }) => fold(`Missing: ${oneLine(name)}. ${clean(why)}`, width, '  ')), ...waived.map(({ name, reason: because }) => fold(`Without ${oneLine(name)}: ${clean(because)}`, width, '  ')),
    ...(callProposal ? [fold(callWords(callProposal, callPlan, reader), width, '  ')] : []),
    ...(call ? [fold(`From the call: ${clean(call.outcome)}`, width, '  ')] : []), ...(reason === '' ? [] : [fold(clean(reason), width, '  ')]), ...problems.map(({ message }) => fold(clean(message), width, '  ')),
    ...open.map((remark) => hang('  “ ', `${oneLine(remark.authorName)}${remark.anchor.quote === '' ? '' : ` on “${oneLine(remark.anchor.quote)}”`}: ${clean(remark.body)}`, width)),
  ]
  return all.length === 0 ? '' : `${colors.bold('Where it stands')}\n${all.join('\n')}\n`
}

type Proposal = NonNullable<DecisionView['callProposal']>
/** Who talks about what, and when: the time that was chosen, else those that all share. */
function callWords({ minutes, people, agenda, slots }: Proposal, plan: DecisionView['callPlan'], { now, zone }: Reader): string {
  const when = (at: string) => whenWords(Temporal.Instant.from(at), now, zone)
  const shared = slots.length === 0 ? 'no time that all share' : `all share ${slots.map(({ start }) => when(start)).join(', ')}`
  return `A call of ${plan?.minutes ?? minutes} minutes with ${people.map(({ name }) => oneLine(name)).join(', ')}, ${plan === null ? shared : when(plan.startsAt)}: ${agenda.map(clean).join('; ')}`
}

function ties(view: DecisionView, { colors, width }: Setting): string {
  const named = (word: string, links: DecisionView['dependsOn']) => links.map(({ number, title }) => fold(`${word} #${number} ${clean(title)}`, width, '  '))
  const all = [
    ...named('Supersedes', view.supersedesLinks), ...named('Superseded by', view.supersededByLinks), ...named('Stands on', view.dependsOn), ...named('Needed by', view.neededBy),
    ...(view.threadNumber === null ? [] : [`  Began in #${view.threadNumber}`]), ...(view.reviewOn === null ? [] : [`  Looked at again on ${view.reviewOn}`]), ...view.triggers.map((trigger) => fold(`Looked at again when: ${clean(trigger)}`, width, '  ')),
  ]
  return all.length === 0 ? '' : `${colors.bold('Tied to')}\n${all.join('\n')}\n`
}

function history({ steps }: DecisionView, { now, zone }: Reader, { colors, width }: Setting): string {
  if (steps.length === 0) return ''
  return `${colors.bold('History')}\n${steps.map((step) => colors.dim(hang('  ', `${whenWords(Temporal.Instant.from(step.at), now, zone)}  ${clean(step.sentence)}`, width))).join('\n')}\n`
}
