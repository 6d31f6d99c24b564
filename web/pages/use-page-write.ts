import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import type { PageView } from '#contract/pages.ts'
import { readPage } from '#contract/pages.ts'
import { useSendOrWait } from '../app/offline/use-waiting.ts'
import type { What } from '../app/offline/use-waiting.ts'
import type { Send } from '../app/send.ts'
import { useSendShown, useShowing } from '../app/send-shown.ts'

/** What a change of a page makes out of date, besides the page itself. */
export const TOUCHED = ['pages.list', 'pages.tree', 'pages.versions', 'pages.trash', 'pages.orphans', 'entries', 'threads', 'links', 'runs.steps', 'inbox', 'brief'] as const

/** A write to one page. */
export const usePageWrite = <Op extends AnyOperation>(operation: Op) => useSendShown(operation, TOUCHED, pageIn)

/** What is written of a page waits on this device where no answer comes. */
export const usePageSend = <Op extends AnyOperation>(operation: Op, what: Omit<What<Op>, 'refreshes'>): Send<GivenTo<Op>, OutputOf<Op>> => useShowing(useSendOrWait(operation, { ...what, refreshes: TOUCHED }), pageIn)

function pageIn(output: unknown) {
  const page = isPage(output) ? output : isSaved(output) ? output.page : undefined
  return page && { read: readPage, input: { number: page.number }, view: page }
}

const isPage = (output: unknown): output is PageView => typeof output === 'object' && output !== null && 'truthSentence' in output
const isSaved = (output: unknown): output is { page: PageView } => typeof output === 'object' && output !== null && 'page' in output && isPage(output.page)
