import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

export type TradeOff = { readonly id: string; readonly side: 'good' | 'neutral' | 'bad'; readonly text: string }
export type DecisionOption = { readonly id: string; readonly title: string; readonly body: string; readonly tradeOffs: readonly TradeOff[] }
export type Claim = { readonly text: string; readonly basis: 'known' | 'assumed'; readonly confidence: 'high' | 'medium' | 'low' }

/** What a decision says (001:25–32, 002:262); all texts are Markdown. */
export type DecisionContent = {
  readonly title: string
  /** What has to be decided, in a sentence or two. */
  readonly needed: string
  readonly context: string
  /** What the options are judged by. */
  readonly criteria: string
  readonly claims: readonly Claim[]
  readonly options: readonly DecisionOption[]
  readonly recommendation: { readonly optionId: string | null; readonly why: string }
  readonly objectionsForeseen: string
  /** What follows from it, good and bad. */
  readonly consequences: string
  /** How it will be seen that it was done. */
  readonly confirmation: string
  /** Whatever else belongs to it. */
  readonly more: string
}

export const EMPTY_CONTENT: DecisionContent = {
  title: '', needed: '', context: '', criteria: '', claims: [], options: [], recommendation: { optionId: null, why: '' }, objectionsForeseen: '', consequences: '', confirmation: '', more: '',
}

/** More options than anybody compares. */
export const OPTIONS_MAX = 20

export type ContentProblem = { readonly field: 'title' | 'needed' | 'options' | 'recommendation'; readonly message: Said; readonly next: Said }

/**
 * What keeps a text from being opened for positions, each with what to do. A draft may have all of them. The seven fields
 * are the rule; context, criteria and trade-offs may be short, but an option without a name, or two of the same, cannot be chosen.
 */
export function contentProblems(content: DecisionContent): ContentProblem[] {
  const problems: ContentProblem[] = []
  if (content.title.trim() === '') problems.push({ field: 'title', message: said`The decision has no title.`, next: said`Say in a few words what is decided.` })
  if (content.needed.trim() === '') problems.push({ field: 'needed', message: said`It does not say what has to be decided.`, next: said`Write the question in one or two sentences.` })
  if (content.options.length < 2) problems.push({ field: 'options', message: said`A decision needs at least two options.`, next: said`Add a second one; leaving things as they are is an option too.` })
  const seen = new Set<string>()
  for (const { title } of content.options) {
    const name = title.trim().toLowerCase().replace(/\s+/g, ' ')
    if (name === '') problems.push({ field: 'options', message: said`An option has no name.`, next: said`Name it, or take it out.` })
    else if (seen.has(name)) problems.push({ field: 'options', message: said`The option “${title.trim()}” stands here twice.`, next: said`Say how the two differ, or take one out.` })
    seen.add(name)
  }
  const { optionId } = content.recommendation
  if (optionId !== null && !content.options.some(({ id }) => id === optionId)) problems.push({ field: 'recommendation', message: said`The recommended option is not there any more.`, next: said`Recommend one of the options, or none.` })
  return problems
}

/** @throws {Refusal} `bad_input` with the first problem; `bad_input` above 20 options, and for ids that stand twice, even in a draft */
export function checkDraft({ options }: Pick<DecisionContent, 'options'>): void {
  if (options.length > OPTIONS_MAX) throw new Refusal('bad_input', said`${options.length} options are more than anybody can compare.`, said`Keep at most ${OPTIONS_MAX}; group the others.`)
  const ids = options.flatMap(({ id, tradeOffs }) => [id, ...tradeOffs.map((one) => one.id)])
  if (new Set(ids).size !== ids.length) throw new Refusal('bad_input', said`Two options or trade-offs have the same id.`, said`Give each an id of its own.`)
}

/** @throws {Refusal} `bad_input` with the first problem */
export function checkContent(content: DecisionContent): void {
  checkDraft(content)
  const [first] = contentProblems(content)
  if (first) throw new Refusal('bad_input', first.message, first.next)
}
