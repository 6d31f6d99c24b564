import './agreement.css'
import { useSearch } from '@tanstack/react-router'
import { acknowledge, readAgreement } from '#contract/agreement.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Agreement } from './Agreement.tsx'
import { t } from '../ui/words.ts'

/** The working agreement, now or as it was in a version. */
export function AgreementPage() {
  const { version } = useSearch({ strict: false })
  const agreement = useRead(readAgreement, version === undefined ? {} : { version })
  const current = useRead(readAgreement, {}, { when: version !== undefined })
  const say = useSend(acknowledge, 'agreement')
  const zone = zoneOf(useMe().data)
  const now = useNow()
  if (agreement.data) {
    const { version: shown } = agreement.data
    const inForce = version === undefined ? shown : current.data?.version
    return <Agreement agreement={agreement.data} inForce={inForce} zone={zone} now={now} acknowledging={say} onAcknowledge={() => say.send({ version: shown })} />
  }
  return (
    <Page title={t`Agreement`}>
      {agreement.error ? <Problem {...problemFrom(agreement.error)} action={<LinkAction strong onClick={() => void agreement.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={9} />}
    </Page>
  )
}
