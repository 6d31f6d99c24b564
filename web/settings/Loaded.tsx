import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { problemFrom } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t } from '../ui/words.ts'

type Props<Data> = { id: string, title: string, read: UseQueryResult<Data>, children: (data: Data) => ReactNode }

/** A section that is read by itself, so that one which fails takes no other with it. */
export function Loaded<Data>({ id, title, read, children }: Props<Data>) {
  return (
    <Section id={id} title={title}>
      {read.data !== undefined && children(read.data)}
      {read.data === undefined && (read.error ? <Problem {...problemFrom(read.error)} action={<LinkAction strong onClick={() => void read.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton />)}
    </Section>
  )
}
