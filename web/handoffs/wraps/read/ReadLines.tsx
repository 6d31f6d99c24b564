import type { LineView } from '#contract/handoffs.ts'
import { InlineText } from '../../../ui/InlineText.tsx'
import { Item } from '../../../ui/Item.tsx'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { lineBy, lineClock } from './line-words.ts'
import type { LineVerb } from './line-words.ts'

export type LineContext = {
  /** Id of the reader. */
  me: string
  zone: string
  now: Temporal.Instant
  /** Id of the line being cleared at this moment. */
  clearing: string | undefined
  onClear: (lineId: string) => void
}
type Props = LineContext & { lines: readonly LineView[], /** The words that clear a line; absent where lines are not cleared. */ clears?: string | undefined, /** What the person named on a line can do. */ verb?: LineVerb | undefined }

/** Lines of a wrap, each with who it concerns, where it comes from and whether it is settled. */
export function ReadLines({ lines, me, zone, now, clearing, onClear, clears, verb = '' }: Props) {
  return lines.map((line) => {
    const clock = lineClock(line, zone, now)
    const by = lineBy(line, verb, me)
    return (
      <Item
        key={line.id} text={<InlineText text={line.text} />} by={by && <InlineText text={by} />} clock={clock?.words} tone={clock?.tone ?? 'plain'}
        actions={clears && line.can.includes('clear') ? <LinkAction strong keys="e" label={`${clears}: ${line.text}`} busy={clearing === line.id} onClick={() => onClear(line.id)}>{clears}</LinkAction> : undefined}
      />
    )
  })
}
