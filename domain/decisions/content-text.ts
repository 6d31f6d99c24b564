import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, Words } from '../words/said.ts'
import type { Claim, DecisionContent, DecisionOption, TradeOff } from './content.ts'

/** The texts of a decision that stand alone, in the order in which they are read, with their headings. */
const SECTIONS = [
  ['needed', said`What has to be decided`], ['context', said`Context`], ['criteria', said`What the options are judged by`], ['claims', said`Known and assumed`], ['options', said`Options`],
  ['recommendation', said`Recommendation`], ['objectionsForeseen', said`Objections foreseen`], ['consequences', said`Consequences`], ['confirmation', said`How we see that it was done`], ['more', said`More`],
] as const
type Section = (typeof SECTIONS)[number][0]

const SIDES: Readonly<Record<TradeOff['side'], (text: string) => Said>> = { good: (text) => said`Good: ${text}`, neutral: (text) => said`Neutral: ${text}`, bad: (text) => said`Bad: ${text}` }
const CONFIDENCE: Readonly<Record<Claim['confidence'], Said>> = { high: said`high confidence`, medium: said`medium confidence`, low: said`low confidence` }

/**
 * A decision as one readable Markdown text, for comparisons and for search. Sections without words are left out; what
 * people wrote stands in it as they wrote it, without the blank lines around it. Ids do not appear.
 *
 * @param words of the headings; what is searched or checked is in English, so that it is the same for everybody
 */
export function contentText(content: DecisionContent, words: Words = ENGLISH): string {
  const parts = SECTIONS.flatMap(([field, heading]) => {
    const body = sectionText(content, field, words)
    return body === '' ? [] : [`## ${inWords(heading, words)}\n\n${body}`]
  })
  const title = bare(content.title)
  return [...(title === '' ? [] : [`# ${title}`]), ...parts].join('\n\n')
}

function sectionText(content: DecisionContent, field: Section, words: Words): string {
  switch (field) {
    case 'claims': return content.claims.map((claim) => item(inWords(claimWords(claim), words))).join('\n')
    case 'options': return content.options.map((option) => optionText(option, words)).join('\n\n')
    case 'recommendation': return paragraphs(recommended(content), content.recommendation.why)
    default: return bare(content[field])
  }
}

const claimWords = ({ basis, confidence, text }: Claim): Said =>
  basis === 'known' ? said`Known, ${CONFIDENCE[confidence]}: ${bare(text)}` : said`Assumed, ${CONFIDENCE[confidence]}: ${bare(text)}`

function optionText({ title, body, tradeOffs }: DecisionOption, words: Words): string {
  return paragraphs(`### ${bare(title)}`.trimEnd(), body, tradeOffs.map(({ side, text }) => item(inWords(SIDES[side](bare(text)), words))).join('\n'))
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
