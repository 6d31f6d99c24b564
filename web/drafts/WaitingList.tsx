import { useRouter } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, refresh } from '../app/api.ts'
import { useContact } from '../app/reach.ts'
import { dropWaiting, sayChanged, useEverythingWaiting } from '../app/offline/list.ts'
import { dropUnsent } from '../app/offline/unsent.ts'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { inShort } from './draft-words.ts'
import { linesOf, putBack } from './waiting.ts'
import type { Line } from './waiting.ts'
import { t } from '../ui/words.ts'

type Props = { personId: string, zone: string, now: Temporal.Instant }

/** What was sent while no answer came: it waits here, and is sent once; what was refused says why. */
export function WaitingList({ personId, zone, now }: Props) {
  const lines = linesOf(useEverythingWaiting(personId))
  const { reachable } = useContact()
  const queries = useQueryClient()
  const { history } = useRouter()
  const [said, setSaid] = useState('')
  const drop = ({ key }: Line) => {
    dropWaiting(localStorage, key)
    dropUnsent(localStorage, key)
    sayChanged()
  }
  const sendNow = async ({ key }: Line) => {
    const { sendWaiting } = await import('../app/offline/send.ts')
    await sendWaiting(personId, { storage: localStorage, call }, key)
    refresh(queries, ['threads', 'asks', 'entries', 'brief', 'wraps', 'checkins', 'pages'])
  }
  const writeOn = (line: Line) => {
    if (!putBack(localStorage, line)) return setSaid(t`Another text is begun there. Send it or throw it away first; this one stays here.`)
    drop(line)
    history.push(line.href)
  }
  if (lines.length === 0) return null
  return (
    <Section title={t`Waiting to be sent`} aside={reachable ? undefined : t`Sent by itself, once, when the server answers.`}>
      <Notice tone="clock">{said}</Notice>
      {lines.map((line) => (
        <Item
          key={line.key} text={inShort(line.text)} by={`${line.title}, ${formatWhen(Temporal.Instant.from(line.at), zone, now)}`}
          actions={
            <>
              {reachable && <LinkAction strong label={t`Send it now: ${line.title}`} onClick={() => void sendNow(line)}>{t`Send it now`}</LinkAction>}
              {!line.draft && <LinkAction href={line.href} label={t`Go to where it stands: ${line.title}`}>{t`Go to where it stands`}</LinkAction>}
              {line.draft && <LinkAction label={t`Write on: ${line.title}`} onClick={() => writeOn(line)}>{t`Write on`}</LinkAction>}
              <LinkAction label={t`Throw away: ${line.title}`} onClick={() => drop(line)}>{t`Throw away`}</LinkAction>
            </>
          }
        >
          {line.refused && <Problem title={line.refused.title} next={line.refused.next} textSafe />}
        </Item>
      ))}
    </Section>
  )
}
