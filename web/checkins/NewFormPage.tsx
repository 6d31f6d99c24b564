import './checkins.css'
import { useRouter, useSearch } from '@tanstack/react-router'
import { createForm } from '#contract/checkins.ts'
import { useMe } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NewForm } from './NewForm.tsx'
import { t } from '../ui/words.ts'

/** Starts a check-in in one of my spaces. */
export function NewFormPage() {
  const me = useMe().data
  const { space } = useSearch({ strict: false })
  const { history } = useRouter()
  const create = useSend(createForm, 'checkins')
  const spaces = me?.spaces.filter((one) => one.joined) ?? []
  return (
    <Page over={t`Check-ins`} title={t`A new check-in`} lede={t`It asks everybody in a space, each on their own clock. Who is away is not asked.`}>
      {me ? <NewForm spaces={spaces} spaceId={space ?? spaces[0]?.id ?? null} busy={create.busy} problem={create.problem} onCreate={(input) => create.send(input, () => history.push('/check-ins'))} /> : <Skeleton lines={6} />}
    </Page>
  )
}
