import { diffLines } from '../agreement/line-diff.ts'

/** How many lines are new in a text, and how many are gone from the one before. The end of line of a last line begins no other. */
export function countChanges(before: string, after: string): { added: number; removed: number } {
  if (before === '' || after === '') return { added: linesIn(after), removed: linesIn(before) }
  const lines = diffLines(closed(before), closed(after))
  return { added: lines.filter(({ kind }) => kind === 'added').length, removed: lines.filter(({ kind }) => kind === 'removed').length }
}

const closed = (text: string): string => text.replace(/\r?\n$/, '')
const linesIn = (text: string): number => text === '' ? 0 : closed(text).split('\n').length
