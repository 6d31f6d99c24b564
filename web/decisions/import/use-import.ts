import { useState } from 'react'
import { importAdr } from '#contract/decisions.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { inBatches } from '#domain/decisions/adr-batches.ts'
import type { AdrText } from '#domain/decisions/adr-batches.ts'
import { problemFrom, useWrite } from '../../app/api.ts'

export type Told = OutputOf<typeof importAdr>['files'][number]
export type Imported = { told: Told[], tooLarge: string[], tried: boolean }

const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length

/** Sends files in requests that the server takes. What came before a refusal is imported already, and sending again does nothing twice. */
export function useImport() {
  const write = useWrite(importAdr, { refreshes: ['decisions', 'threads', 'entries'] })
  const [state, setState] = useState<{ busy: boolean, sent: number, problem?: Problem, done?: Imported }>({ busy: false, sent: 0 })
  const run = async (spaceId: string, files: readonly AdrText[], dryRun: boolean) => {
    const { batches, tooLarge } = inBatches(files, bytesOf)
    const told: Told[] = []
    setState({ busy: true, sent: 0 })
    try {
      for (const batch of batches) {
        told.push(...(await write.mutateAsync({ spaceId, files: batch, dryRun })).files)
        setState({ busy: true, sent: told.length })
      }
      if (batches.length > 1) await again(told, files, (some) => write.mutateAsync({ spaceId, files: some, dryRun }))
      setState({ busy: false, sent: told.length, done: { told, tooLarge: tooLarge.map(({ path }) => path), tried: dryRun } })
    } catch (error) {
      setState({ busy: false, sent: told.length, problem: problemFrom(error) })
    }
  }
  return { ...state, run: (spaceId: string, files: readonly AdrText[], dryRun: boolean) => void run(spaceId, files, dryRun), forget: () => setState({ busy: false, sent: 0 }) }
}

/** What one request named may have come with a later one; those files are asked about once more. */
async function again(told: Told[], files: readonly AdrText[], send: (some: AdrText[]) => Promise<OutputOf<typeof importAdr>>): Promise<void> {
  const open = new Map(told.filter(({ waiting }) => waiting.length > 0).map((one) => [one.path, one]))
  for (const batch of inBatches(files.filter(({ path }) => open.has(path)), bytesOf).batches) {
    for (const { path, waiting } of (await send(batch)).files) {
      const first = open.get(path)
      if (first) first.waiting = waiting
    }
  }
}
