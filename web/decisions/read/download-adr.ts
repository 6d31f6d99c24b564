import { useState } from 'react'
import { readAdr } from '#contract/decisions.ts'
import type { Problem } from '#contract/problem.ts'
import { announce } from '../../app/Announcer.tsx'
import { call, problemFrom } from '../../app/api.ts'
import { t } from '../../ui/words.ts'

/** Asks for a decision as an ADR file and hands it to the browser's downloads. */
export function useAdrDownload(number: number): { download: () => void, busy: boolean, problem: Problem | undefined } {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const download = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { path, text } = await call(readAdr, { number })
      handOver(path.split('/').at(-1) ?? path, text)
      announce(t`The file is among your downloads.`)
    } catch (error) {
      setProblem(problemFrom(error))
    }
    setBusy(false)
  }
  return { download: () => void download(), busy, problem }
}

function handOver(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
