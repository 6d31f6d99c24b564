import './webhooks.css'
import { useState } from 'react'
import { addWebhook, listWebhooks } from '#contract/webhooks.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useMe } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { Empty } from '../ui/Empty.tsx'
import { capital } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { EndpointForm } from './EndpointForm.tsx'
import { Secret } from './Secret.tsx'
import { reachWords, typesWords } from './webhook-words.ts'
import { t } from '../ui/words.ts'

/** Which other programs are told what happens, for those who manage the workspace. */
export function WebhooksPage() {
  const me = useMe().data
  const read = useRead(listWebhooks, {})
  const add = useSend(addWebhook, 'webhooks')
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<{ host: string, secret: string }>()
  const close = () => { add.reset(); setAdding(false) }
  const data = read.data
  return (
    <Page title={t`Webhooks`} lede={t`Other programs that are told what happens here, by number and address and never by words.`}>
      {made && <Secret {...made} onDone={() => setMade(undefined)} />}
      {data?.endpoints.map((endpoint) => (
        <Item
          key={endpoint.id} text={t`${endpoint.host} is told of ${typesWords(endpoint.types)}`} by={capital(reachWords(endpoint))} clock={endpoint.sentence} tone={endpoint.state === 'disabled' ? 'late' : endpoint.failingSince ? 'clock' : 'plain'}
          actions={<LinkAction strong href={`/webhooks/${endpoint.id}`} label={t`Look at its log: ${endpoint.host}`}>{t`Look at its log`}</LinkAction>}
        />
      ))}
      {data?.endpoints.length === 0 && !adding && <Empty text={t`No program is told anything yet. One that you add hears of wraps, batons, threads and asks as they happen.`} />}
      {data?.can.includes('add') && !adding && <p className="page-first"><LinkAction strong onClick={() => setAdding(true)}>{t`Add a webhook`}</LinkAction></p>}
      {data && adding && (
        <EndpointForm
          label={t`A webhook`} submit={t`Add the webhook`} offers={data.offers} spaces={me?.spaces ?? []} busy={add.busy} problem={add.problem} onCancel={close}
          onSend={(draft) => add.send(draft, ({ secret, endpoint }) => { setMade({ secret, host: endpoint.host }); close() })}
        />
      )}
      {read.error && <Problem {...problemFrom(read.error)} action={<LinkAction strong onClick={() => void read.refetch()}>{t`Try again`}</LinkAction>} />}
      {read.isPending && <Skeleton lines={7} />}
    </Page>
  )
}
