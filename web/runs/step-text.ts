import type { RunStep } from '#contract/runs.ts'

/** What a step says beyond its first line, so that the line is not read twice. */
export function bodyBelow({ body }: Pick<RunStep, 'body' | 'title'>): string {
  const at = body.indexOf('\n')
  return at === -1 ? '' : dedented(body.slice(at + 1)).trim()
}

/** The lines below a list item stand as far in as its mark is wide. */
function dedented(text: string): string {
  const lines = text.split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const least = Math.min(...indents)
  return Number.isFinite(least) ? lines.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))).join('\n') : ''
}
