import { pageKindName, PAGE_KINDS } from '#domain/pages/kinds.ts'
import type { PageHead } from '#contract/pages.ts'
import { heard, t } from '../ui/words.ts'

export type Truth = PageHead['truth']
export const TRUTHS: readonly Truth[] = ['verified', 'stale', 'unverified']

/** Whether a page is still true, as filters name it. */
export const TRUTH_WORDS: Readonly<Record<Truth, string>> = { verified: t`Verified`, stale: t`To look at again`, unverified: t`Nobody has verified it` }

/** The same in a line of a table of contents; colour repeats it. */
export const TRUTH_SHORT: Readonly<Record<Truth, string>> = { verified: t`verified`, stale: t`look again`, unverified: t`not verified` }

/** What the words of a truth say, repeated by colour. */
export const toneOf = (truth: Truth): 'plain' | 'clock' | 'settled' => (truth === 'verified' ? 'settled' : truth === 'stale' ? 'clock' : 'plain')

export const KIND_OPTIONS = PAGE_KINDS.map((kind) => ({ value: kind, label: heard(pageKindName(kind)) }))

/** Tags as somebody typed them: `deploys, on call,` → deploys, on call; each once. */
export const tagsIn = (line: string): string[] => [...new Set(line.split(',').map((tag) => tag.trim().replace(/^#/, '')).filter(Boolean))]
