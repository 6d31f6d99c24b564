import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ImportReport } from '#domain/imports/tally.ts'
import type { Problem } from '#contract/problem.ts'
import { call, refresh } from '../app/api.ts'
import { readProblem } from '../app/read-problem.ts'
import { spoken } from '../ui/spoken.ts'
import type { Wanted } from './bring.ts'

/** `looked`: what would come is known, and nothing is written yet. */
export type Bringing =
  | { step: 'choose'; problem?: Pick<Problem, 'title' | 'next'> | undefined }
  | { step: 'looking' } | { step: 'looked'; report: ImportReport }
  | { step: 'sending'; sent: number } | { step: 'done'; report: ImportReport }

/** One import on this page: a look first, then the import itself. Leaving the page stops it; choosing the same folder again goes on. */
export function useBring() {
  const queries = useQueryClient()
  const [state, setState] = useState<Bringing>({ step: 'choose' })
  const [wanted, setWanted] = useState<Wanted>()
  const start = async (next: Wanted) => {
    setWanted(next)
    setState(next.dryRun ? { step: 'looking' } : { step: 'sending', sent: 0 })
    try {
      const { bring } = await import('./bring.ts')
      const report = await bring({ call, words: spoken(), progress: ({ messages, pages, known }) => setState({ step: 'sending', sent: messages + pages + known }) }, next)
      setState({ step: next.dryRun ? 'looked' : 'done', report })
    } catch (error) {
      setState({ step: 'choose', problem: readProblem(error) })
    }
    if (!next.dryRun) refresh(queries, ['imports', 'spaces', 'threads', 'pages', 'account'])
  }
  return {
    state, look: (next: Omit<Wanted, 'dryRun'>) => void start({ ...next, dryRun: true }), send: () => { if (wanted) void start({ ...wanted, dryRun: false }) },
    again: () => setState({ step: 'choose' }),
  }
}
