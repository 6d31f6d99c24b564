import './webhooks.css'
import { useState } from 'react'
import { useParams, useRouter } from '@tanstack/react-router'
import { disableWebhook, editWebhook, enableWebhook, listWebhooks, readWebhook, removeWebhook, renewWebhookSecret, testWebhook } from '#contract/webhooks.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { EndpointForm } from './EndpointForm.tsx'
import { EndpointVerbs } from './EndpointVerbs.tsx'
import { Log } from './Log.tsx'
import { Secret } from './Secret.tsx'
import { reachWords, typesWords } from './webhook-words.ts'
import { t } from '../ui/words.ts'

/** One endpoint: how it stands, what can be done about it, and its log. */
export function WebhookPage() {
  const { id = '' } = useParams({ strict: false })
  const me = useMe().data
  const now = useNow()
  const read = useRead(readWebhook, { id })
  const [editing, setEditing] = useState(false)
  const [secret, setSecret] = useState<string>()
  const offers = useRead(listWebhooks, {}, { when: editing }).data?.offers
  const verbs = useWebhookVerbs()
  const endpoint = read.data
  const close = () => { verbs.edit.reset(); setEditing(false) }
  if (!endpoint) return <Page title={t`Webhook`}>{read.error ? <Problem {...problemFrom(read.error)} action={<LinkAction strong onClick={() => void read.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={7} />}</Page>
  return (
    <Page title={endpoint.host} over={<a href="/webhooks">{t`Webhooks`}</a>} lede={t`Told of ${typesWords(endpoint.types)} ${reachWords(endpoint)}. ${endpoint.sentence}`}>
      {endpoint.url !== null && <p className="hint webhook-address">{endpoint.url}</p>}
      {secret !== undefined && <Secret host={endpoint.host} secret={secret} onDone={() => setSecret(undefined)} />}
      {!editing && <EndpointVerbs endpoint={endpoint} verbs={verbs} onEdit={() => setEditing(true)} onSecret={setSecret} />}
      {editing && offers && <EndpointForm label={t`The webhook`} submit={t`Save it`} from={endpoint} offers={offers} spaces={me?.spaces ?? []} busy={verbs.edit.busy} problem={verbs.edit.problem} onCancel={close} onSend={(draft) => verbs.edit.send({ id, ...draft }, close)} />}
      <Log id={id} zone={zoneOf(me)} now={now} />
    </Page>
  )
}

function useWebhookVerbs() {
  const { history } = useRouter()
  const remove = useSend(removeWebhook, 'webhooks')
  return {
    edit: useSend(editWebhook, 'webhooks'), newSecret: useSend(renewWebhookSecret, 'webhooks'), test: useSend(testWebhook, 'webhooks'),
    disable: useSend(disableWebhook, 'webhooks'), enable: useSend(enableWebhook, 'webhooks'),
    remove: { ...remove, send: (input: { id: string }) => remove.send(input, () => history.push('/webhooks')) },
  }
}
export type WebhookVerbs = ReturnType<typeof useWebhookVerbs>
