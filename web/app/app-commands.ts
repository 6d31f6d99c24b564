import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCommands } from './commands.ts'
import type { Command } from './commands.ts'
import { setPaletteOpen } from './Palette.tsx'
import { moveAmongItems } from './shortcuts.ts'
import { setTheme } from './theme.ts'
import { t } from '../ui/words.ts'

/** The commands that are possible on every page. */
export function appCommands(go: (path: string) => void): readonly Command[] {
  return [
    { id: 'go.brief', title: t`Go to the brief`, group: 'Go to', keys: 'g b', words: t`home start today`, run: () => go('/') },
    { id: 'go.batons', title: t`Go to batons`, group: 'Go to', keys: 'g h', words: t`hold handed given`, run: () => go('/batons') },
    { id: 'go.inbox', title: t`Go to the inbox`, group: 'Go to', keys: 'g i', words: t`new held waiting notifications`, run: () => go('/inbox') },
    { id: 'go.owe', title: t`Go to what I owe`, group: 'Go to', keys: 'g o', words: t`asks answer due`, run: () => go('/owe') },
    { id: 'go.wait', title: t`Go to what I wait for`, group: 'Go to', keys: 'g w', words: t`asks waiting answers`, run: () => go('/wait') },
    { id: 'go.drafts', title: t`Go to drafts`, group: 'Go to', keys: 'd', words: t`begun unsent texts`, run: () => go('/drafts') },
    { id: 'go.focus', title: t`Go to focus`, group: 'Go to', keys: 'g f', words: t`block windows digest delivery quiet start`, run: () => go('/focus') },
    { id: 'go.people', title: t`Go to people and hours`, group: 'Go to', keys: 'g p', words: t`overlap ribbons zones`, run: () => go('/people') },
    { id: 'go.agreement', title: t`Go to the agreement`, group: 'Go to', keys: 'g a', words: t`clauses rules`, run: () => go('/agreement') },
    { id: 'go.check-ins', title: t`Go to check-ins`, group: 'Go to', keys: 'g c', words: t`standup weekly`, run: () => go('/check-ins') },
    { id: 'go.spaces', title: t`Go to spaces`, group: 'Go to', words: t`channels rooms places list`, run: () => go('/spaces') },
    { id: 'go.threads', title: t`Go to threads`, group: 'Go to', keys: 'g t', words: t`talk replies unread saved`, run: () => go('/threads') },
    { id: 'go.decisions', title: t`Go to decisions`, group: 'Go to', keys: 'g d', words: t`adr log record options`, run: () => go('/decisions') },
    { id: 'go.pages', title: t`Go to pages`, group: 'Go to', keys: 'g k', words: t`knowledge runbooks faq wiki documents`, run: () => go('/pages') },
    { id: 'go.start-here', title: t`Go to start here`, group: 'Go to', words: t`newcomer onboarding first day who how`, run: () => go('/start-here') },
    { id: 'go.export', title: t`Take everything out as Markdown`, group: 'Go to', words: t`export download archive git leave`, run: () => go('/export') },
    { id: 'go.team', title: t`Go to the team`, group: 'Go to', words: t`readme hours overlap who minds owns`, run: () => go('/team') },
    { id: 'go.away', title: t`Since you were away`, group: 'Go to', words: t`holiday leave absence changed missed back`, run: () => go('/away') },
    { id: 'go.audit', title: t`Go to the audit log`, group: 'Go to', words: t`who did what rights changes history security`, run: () => go('/settings/audit') },
    { id: 'go.settings', title: t`Go to settings`, group: 'Go to', keys: 'g s', words: t`account tokens sessions hours`, run: () => go('/settings') },
    { id: 'wraps.write', title: t`Write a wrap`, group: 'Write', keys: 'w', words: t`hand over end shift sign`, run: () => go('/wrap') },
    { id: 'threads.write', title: t`Write a thread`, group: 'Write', keys: 'c', words: t`new post change notice`, run: () => go('/threads/new') },
    { id: 'asks.write', title: t`Ask somebody`, group: 'Write', keys: 'a', words: t`new ask question request review approve`, run: () => go('/ask/new') },
    { id: 'decisions.write', title: t`Write a decision`, group: 'Write', keys: 'n', words: t`new adr rfc proposal options`, run: () => go('/decisions/new') },
    { id: 'pages.write', title: t`Write a page`, group: 'Write', keys: 'p', words: t`new runbook faq process memo learning document`, run: () => go('/pages/new') },
    { id: 'items.next', title: t`Next item`, group: 'On this page', keys: 'j', run: () => moveAmongItems(1) },
    { id: 'items.previous', title: t`Previous item`, group: 'On this page', keys: 'k', run: () => moveAmongItems(-1) },
    { id: 'longhand.palette', title: t`Find a command`, group: 'Longhand', keys: 'mod+k', run: () => setPaletteOpen(true) },
    { id: 'longhand.jump', title: t`Jump to a space, a person or something written`, group: 'Longhand', keys: 't', words: t`open switch find title`, run: () => setPaletteOpen(true, true) },
    { id: 'longhand.search', title: t`Search`, group: 'Longhand', keys: '/', words: t`find look up question why record`, run: () => go('/search') },
    { id: 'longhand.keys', title: t`All keys`, group: 'Longhand', keys: '?', words: t`help shortcuts keyboard`, run: () => go('/keys') },
    { id: 'longhand.light', title: t`Use the light page`, group: 'Longhand', words: t`theme white`, run: () => setTheme('light') },
    { id: 'longhand.dark', title: t`Use the dark page`, group: 'Longhand', words: t`theme black night`, run: () => setTheme('dark') },
    { id: 'longhand.system', title: t`Light or dark as the system has it`, group: 'Longhand', words: t`theme`, run: () => setTheme('system') },
  ]
}

/** Offers the app's own commands for as long as the app is open. */
export function useAppCommands() {
  const router = useRouter()
  useCommands(useMemo(() => appCommands((path) => router.history.push(path)), [router]))
}
