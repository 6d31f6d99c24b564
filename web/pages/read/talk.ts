import type { MeView } from '#contract/account.ts'
import type { PageView } from '#contract/pages.ts'
import type { Stretch } from '../../ui/passages.ts'

/** Where a form is open beside the text, one at a time. */
export type Place = { at: 'remark', stretch: Stretch } | { at: 'wrong', stretch: Stretch | undefined } | { at: 'answer', remarkId: string } | { at: 'settle', id: string }

/** What every part of a page is told. */
export type Talk = { page: PageView, me: MeView, zone: string, now: Temporal.Instant, open: Place | undefined, onOpen: (place: Place) => void, onClose: () => void }
