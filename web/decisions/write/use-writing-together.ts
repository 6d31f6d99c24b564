import { useCallback, useMemo, useState } from 'react'
import { useCallable } from '../../app/use-callable.ts'
import { useWritingCheck } from '../../app/use-writing-check.ts'
import type { WritingCheck } from '../../app/use-writing-check.ts'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import type { Content } from '../words.ts'
import { checkedText, partAt } from './checked-text.ts'
import type { Writing } from './DecisionText.tsx'

/** The longest text that is checked. Unit: UTF-16 units. @see contract/writing.ts */
const CHECKED_MAX = 100_000

type Together = {
  writing: Writing
  /** Some text waits for a file, without which it should not be sent. */
  waits: boolean
  check: WritingCheck | undefined
  /** Leads to what a finding speaks of, where it stands in one of the texts. */
  onShow: (finding: { start: number, end: number }) => void
}

/** The texts of a decision written side by side: whom they can name, their files, and one check over all of them. */
export function useWritingTogether({ spaceId, content }: { spaceId: string | null, content: Content }): Together {
  const called = useCallable(spaceId ?? undefined)
  const [texts] = useState(() => new Map<string, ComposerHandle>())
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set())
  const onText = useCallback((place: string, handle: ComposerHandle | null) => void (handle ? texts.set(place, handle) : texts.delete(place)), [texts])
  const onWaits = useCallback((place: string, waits: boolean) => setWaiting((all) => {
    if (all.has(place) === waits) return all
    const next = new Set(all)
    if (waits) next.add(place)
    else next.delete(place)
    return next
  }), [])
  const writing = useMemo((): Writing => ({ called, texts, onText, onWaits }), [called, texts, onText, onWaits])
  const whole = useMemo(() => checkedText(content), [content])
  const check = useWritingCheck(whole.text, { kind: 'thread', filled: content.criteria.trim() === '' ? ['due', 'scope'] : ['due', 'scope', 'criteria'] }, whole.parts.length > 0 && whole.text.length <= CHECKED_MAX)
  const onShow = (finding: { start: number, end: number }) => {
    const part = partAt(whole, finding)
    if (part) texts.get(part.place)?.select(part.start, part.end)
  }
  return { writing, waits: waiting.size > 0, check, onShow }
}
