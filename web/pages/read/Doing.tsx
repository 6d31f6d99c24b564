import { lazy, Suspense, useState } from 'react'
import type { PageView } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Following } from './Following.tsx'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog.tsx')).MoveDialog }))
const OwnForm = lazy(async () => ({ default: (await import('./OwnForm.tsx')).OwnForm }))

type Props = { talk: Talk, deleting: boolean, onDelete: () => void }

/** What can be done with the page as a whole: one first thing, the rest as words. */
export function Doing({ talk, deleting, onDelete }: Props) {
  const { page } = talk
  const [all, setAll] = useState(false)
  const [part, setPart] = useState<'own' | 'move'>()
  const can = (verb: PageView['can'][number]) => page.can.includes(verb)
  const { number, kind } = page
  const copy = () => void navigator.clipboard.writeText(page.text).then(() => announce(t`Its Markdown is copied.`))
  return (
    <div className="page-doing no-print">
      <p className="page-verbs">
        {can('run') && <a className="button" data-look="primary" href={`/${number}/runs`}>{t`Run it`}</a>}
        {can('edit') && <LinkAction strong href={`/${number}/edit`}>{t`Edit`}</LinkAction>}
        <LinkAction href={`/${number}/history`}>{t`History`}</LinkAction>
        {!can('run') && kind === 'runbook' && <LinkAction href={`/${number}/runs`}>{t`Runs`}</LinkAction>}
        <Following number={number} zone={talk.zone} now={talk.now} />
        <LinkAction label={all ? t`Less to do with this page` : t`More to do with this page`} onClick={() => setAll(!all)}>{all ? t`Less` : t`More`}</LinkAction>
        {all && can('move') && <LinkAction onClick={() => setPart('move')}>{t`Move`}</LinkAction>}
        {all && can('own') && <LinkAction onClick={() => setPart('own')}>{t`Who minds it`}</LinkAction>}
        {all && <LinkAction href={`/pages/new?space=${page.spaceId}&parent=${number}`}>{t`Write a page below it`}</LinkAction>}
        {all && <LinkAction onClick={copy}>{t`Copy as Markdown`}</LinkAction>}
        {all && can('delete') && <LinkAction busy={deleting} onClick={onDelete}>{t`Delete`}</LinkAction>}
      </p>
      <Suspense>
        {part === 'own' && <OwnForm talk={talk} onClose={() => setPart(undefined)} />}
        {part === 'move' && <MoveDialog talk={talk} open onOpenChange={(open) => { if (!open) setPart(undefined) }} />}
      </Suspense>
    </div>
  )
}
