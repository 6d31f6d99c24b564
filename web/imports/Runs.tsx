import { useState } from 'react'
import { readImport } from '#contract/imports.ts'
import type { ImportRun } from '#contract/imports.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { Empty } from '../ui/Empty.tsx'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { runWords } from './import-words.ts'
import { Problems } from './Report.tsx'
import { t } from '../ui/words.ts'

type Told = { zone: string, now: Temporal.Instant }

/** What was imported, newest first, each with what could not be read. */
export function Runs({ runs, zone, now }: { runs: readonly ImportRun[] } & Told) {
  return (
    <Section title={t`What was imported`}>
      {runs.length === 0 ? <Empty text={t`Imports will stand here, each with what came of it.`} /> : runs.map((run) => <Run key={run.id} run={run} zone={zone} now={now} />)}
    </Section>
  )
}

function Run({ run, zone, now }: { run: ImportRun } & Told) {
  const [open, setOpen] = useState(false)
  return (
    <Item text={runWords(run)} by={t`${run.name}, by ${run.byName}`} clock={formatWhen(Temporal.Instant.from(run.beganAt), zone, now)}
      actions={run.problemCount > 0 && !open ? <LinkAction onClick={() => setOpen(true)} label={t`What could not be read: ${run.name}`}>{t`What could not be read`}</LinkAction> : undefined}>
      {open && <RunProblems id={run.id} />}
    </Item>
  )
}

function RunProblems({ id }: { id: string }) {
  const read = useRead(readImport, { id })
  if (read.error) return <Problem {...problemFrom(read.error)} />
  return read.data ? <Problems problems={read.data.problems} count={read.data.problemCount} open /> : <Skeleton lines={3} />
}
