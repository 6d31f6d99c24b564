import '../pages.css'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { readPage, savePage } from '#contract/pages.ts'
import type { PageView, Saved } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { problemFrom, useRead } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { useEverythingWaiting } from '../../app/offline/list.ts'
import { NotFound } from '../../app/PageProblem.tsx'
import { counted } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { usePageSend } from '../use-page-write.ts'
import { Conflict } from './Conflict.tsx'
import { joiningOf } from './conflict.ts'
import { draftFrom, savedFrom } from './draft.ts'
import type { PageDraft } from './draft.ts'
import { Merged } from './Merged.tsx'
import { PageForm } from './PageForm.tsx'
import { useJoining, usePageDraft, waitingDraft } from './use-page-draft.ts'
import { t } from '../../ui/words.ts'

/** Changes a page. What others save meanwhile is joined with it; where that cannot be, both sides are shown. */
export function EditPagePage() {
  const number = Number(useParams({ strict: false }).number)
  return Number.isSafeInteger(number) && number > 0 ? <Loaded key={number} number={number} /> : <NotFound />
}

function Loaded({ number }: { number: number }) {
  const { data, error, refetch } = useRead(readPage, { number })
  const me = useMe().data
  const problem = error ? problemFrom(error) : undefined
  if (problem?.code === 'not_found') return <NotFound />
  if (data && me && !data.can.includes('edit')) return <Page title={data.title} lede={t`It is not yours to change.`}><p className="page-first"><LinkAction strong href={`/${number}`}>{t`Read it`}</LinkAction></p></Page>
  if (data && me) return <Editing page={data} me={me} />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}

type Joined = { page: PageView, names: readonly string[], mine: string }

function Editing({ page, me }: { page: PageView, me: MeView }) {
  const { number } = page
  const { history } = useRouter()
  const slot = `page:edit-${number}`
  const drafting = usePageDraft(slot, draftFrom(page), me.person.id)
  const joining = useJoining(number, me.person.id)
  const [merged, setMerged] = useState<Joined>()
  const done = () => {
    drafting.draft.clear()
    joining.clear()
  }
  const { send, busy, problem } = usePageSend(savePage, {
    personId: me.person.id, onWaiting: done,
    named: ({ base, title = page.title, text = '' }) => ({ title: t`Page #${number}: ${title}`, text, href: `/${number}/edit`, draft: waitingDraft(slot, me.person.id, { ...drafting.value, base, title, text }, number) }),
  })
  const save = (draft: PageDraft) => send(savedFrom(draft, page), (saved: Saved) => {
    if (saved.outcome === 'conflict') return joining.set(joiningOf(saved, draft.title.trim(), draft.baseTitle))
    done()
    if (saved.outcome === 'merged') return setMerged({ page: saved.page, names: saved.withByNames, mine: draft.text })
    announce(t`Saved.`)
    history.push(`/${number}`)
  })
  if (merged) return <Merged {...merged} />
  const over = <>{t`Page`} <a href={`/${number}`}>#{number}</a> · {page.spaceName}</>
  if (joining.value !== null) {
    return <Conflict over={over} joining={joining.value} onChange={joining.set} draft={joining} zone={me.person.zone} busy={busy} problem={problem} onBack={joining.clear} onSave={(text, title) => save({ ...drafting.value, base: joining.value?.version ?? page.version, text, title })} />
  }
  return (
    <PageForm
      me={me} drafting={drafting} heading={t`Edit “${page.title}”`} over={over} isNew={false} save={t`Save the page`} onSave={save} busy={busy} problem={problem} aside={<LinkAction href={`/${number}`}>{t`Back to reading`}</LinkAction>}
      notices={<><Waits number={number} personId={me.person.id} />{drafting.begun && <Begun page={page} draft={drafting.value} onAnew={() => { drafting.draft.clear(); announce(t`You begin with the page as it is now.`) }} />}</>}
    />
  )
}

/** What was saved of it without a network stands nowhere else than on this device; writing goes on there. */
function Waits({ number, personId }: { number: number, personId: string }) {
  const waiting = useEverythingWaiting(personId).others.some(({ operation, input }) => operation === savePage.name && (input as { number: number }).number === number)
  return waiting && <Notice tone="clock">{t`What you saved of this page waits on this device.`} <LinkAction href="/drafts">{t`See what waits`}</LinkAction></Notice>
}

/** How often, where there is a word for it. */
const TIMES: Readonly<Record<number, string>> = { 1: t`once`, 2: t`twice` }

/** Others saved since this was begun: saving joins both, and nobody has to copy anything. */
function Begun({ page, draft: { base, text }, onAnew }: { page: PageView, draft: PageDraft, onAnew: () => void }) {
  const since = base === null ? 0 : page.version - base
  if (since <= 0) return null
  return (
    <Notice tone="clock">
      {t`The page was saved ${TIMES[since] ?? counted(since, 'time')} since you began, last by ${page.editedByName}. When you save, both are joined.`} <LinkAction href={`/${page.number}/history?from=${base}&to=${page.version}`}>{t`See what changed`}</LinkAction> {text === page.text && <LinkAction onClick={onAnew}>{t`Begin with the page as it is now`}</LinkAction>}
    </Notice>
  )
}
