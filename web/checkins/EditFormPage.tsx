import './checkins.css'
import { useParams, useRouter } from '@tanstack/react-router'
import { editForm, listForms } from '#contract/checkins.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { EditForm } from './EditForm.tsx'
import { t } from '../ui/words.ts'

/** Changes a check-in, pauses it for everybody, or archives it. */
export function EditFormPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const forms = useRead(listForms, {})
  const edit = useSend(editForm, 'checkins', 'brief')
  const form = forms.data?.forms.find((one) => one.id === id)
  if (forms.data && !form?.can.includes('edit')) return <NotFound />
  return (
    <Page over={form ? t`Check-ins · ${form.spaceName}` : t`Check-ins`} title={form ? t`Change ${form.name}` : t`Change a check-in`} lede={t`What was asked already stays as it was asked.`}>
      {form && <EditForm form={form} busy={edit.busy} problem={edit.problem} onSave={(change) => edit.send({ id, ...change }, () => history.push('/check-ins'))} />}
      {!form && (forms.error ? <Problem {...problemFrom(forms.error)} action={<LinkAction strong onClick={() => void forms.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={6} />)}
    </Page>
  )
}
