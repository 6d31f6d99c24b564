import './space.css'
import type { ReactNode } from 'react'
import type { SpaceView } from '#contract/spaces.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { kindWords, membersWords } from './space-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  space: SpaceView
  /** Of its members; absent until they are known. */
  names: ReadonlyMap<string, string> | undefined
  me: string
  actions: ReactNode
  /** Batons that nobody holds; absent when all is in hands. */
  alarms: ReactNode
  feed: ReactNode
}

/** A space: what it is for, who is in it, what needs somebody, and what was written, newest first. */
export function Space({ space, names, me, actions, alarms, feed }: Props) {
  return (
    <Page over={kindWords(space)} title={space.name} lede={space.purpose || undefined}>
      <p className="space-members">{membersWords(space.members, names, me)}</p>
      <p className="space-members"><a href={`/pages?space=${space.id}`}>{t`Pages of this space`}</a> · <a href={`/spaces/${space.id}/status`}>{t`How it stands`}</a> · <a href={`/start-here?space=${space.id}`}>{t`Start here`}</a></p>
      {space.archived && <p className="space-members">{t`It stays readable, and nobody writes in it.`}</p>}
      {actions}
      {alarms && <Section title={t`Nobody holds this`}>{alarms}</Section>}
      <Section title={t`Written here`}>{feed}</Section>
    </Page>
  )
}
