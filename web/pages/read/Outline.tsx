import { Disclosure } from '../../ui/Disclosure.tsx'
import { shownIn } from './outline.ts'
import type { OutlineLine } from './outline.ts'
import { t } from '../../ui/words.ts'

/** A text of fewer parts is seen at a glance. */
const WORTH_IT = 2

export const hasOutline = (lines: readonly OutlineLine[]): boolean => shownIn(lines).length >= WORTH_IT

/** The parts of the page: at its left where there is room, else folded above the text. */
export function Outline({ lines, here, wide }: { lines: readonly OutlineLine[], here: string | undefined, wide: boolean }) {
  if (!hasOutline(lines)) return null
  const list = <ol>{shownIn(lines).map(({ id, text, depth }) => <li key={id} data-depth={depth}><a href={`#${id}`} aria-current={id === here ? 'location' : undefined}>{text}</a></li>)}</ol>
  return <nav className="document-outline" aria-label={t`On this page`}>{wide ? list : <Disclosure summary={t`On this page`}>{list}</Disclosure>}</nav>
}
