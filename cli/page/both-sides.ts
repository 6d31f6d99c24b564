import type { Saved } from '#contract/pages.ts'

type Stretches = Extract<Saved, { outcome: 'conflict' }>['stretches']

const BEGIN = '<<<<<<< yours'
const MIDDLE = '======='
const END = '>>>>>>>'

/** A text with both sides of each conflict between the marks that version control uses, so that editors know them. */
export function withMarks(stretches: Stretches, theirName: string): string {
  return stretches.map((stretch) => stretch.kind === 'same' ? stretch.text : `${BEGIN}\n${closed(stretch.mine)}${MIDDLE}\n${closed(stretch.theirs)}${END} ${theirName}\n`).join('')
}

const closed = (text: string): string => text === '' || text.endsWith('\n') ? text : `${text}\n`

/** Whether somebody sends a text in which both sides still stand. */
export const hasMarks = (text: string): boolean => /^<<<<<<< yours\r?$/m.test(text) && /^>>>>>>> /m.test(text)
