import type { DecisionContent } from '#contract/decisions.ts'
import { UsageError } from '../errors.ts'
import { oneLine } from '../text/clean.ts'
import { withIds } from './decision-text.ts'

type Side = 'good' | 'bad'
export type ContentFlags = { title?: string; needed?: string; context?: string; criteria?: string; option?: string[]; good?: string[]; bad?: string[]; recommend?: string; why?: string }

/** `'Name | text'` → both; the text may hold bars too. */
function pairOf(given: string): { name: string; text: string } {
  const [name = '', ...rest] = given.split('|')
  return { name: oneLine(name), text: rest.join('|').trim() }
}

/**
 * What was said in flags, laid over what is there already: a field replaces, a list adds. Options that a template left empty go.
 * @throws {UsageError} for a trade-off or recommendation of an option that is not there
 */
export function withFlags(content: DecisionContent, flags: ContentFlags): DecisionContent {
  const fresh = (flags.option ?? []).map(pairOf).map(({ name, text }) => ({ title: name, body: text, tradeOffs: [] }))
  const options = withIds([...content.options.filter(isFilled), ...fresh].map((option) => ({ ...option, tradeOffs: [...option.tradeOffs, ...pointsFor(option.title, flags)] })), content.options)
  requireNames(options, flags)
  const optionId = flags.recommend === undefined ? content.recommendation.optionId : options.find(({ title }) => sameName(title, flags.recommend ?? ''))?.id ?? null
  return {
    ...content, options, title: flags.title ?? content.title, needed: flags.needed ?? content.needed, context: flags.context ?? content.context, criteria: flags.criteria ?? content.criteria,
    recommendation: { optionId, why: flags.why ?? content.recommendation.why },
  }
}

const isFilled = ({ title, body, tradeOffs }: DecisionContent['options'][number]): boolean => title.trim() !== '' || body.trim() !== '' || tradeOffs.length > 0

function pointsFor(title: string, flags: ContentFlags) {
  const of = (side: Side) => (flags[side] ?? []).map(pairOf).filter(({ name }) => sameName(name, title)).map(({ text }) => ({ id: '', side, text }))
  return [...of('good'), ...of('bad')]
}

function requireNames(options: readonly { title: string }[], flags: ContentFlags): void {
  const names = [...(flags.good ?? []).map((one) => ['good', pairOf(one).name] as const), ...(flags.bad ?? []).map((one) => ['bad', pairOf(one).name] as const), ...(flags.recommend === undefined ? [] : [['recommend', flags.recommend] as const])]
  for (const [flag, name] of names) {
    if (!options.some(({ title }) => sameName(title, name))) throw new UsageError(`--${flag} names "${oneLine(name)}", which is no option.`, options.length === 0 ? 'Name the options with --option.' : `There is ${options.map(({ title }) => `"${oneLine(title)}"`).join(', ')}.`)
  }
}

const sameName = (one: string, other: string): boolean => oneLine(one).toLowerCase() === oneLine(other).toLowerCase()
