import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { editDecision, openDecision, readDecision, setDecisionRoles } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { problemFrom, useRead, useWrite } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { NotFound } from '../../app/PageProblem.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { rolesOf } from '../read/roles-of.ts'
import { TOUCHED } from '../read/use-decision-write.ts'
import { isAsked } from '../words.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { draftFrom, editedFrom, sentRoles } from './draft.ts'
import type { DecisionDraft } from './draft.ts'
import { useDecisionDraft } from './use-decision-draft.ts'
import { t } from '../../ui/words.ts'

/** Writes on a draft, or changes the text of a decision that is open. */
export function EditDecisionPage() {
  const number = Number(useParams({ strict: false }).number)
  return Number.isSafeInteger(number) && number > 0 ? <Loaded key={number} number={number} /> : <NotFound />
}

function Loaded({ number }: { number: number }) {
  const { data, error, refetch } = useRead(readDecision, { number })
  const me = useMe().data
  const problem = error ? problemFrom(error) : undefined
  if (problem?.code === 'not_found') return <NotFound />
  if (data && me && !data.can.includes('edit')) return <Page title={data.title} lede={t`Its text does not change any more, or is not yours to change.`}><p className="page-first"><LinkAction strong href={`/${number}`}>{t`Read it`}</LinkAction></p></Page>
  if (data && me) return <Editing decision={data} me={me} />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}

function Editing({ decision, me }: { decision: DecisionView, me: MeView }) {
  const { number, state } = decision
  const { zone } = me.person
  const router = useRouter()
  const [brought] = useState(() => draftFrom(decision, rolesOf(decision), zone))
  const drafting = useDecisionDraft(`decision:edit-${number}`, brought, me.person.id)
  const saving = useSaving(decision, zone)
  const asked = isAsked(state)
  const save = (open: boolean) => (draft: DecisionDraft) => void saving.save(draft, open).then((done) => {
    if (!done) return
    drafting.draft.clear()
    router.history.push(`/${number}`)
  })
  return (
    <DecisionForm
      me={me} drafting={drafting} heading={asked ? t`Change the text` : t`Write on`} isNew={false} isOpen={asked} busy={saving.busy} problem={saving.problem} over={<>{t`Decision`} <a href={`/${number}`}>#{number}</a> · {decision.spaceName}</>}
      ways={asked ? [{ label: t`Change the text`, whole: true, onSend: save(false) }] : [{ label: t`Open it for positions`, whole: true, onSend: save(true) }, { label: t`Keep it as a draft`, whole: false, onSend: save(false) }]}
      notices={
        <>
          {asked && decision.positions.length > 0 && <Notice tone="clock">{t`Whoever has taken a position is asked again and sees what changed; they get their time anew.`}</Notice>}
          {drafting.offered && <Notice>{t`You had begun to change it, as it stands below; it was changed elsewhere since.`} <LinkAction strong onClick={drafting.takeBrought}>{t`Begin with the text as it is now`}</LinkAction></Notice>}
        </>
      }
    />
  )
}

/** Saves the text, then who is asked, then opens it where that is wanted; stops at the first refusal. */
function useSaving(decision: DecisionView, zone: string) {
  const refreshes = { refreshes: ['decisions', ...TOUCHED] }
  const edit = useWrite(editDecision, refreshes)
  const name = useWrite(setDecisionRoles, refreshes)
  const open = useWrite(openDecision, refreshes)
  const failed = edit.error ?? name.error ?? open.error
  const { number } = decision
  return {
    busy: edit.isPending || name.isPending || open.isPending, problem: failed ? problemFrom(failed) : undefined,
    save: async (draft: DecisionDraft, opens: boolean): Promise<boolean> => {
      const roles = sentRoles(draft.roles)
      try {
        await edit.mutateAsync(editedFrom({ ...draft, base: draft.base ?? decision.version }, number, { zone, asked: isAsked(decision.state) }))
        if (roles && JSON.stringify(draft.roles) !== JSON.stringify(rolesOf(decision))) await name.mutateAsync({ number, roles })
        if (opens) await open.mutateAsync({ number })
        return true
      } catch {
        return false
      }
    },
  }
}
