import { useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MeView } from '#contract/account.ts'
import { readAgreement } from '#contract/agreement.ts'
import { createDecision, prefillDecision } from '#contract/decisions.ts'
import { readEntry } from '#contract/entries.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { useSend } from '../../app/send.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TOUCHED } from '../read/use-decision-write.ts'
import { cameAlong, slotFor, TEMPLATES } from './came-along.ts'
import type { CameAlong } from './came-along.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { createdFrom, newDraft } from './draft.ts'
import type { DecisionDraft } from './draft.ts'
import { useDecisionDraft } from './use-decision-draft.ts'
import { t, tr } from '../../ui/words.ts'
import { amid } from '../../ui/amid.ts'

/** Writes a decision: from an empty page, a template, or a thread with its open points. */
export function NewDecisionPage() {
  const me = useMe().data
  const query = useRouterState({ select: ({ location }) => location.searchStr })
  return me ? <Placed key={query} me={me} came={cameAlong(query)} /> : <Page title={t`Write a decision`}><Skeleton lines={8} /></Page>
}

/** Reads what the form begins with. */
function Placed({ me, came }: { me: MeView, came: CameAlong }) {
  const isAgreement = came.template === 'agreement'
  const begun = useRead(prefillDecision, { template: came.template, ...(came.thread !== undefined && { threadNumber: came.thread }) })
  const thread = useRead(readEntry, { number: came.thread ?? 1 }, { when: came.thread !== undefined })
  const agreement = useRead(readAgreement, {}, { when: isAgreement })
  const failed = begun.error ?? thread.error ?? agreement.error
  const brought = useMemo(() => {
    if (!begun.data || (came.thread !== undefined && !thread.data) || (isAgreement && !agreement.data)) return undefined
    const { content, roles, windowDays } = begun.data
    const joined = me.spaces.filter((space) => space.joined)
    return newDraft({
      content: came.title === '' ? content : { ...content, title: came.title }, windowDays, supersedes: came.supersedes, agreementText: isAgreement ? agreement.data?.text ?? null : null,
      roles: { accountableId: roles.accountableId ?? me.person.id, responsibleIds: roles.responsibleIds ?? [], consultedIds: roles.consultedIds ?? [], informedIds: roles.informedIds ?? [] },
      spaceId: thread.data?.spaceId ?? came.spaceId ?? (joined.length === 1 ? joined[0]?.id : undefined) ?? null,
    })
  }, [begun.data, thread.data, agreement.data, isAgreement, came.thread, came.title, came.supersedes, came.spaceId, me])
  if (failed) return <Page title={t`Write a decision`}><Problem {...problemFrom(failed)} action={<LinkAction strong href="/decisions/new">{t`Begin with an empty page`}</LinkAction>} /></Page>
  if (!brought) return <Page title={t`Write a decision`}><Skeleton lines={8} /></Page>
  return <Writing me={me} came={came} brought={brought} notes={begun.data?.notes ?? []} from={thread.data && { number: thread.data.number, title: thread.data.title }} />
}

type WritingProps = { me: MeView, came: CameAlong, brought: DecisionDraft, notes: readonly string[], from: { number: number, title: string } | undefined }

function Writing({ me, came, brought, notes, from }: WritingProps) {
  const router = useRouter()
  const drafting = useDecisionDraft(slotFor(came), brought, me.person.id)
  const { send, busy, problem } = useSend(createDecision, 'decisions', ...TOUCHED)
  const create = (open: boolean) => (draft: DecisionDraft) => {
    if (draft.spaceId === null) return
    const input = createdFrom({ ...draft, spaceId: draft.spaceId }, me.person.zone)
    send({ ...input, open, ...(came.thread !== undefined && { fromThread: came.thread, fromReplyId: came.replyId }) }, ({ number }) => {
      drafting.draft.clear()
      router.history.replace(`/${number}`)
    })
  }
  return (
    <DecisionForm
      me={me} drafting={drafting} heading={t`Write a decision`} isNew busy={busy} problem={problem}
      ways={[{ label: t`Open it for positions`, whole: true, onSend: create(true) }, { label: t`Keep it as a draft`, whole: false, onSend: create(false) }]}
      over={from ? tr`Begins in ${<a href={`/${from.number}`}>#{from.number} {from.title}</a>}` : <Templates came={came} />}
      notices={<>{notes.map((note) => <Notice key={note}>{note}</Notice>)}{drafting.offered && <Notice>{t`You had begun this already, as it stands below.`} <LinkAction strong onClick={drafting.takeBrought}>{t`Begin it anew`}</LinkAction></Notice>}</>}
    />
  )
}

function Templates({ came }: { came: CameAlong }) {
  const others = TEMPLATES.filter(({ value }) => value !== came.template)
  return (
    <span className="templates">{tr`Begin with ${others.map(({ value, label }, at) => <span key={value}>{at > 0 && ' · '}<a href={`/decisions/new?template=${value}`}>{amid(label)}</a></span>)}${came.template !== 'blank' && <> · <a href="/decisions/new">{t`an empty page`}</a></>}`}</span>
  )
}
