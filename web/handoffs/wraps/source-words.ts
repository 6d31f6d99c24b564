import type { LineView } from '#contract/handoffs.ts'
import { counted, listInWords } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

export type Source = NonNullable<LineView['source']>

/** Where a line comes from: `Three commits in longhand · web`, `#128`. */
export function sourceWords(source: Source): string {
  if (source.kind === 'workspace') return listInWords(source.numbers.map((number) => `#${number}`))
  const place = [source.repository, source.group].filter(Boolean).join(' · ')
  return t`${counted(source.commits.length, 'commit')} in ${place}`
}
