import { useMemo, useRef } from 'react'
import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'

type PageKeys = { edit: () => void, remark: () => void, wrong: () => void, helped: () => void, verify: () => void, reply: () => void, run: () => void, history: () => void }

/** The keys of a page: they stand in the palette and on the page of all keys while it is open. */
export function usePageKeys(keys: PageKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useCommands(useMemo((): readonly Command[] => [
    { id: 'page.edit', title: 'Edit the page', group: 'On this page', keys: 'e', words: 'change write text', run: () => latest.current.edit() },
    { id: 'page.remark', title: 'Remark on what is selected, or on this paragraph', group: 'On this page', keys: 'm', words: 'comment passage quote', run: () => latest.current.remark() },
    { id: 'page.wrong', title: 'Something is wrong here', group: 'On this page', keys: 'x', words: 'mistake outdated error false', run: () => latest.current.wrong() },
    { id: 'page.helped', title: 'The page helped', group: 'On this page', keys: 'y', words: 'yes thanks used', run: () => latest.current.helped() },
    { id: 'page.verify', title: 'Verify the page', group: 'On this page', keys: 'v', words: 'true still look again', run: () => latest.current.verify() },
    { id: 'page.reply', title: 'Talk about the page', group: 'On this page', keys: 'r', words: 'answer write discuss', run: () => latest.current.reply() },
    { id: 'page.run', title: 'Run the runbook', group: 'On this page', keys: 's', words: 'start steps tick', run: () => latest.current.run() },
    { id: 'page.history', title: 'Show how the page came to be', group: 'On this page', words: 'versions history changes', run: () => latest.current.history() },
  ], []))
}
