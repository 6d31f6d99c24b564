import { useQueryClient } from '@tanstack/react-query'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import type { PageView } from '#contract/pages.ts'
import { readPage } from '#contract/pages.ts'
import { keyOf } from '../app/api.ts'
import { useSend } from '../app/send.ts'
import type { Send } from '../app/send.ts'

/** What a change of a page makes out of date, besides the page itself. */
export const TOUCHED = ['pages.list', 'pages.tree', 'pages.versions', 'pages.trash', 'pages.orphans', 'entries', 'threads', 'links', 'runs.steps', 'inbox', 'brief'] as const

/** A write to one page; what the server answered is shown at once, without reading again. */
export function usePageWrite<Op extends AnyOperation>(operation: Op): Send<GivenTo<Op>, OutputOf<Op>> {
  const queries = useQueryClient()
  const { send, ...rest } = useSend(operation, ...TOUCHED)
  return {
    ...rest,
    send: (input, after) => send(input, (output) => {
      const fresh: unknown = output
      const page = isPage(fresh) ? fresh : isSaved(fresh) ? fresh.page : undefined
      if (page) queries.setQueryData<PageView>(keyOf(readPage, { number: page.number }), page)
      after?.(output)
    }),
  }
}

const isPage = (output: unknown): output is PageView => typeof output === 'object' && output !== null && 'truthSentence' in output
const isSaved = (output: unknown): output is { page: PageView } => typeof output === 'object' && output !== null && 'page' in output && isPage(output.page)
