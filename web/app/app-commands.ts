import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCommands } from './commands.ts'
import type { Command } from './commands.ts'
import { setPaletteOpen } from './Palette.tsx'
import { moveAmongItems } from './shortcuts.ts'
import { setTheme } from './theme.ts'

/** The commands that are possible on every page. */
export function appCommands(go: (path: string) => void): readonly Command[] {
  return [
    { id: 'go.brief', title: 'Go to the brief', group: 'Go to', keys: 'g b', words: 'home start today', run: () => go('/') },
    { id: 'go.batons', title: 'Go to batons', group: 'Go to', keys: 'g h', words: 'hold handed given', run: () => go('/batons') },
    { id: 'go.inbox', title: 'Go to the inbox', group: 'Go to', keys: 'g i', words: 'new held waiting notifications', run: () => go('/inbox') },
    { id: 'go.owe', title: 'Go to what I owe', group: 'Go to', keys: 'g o', words: 'asks answer due', run: () => go('/owe') },
    { id: 'go.wait', title: 'Go to what I wait for', group: 'Go to', keys: 'g w', words: 'asks waiting answers', run: () => go('/wait') },
    { id: 'go.drafts', title: 'Go to drafts', group: 'Go to', keys: 'd', words: 'begun unsent texts', run: () => go('/drafts') },
    { id: 'go.focus', title: 'Go to focus', group: 'Go to', keys: 'g f', words: 'block windows digest delivery quiet start', run: () => go('/focus') },
    { id: 'go.people', title: 'Go to people and hours', group: 'Go to', keys: 'g p', words: 'overlap ribbons zones', run: () => go('/people') },
    { id: 'go.agreement', title: 'Go to the agreement', group: 'Go to', keys: 'g a', words: 'clauses rules', run: () => go('/agreement') },
    { id: 'go.check-ins', title: 'Go to check-ins', group: 'Go to', keys: 'g c', words: 'standup weekly', run: () => go('/check-ins') },
    { id: 'go.spaces', title: 'Go to spaces', group: 'Go to', words: 'channels rooms places list', run: () => go('/spaces') },
    { id: 'go.threads', title: 'Go to threads', group: 'Go to', keys: 'g t', words: 'talk replies unread saved', run: () => go('/threads') },
    { id: 'go.decisions', title: 'Go to decisions', group: 'Go to', keys: 'g d', words: 'adr log record options', run: () => go('/decisions') },
    { id: 'go.pages', title: 'Go to pages', group: 'Go to', keys: 'g k', words: 'knowledge runbooks faq wiki documents', run: () => go('/pages') },
    { id: 'go.start-here', title: 'Go to start here', group: 'Go to', words: 'newcomer onboarding first day who how', run: () => go('/start-here') },
    { id: 'go.export', title: 'Take everything out as Markdown', group: 'Go to', words: 'export download archive git leave', run: () => go('/export') },
    { id: 'go.team', title: 'Go to the team', group: 'Go to', words: 'readme hours overlap who minds owns', run: () => go('/team') },
    { id: 'go.away', title: 'Since you were away', group: 'Go to', words: 'holiday leave absence changed missed back', run: () => go('/away') },
    { id: 'go.settings', title: 'Go to settings', group: 'Go to', keys: 'g s', words: 'account tokens sessions hours', run: () => go('/settings') },
    { id: 'wraps.write', title: 'Write a wrap', group: 'Write', keys: 'w', words: 'hand over end shift sign', run: () => go('/wrap') },
    { id: 'threads.write', title: 'Write a thread', group: 'Write', keys: 'c', words: 'new post change notice', run: () => go('/threads/new') },
    { id: 'asks.write', title: 'Ask somebody', group: 'Write', keys: 'a', words: 'new ask question request review approve', run: () => go('/ask/new') },
    { id: 'decisions.write', title: 'Write a decision', group: 'Write', keys: 'n', words: 'new adr rfc proposal options', run: () => go('/decisions/new') },
    { id: 'pages.write', title: 'Write a page', group: 'Write', keys: 'p', words: 'new runbook faq process memo learning document', run: () => go('/pages/new') },
    { id: 'items.next', title: 'Next item', group: 'On this page', keys: 'j', run: () => moveAmongItems(1) },
    { id: 'items.previous', title: 'Previous item', group: 'On this page', keys: 'k', run: () => moveAmongItems(-1) },
    { id: 'longhand.palette', title: 'Find a command', group: 'Longhand', keys: 'mod+k', run: () => setPaletteOpen(true) },
    { id: 'longhand.search', title: 'Search', group: 'Longhand', keys: '/', words: 'find look up question why record', run: () => go('/search') },
    { id: 'longhand.keys', title: 'All keys', group: 'Longhand', keys: '?', words: 'help shortcuts keyboard', run: () => go('/keys') },
    { id: 'longhand.light', title: 'Use the light page', group: 'Longhand', words: 'theme white', run: () => setTheme('light') },
    { id: 'longhand.dark', title: 'Use the dark page', group: 'Longhand', words: 'theme black night', run: () => setTheme('dark') },
    { id: 'longhand.system', title: 'Light or dark as the system has it', group: 'Longhand', words: 'theme', run: () => setTheme('system') },
  ]
}

/** Offers the app's own commands for as long as the app is open. */
export function useAppCommands() {
  const router = useRouter()
  useCommands(useMemo(() => appCommands((path) => router.history.push(path)), [router]))
}
