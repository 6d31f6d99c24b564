import { useMemo, useRef } from 'react'
import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { t } from '../../ui/words.ts'

type PageKeys = { edit: () => void, remark: () => void, wrong: () => void, helped: () => void, verify: () => void, reply: () => void, run: () => void, history: () => void }

/** The keys of a page: they stand in the palette and on the page of all keys while it is open. */
export function usePageKeys(keys: PageKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useCommands(useMemo((): readonly Command[] => [
    { id: 'page.edit', title: t`Edit the page`, group: 'On this page', keys: 'e', words: t`change write text`, run: () => latest.current.edit() },
    { id: 'page.remark', title: t`Remark on what is selected, or on this paragraph`, group: 'On this page', keys: 'm', words: t`comment passage quote`, run: () => latest.current.remark() },
    { id: 'page.wrong', title: t`Something is wrong here`, group: 'On this page', keys: 'x', words: t`mistake outdated error false`, run: () => latest.current.wrong() },
    { id: 'page.helped', title: t`The page helped`, group: 'On this page', keys: 'y', words: t`yes thanks used`, run: () => latest.current.helped() },
    { id: 'page.verify', title: t`Verify the page`, group: 'On this page', keys: 'v', words: t`true still look again`, run: () => latest.current.verify() },
    { id: 'page.reply', title: t`Talk about the page`, group: 'On this page', keys: 'r', words: t`answer write discuss`, run: () => latest.current.reply() },
    { id: 'page.run', title: t`Run the runbook`, group: 'On this page', keys: 's', words: t`start steps tick`, run: () => latest.current.run() },
    { id: 'page.history', title: t`Show how the page came to be`, group: 'On this page', words: t`versions history changes`, run: () => latest.current.history() },
  ], []))
}
