import type { DecisionContent, DecisionOption, TradeOff } from './content.ts'

/** The texts of a decision that stand alone, in the order in which they are read, with their headings. */
const SECTIONS = [
  ['needed', 'What has to be decided'], ['context', 'Context'], ['criteria', 'What the options are judged by'], ['claims', 'Known and assumed'], ['options', 'Options'],
  ['recommendation', 'Recommendation'], ['objectionsForeseen', 'Objections foreseen'], ['consequences', 'Consequences'], ['confirmation', 'How we see that it was done'], ['more', 'More'],
] as const
type Section = (typeof SECTIONS)[number][0]

const SIDES: Readonly<Record<TradeOff['side'], string>> = { good: 'Good', neutral: 'Neutral', bad: 'Bad' }

/**
 * A decision as one readable Markdown text, for comparisons and for search. Sections without words are left out; what
 * people wrote stands in it as they wrote it, without the blank lines around it. Ids do not appear.
 */
export function contentText(content: DecisionContent): string {
  const parts = SECTIONS.flatMap(([field, heading]) => {
    const body = sectionText(content, field)
    return body === '' ? [] : [`## ${heading}\n\n${body}`]
  })
  const title = bare(content.title)
  return [...(title === '' ? [] : [`# ${title}`]), ...parts].join('\n\n')
}

function sectionText(content: DecisionContent, field: Section): string {
  switch (field) {
    case 'claims': return content.claims.map(({ basis, confidence, text }) => item(`${basis === 'known' ? 'Known' : 'Assumed'}, ${confidence} confidence: ${bare(text)}`)).join('\n')
    case 'options': return content.options.map(optionText).join('\n\n')
    case 'recommendation': return paragraphs(recommended(content), content.recommendation.why)
    default: return bare(content[field])
  }
}

function optionText({ title, body, tradeOffs }: DecisionOption): string {
  return paragraphs(`### ${bare(title)}`.trimEnd(), body, tradeOffs.map(({ side, text }) => item(`${SIDES[side]}: ${bare(text)}`)).join('\n'))
}

/** The name of the recommended option; empty where none is, or where it is not there any more. */
function recommended({ options, recommendation }: DecisionContent): string {
  const option = options.find(({ id }) => id === recommendation.optionId)
  return option ? `**${bare(option.title)}**` : ''
}

/**
 * The text of one field as remarks name it: `title`, `needed`, `context`, `criteria`, `recommendation`,
 * `objectionsForeseen`, `consequences`, `confirmation`, `more`, or `option:ID` for the body of an option.
 * @returns null where there is no such field, or no such option any more
 */
export function fieldText(content: DecisionContent, field: string): string | null {
  if (field.startsWith(OPTION)) return content.options.find(({ id }) => id === field.slice(OPTION.length))?.body ?? null
  switch (field) {
    case 'recommendation': return content.recommendation.why
    case 'title': case 'needed': case 'context': case 'criteria': case 'objectionsForeseen': case 'consequences': case 'confirmation': case 'more': return content[field]
    default: return null
  }
}
const OPTION = 'option:'

const paragraphs = (...texts: string[]): string => texts.map(bare).filter((text) => text !== '').join('\n\n')
/** A list item; its further lines are indented, so that they stay in it. */
const item = (text: string): string => `- ${text.split('\n').map((line, at) => at === 0 || line === '' ? line : `  ${line}`).join('\n')}`
/** Without the blank lines before and the white space after. */
const bare = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
