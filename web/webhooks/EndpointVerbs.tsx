import { useState } from 'react'
import type { EndpointView } from '#contract/webhooks.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import type { WebhookVerbs } from './WebhookPage.tsx'
import { t, tr } from '../ui/words.ts'

type Props = { endpoint: EndpointView, verbs: WebhookVerbs, onEdit: () => void, onSecret: (secret: string) => void }

/** What can be done about an endpoint. Removing asks once more, since its secret is gone with it. */
export function EndpointVerbs({ endpoint: { id, host, can }, verbs, onEdit, onSecret }: Props) {
  const [sure, setSure] = useState(false)
  const problem = Object.values(verbs).map((verb) => verb.problem).find((found) => found !== undefined)
  return (
    <>
      <p className="webhook-actions">
        {can.includes('test') && <LinkAction strong busy={verbs.test.busy} onClick={() => verbs.test.send({ id })}>{t`Send a test`}</LinkAction>}
        {can.includes('enable') && <LinkAction strong busy={verbs.enable.busy} onClick={() => verbs.enable.send({ id })}>{t`Switch it on`}</LinkAction>}
        {can.includes('edit') && <LinkAction onClick={onEdit}>{t`Change it`}</LinkAction>}
        {can.includes('new-secret') && <LinkAction busy={verbs.newSecret.busy} onClick={() => verbs.newSecret.send({ id }, ({ secret }) => onSecret(secret))}>{t`Make a new secret`}</LinkAction>}
        {can.includes('disable') && <LinkAction busy={verbs.disable.busy} onClick={() => verbs.disable.send({ id })}>{t`Switch it off`}</LinkAction>}
        {can.includes('remove') && !sure && <LinkAction onClick={() => setSure(true)}>{t`Remove it`}</LinkAction>}
        {sure && <LinkAction busy={verbs.remove.busy} onClick={() => verbs.remove.send({ id })}>{tr`Yes, remove ${host}`}</LinkAction>}
        {sure && <LinkAction onClick={() => setSure(false)}>{t`Keep it¦not remove`}</LinkAction>}
      </p>
      {problem && <Problem title={problem.title} next={problem.next} />}
    </>
  )
}
