import { useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import type { DecisionView } from '#contract/decisions.ts'
import { fieldText } from '#domain/decisions/content-text.ts'
import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { quoteIn } from '../../ui/passages.ts'
import { selectedInField } from './SelectionRemark.tsx'
import type { Place } from './talk.ts'
import { t } from '../../ui/words.ts'

type Props = { page: RefObject<HTMLElement | null>, decision: DecisionView, onOpen: (place: Place) => void }

/** The keys of a decision: they stand in the palette and on the page of all keys while it is open. */
export function useDecisionKeys(props: Props) {
  const latest = useRef(props)
  latest.current = props
  useCommands(useMemo((): readonly Command[] => [
    { id: 'decision.position', title: t`Take a position`, group: 'On this page', keys: 'p', words: t`support object question abstain`, run: () => { if (latest.current.decision.can.includes('position')) latest.current.onOpen({ at: 'position', optionId: null, tradeOffId: null }) } },
    { id: 'decision.remark', title: t`Remark on what is selected`, group: 'On this page', keys: 'm', words: t`comment passage quote`, run: () => remark(latest.current) },
    { id: 'decision.discuss', title: t`Reply in the discussion`, group: 'On this page', keys: 'r', words: t`answer talk write`, run: () => latest.current.page.current?.querySelector<HTMLElement>('#reply-box textarea')?.focus() },
  ], []))
}

/** On the selection; without one, on what has to be decided. */
function remark({ page, decision, onOpen }: Props) {
  if (!decision.can.includes('remark')) return
  const selected = selectedInField(page.current)
  const field = selected?.field ?? 'needed'
  onOpen({ at: 'remark', field, quote: selected && quoteIn(fieldText(decision.content, field) ?? '', selected.words, selected.before) })
}
