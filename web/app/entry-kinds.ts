import type { EntryView } from '#contract/spaces.ts'
import { t } from '../ui/words.ts'

/** What each kind of entry is called. */
export const KIND_WORDS: Readonly<Record<EntryView['kind'], string>> = { wrap: t`Wrap`, checkin: t`Check-in`, thread: t`Thread`, ask: t`Ask¦kind`, change: t`Change notice`, learning: t`Learning`, decision: t`Decision`, page: t`Page` }
