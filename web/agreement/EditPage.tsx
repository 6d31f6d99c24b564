import './agreement.css'
import { useRouter } from '@tanstack/react-router'
import { diffAgreement, pushAgreement, readAgreement } from '#contract/agreement.ts'
import type { AgreementView } from '#contract/agreement.ts'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { useDraft } from '../app/drafts.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { DraftLine } from '../ui/DraftLine.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { EditForm } from './EditForm.tsx'
import type { EditDraft } from './EditForm.tsx'
import { t } from '../ui/words.ts'

/** Changes the agreement as one text, with the reason. */
export function EditPage() {
  const agreement = useRead(readAgreement, {})
  if (agreement.data) return <Editing key={agreement.data.version} agreement={agreement.data} />
  return (
    <Page over={t`Agreement`} title={t`Change how we work`}>
      {agreement.error ? <Problem {...problemFrom(agreement.error)} action={<LinkAction strong onClick={() => void agreement.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={9} />}
    </Page>
  )
}

function Editing({ agreement }: { agreement: AgreementView }) {
  const { history } = useRouter()
  const draft = useDraft<EditDraft>(`agreement-${agreement.version}`, { text: agreement.text, reason: '' })
  const diff = useWrite(diffAgreement)
  const push = useSend(pushAgreement, 'agreement')
  const save = () => push.send({ ...draft.value, base: agreement.version }, () => {
    draft.clear()
    history.push('/agreement')
  })
  return (
    <Page over={t`Agreement, version ${agreement.version}`} title={t`Change how we work`} lede={t`The numbers at the top are what the software runs on. Whoever reads the new version is asked to say that they work by it.`} wide>
      <EditForm
        draft={draft.value} onDraft={draft.set} push={push} onPush={save} diff={diff.data} diffing={diff.isPending} diffProblem={diff.error ? problemFrom(diff.error) : undefined}
        onDiff={() => diff.mutate({ text: draft.value.text })}
      />
      <DraftLine kept={draft.kept} zone={zoneOf(useMe().data)} other={draft.other?.text} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />
    </Page>
  )
}
