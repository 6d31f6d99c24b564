import type { DecisionContent, DecisionOption } from '#domain/decisions/content.ts'
import { inBecause } from './because.ts'
import { writeField, writeItem, writeOption } from './fields.ts'
import { markedTitle } from './marks.ts'
import { soundsLikeChoice } from './outcome.ts'
import { tidy } from './outline.ts'
import type { Span } from './record.ts'

export type MadrGiven = {
  readonly content: DecisionContent
  /** Front matter without its dashes, each line with its end. */
  readonly front: string
  readonly chosenOptionId: string | null
  /** Lines such as `Supersedes [ADR-0003](0003-tables.md)`. */
  readonly links: readonly string[]
  readonly reviewOn: string | null; readonly triggers: readonly string[]
  /** Objections that a call has heard, and what came out of it. */
  readonly onRecord: readonly { readonly who: string; readonly text: string }[]
}
/** `kept`: what Longhand writes again when it changes: front matter, links and review. The rest of a record stays. */
export type Written = { readonly text: string; readonly kept: readonly Span[] }

/** A decision as MADR 4.0. `readAdr` gives the same content back. */
export function writeMadr(given: MadrGiven): Written {
  const { content, front } = given
  const head = `---\n${front}---\n`
  const sections = [
    `# ${markedTitle(content.title) || 'A decision without a title'}`, section('## Context and Problem Statement', writeField(content.needed, 2), section('### Background', writeField(content.context, 3))),
    section('## Decision Drivers', writeField(content.criteria, 2)), section('## Considered Options', content.options.map(({ title }) => `* ${markedTitle(title)}`).join('\n')),
    section('## Decision Outcome', outcome(given), section('### Consequences', writeField(content.consequences, 3)), section('### Confirmation', writeField(content.confirmation, 3))),
    section('## Pros and Cons of the Options', ...content.options.map(pros)), ...more(given),
  ]
  const body = sections.filter((one) => one !== '').join('\n\n')
  const moving = moves(given)
  const tail = moving === '' ? '' : more(given)[0] !== '' ? `\n\n${moving}` : `\n\n## More Information\n\n${moving}`
  const fixed = `${head}\n${body}`
  return { text: `${fixed}${tail}\n`, kept: [{ start: 0, end: head.length }, { start: fixed.length, end: fixed.length + tail.length }] }
}

const section = (heading: string, ...parts: string[]): string => {
  const written = parts.filter((part) => part !== '')
  return written.length === 0 ? '' : [heading, ...written].join('\n\n')
}

/** Words that run on after a lead where they can: a text that opens a block or is quoted stands below it. */
function led(lead: string, text: string): string {
  if (!/^[\p{L}(“"']/u.test(text)) return `${lead}\n\n${text}`
  return `${lead} ${lead.endsWith('because') ? inBecause(text) : text}`
}

function outcome({ content: { options, recommendation }, chosenOptionId }: MadrGiven): string {
  const named = (id: string | null): string | null => {
    const option = options.find((one) => one.id === id)
    return option ? `"${markedTitle(option.title)}"` : null
  }
  const why = writeField(recommendation.why, 3)
  const [chosen, recommended] = [named(chosenOptionId), named(recommendation.optionId)]
  const reason = recommended !== null ? (why === '' ? `Recommended option: ${recommended}.` : led(`Recommended option: ${recommended}, because`, why)) : why === '' ? '' : chosen === null && !soundsLikeChoice(recommendation.why) ? why : led('Recommendation:', why)
  if (chosen === null) return reason
  if (chosenOptionId === recommendation.optionId) return why === '' ? `Chosen option: ${chosen}, as recommended.` : led(`Chosen option: ${chosen}, because`, why)
  return reason === '' ? `Chosen option: ${chosen}.` : `Chosen option: ${chosen}.\n\n${reason}`
}

const SIDES = { good: 'Good', neutral: 'Neutral', bad: 'Bad' } as const
function pros({ title, body, tradeOffs }: DecisionOption): string {
  const list = tradeOffs.map(({ side, text }) => writeItem(`${SIDES[side]}, because ${inBecause(tidy(text).trimStart())}`)).join('\n')
  return section(`### ${markedTitle(title)}`, writeOption(body), list)
}

function more({ content, onRecord }: MadrGiven): string[] {
  const claims = content.claims.map(({ basis, confidence, text }) => writeItem(`${basis === 'known' ? 'Known' : 'Assumed'}, ${confidence} confidence: ${tidy(text).trimStart()}`)).join('\n')
  const record = onRecord.map(({ who, text }) => writeItem(`${who}: ${tidy(text).trimStart()}`)).join('\n')
  return [section('## More Information', writeField(content.more, 2), section('### Known and Assumed', claims), section('### Objections Foreseen', writeField(content.objectionsForeseen, 3)), section('### Objections on Record', record))]
}

/** What may change after it is decided. */
function moves({ links, reviewOn, triggers }: MadrGiven): string {
  const when = triggers.map((trigger) => writeItem(tidy(trigger))).join('\n')
  const on = reviewOn === null ? '' : ` on ${reviewOn}`
  const review = reviewOn === null && when === '' ? '' : `To be looked at again${on}${when === '' ? '.' : `${on === '' ? '' : ', or'} when:\n\n${when}`}`
  return [section('### Links', links.map((link) => `* ${link}`).join('\n')), section('### Review', review)].filter((one) => one !== '').join('\n\n')
}
