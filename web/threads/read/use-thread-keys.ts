import { useMemo, useRef } from 'react'
import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { t } from '../../ui/words.ts'

export type ThreadKeys = { reply: () => void, save: () => void, mute: () => void, done: () => void, unread: () => void }

/** The keys of a thread: they stand in the palette and on the page of all keys while it is open. */
export function useThreadKeys(keys: ThreadKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useCommands(useMemo((): readonly Command[] => [
    { id: 'thread.reply', title: t`Reply, with what is selected as a quote`, group: 'On this page', keys: 'r', words: t`answer quote write`, run: () => latest.current.reply() },
    { id: 'thread.save', title: t`Save for later`, group: 'On this page', keys: 's', words: t`keep bookmark remind`, run: () => latest.current.save() },
    { id: 'thread.mute', title: t`Mute, or follow again`, group: 'On this page', keys: 'm', words: t`quiet`, run: () => latest.current.mute() },
    { id: 'thread.done', title: t`Done reading; go back`, group: 'On this page', keys: 'e', words: t`close read all`, run: () => latest.current.done() },
    { id: 'thread.unread', title: t`Mark unread from here`, group: 'On this page', keys: 'u', words: t`new again`, run: () => latest.current.unread() },
  ], []))
}
