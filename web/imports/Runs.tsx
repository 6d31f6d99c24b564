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
import { TakeBack } from './TakeBack.tsx'
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
  const [open, setOpen] = useState<'problems' | 'back' | null>(null)
  const undone = run.takenBackAt === null ? [] : [t`taken back ${formatWhen(Temporal.Instant.from(run.takenBackAt), zone, now)}`]
  return (
    <Item text={runWords(run)} by={[t`${run.name}, by ${run.byName}`, ...undone].join(' · ')} clock={formatWhen(Temporal.Instant.from(run.beganAt), zone, now)}
      actions={open === null && (run.problemCount > 0 || run.can.length > 0) ? (
        <>
          {run.problemCount > 0 && <LinkAction onClick={() => setOpen('problems')} label={t`What could not be read: ${run.name}`}>{t`What could not be read`}</LinkAction>}
          {run.can.includes('undo') && <LinkAction onClick={() => setOpen('back')} label={t`Take it back: ${run.name}`}>{t`Take it back`}</LinkAction>}
        </>
      ) : undefined}>
      {open === 'problems' && <RunProblems id={run.id} />}
      {open === 'back' && <TakeBack run={run} onDone={() => setOpen(null)} />}
    </Item>
  )
}

function RunProblems({ id }: { id: string }) {
  const read = useRead(readImport, { id })
  if (read.error) return <Problem {...problemFrom(read.error)} />
  return read.data ? <Problems problems={read.data.problems} count={read.data.problemCount} open /> : <Skeleton lines={3} />
}
