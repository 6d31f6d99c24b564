import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { PushDevice, subscribePush, testPush, unsubscribePush } from '#contract/push.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { agentWords } from './access-words.ts'
import { askBrowser, forgetBrowser, ownFingerprint, pushAbility } from './push-browser.ts'
import { deviceWords, unreachedWords } from './push-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  devices: readonly PushDevice[]
  /** The key that the browser subscribes with. */
  publicKey: string
  zone: string
  now: Temporal.Instant
  subscribe: Send<GivenTo<typeof subscribePush>>
  unsubscribe: Send<GivenTo<typeof unsubscribePush>>
  test: Send<GivenTo<typeof testPush>>
}

/** Devices that show when something waits: this one first, with what went wrong on it. */
export function PushSection({ devices, publicKey, zone, now, subscribe, unsubscribe, test }: Props) {
  const [refused, setRefused] = useState<string>()
  const own = useQuery({ queryKey: ['this-device', 'push'], queryFn: ownFingerprint })
  const ability = pushAbility(window)
  const mine = devices.find((device) => device.fingerprint === own.data)
  const others = devices.filter((device) => device !== mine)
  const problem = subscribe.problem ?? unsubscribe.problem ?? test.problem
  const on = () => {
    setRefused(undefined)
    askBrowser(publicKey).then((asked) => subscribe.send(asked, () => void own.refetch()), (error: unknown) => setRefused(error instanceof Error ? error.message : String(error)))
  }
  const off = ({ id }: PushDevice) => unsubscribe.send({ id }, () => void forgetBrowser().then(() => own.refetch()))
  return (
    <>
      <p className="settings-line">{deviceWords(ability, mine, zone, now)}</p>
      <p className="settings-line">
        {ability === 'able' && !mine && <LinkAction strong busy={subscribe.busy} onClick={on}>{t`Switch it on here`}</LinkAction>}
        {mine && <LinkAction busy={test.busy} onClick={() => test.send({ id: mine.id })}>{t`Send a test`}</LinkAction>}
        {mine && <LinkAction busy={unsubscribe.busy} onClick={() => off(mine)}>{t`Switch it off here`}</LinkAction>}
      </p>
      <p className="notice" role="status">{refused}</p>
      {problem && <Problem title={problem.title} next={problem.next} />}
      {others.length > 0 && (
        <ul className="settings-list">
          {others.map((device) => (
            <li key={device.id}>
              <span>{agentWords(device.label)}{device.failingSince !== null && <p className="hint">{unreachedWords(device, zone, now)}</p>}</span>
              <LinkAction busy={unsubscribe.busy} label={t`Switch it off: ${agentWords(device.label)}`} onClick={() => unsubscribe.send({ id: device.id })}>{t`Switch it off`}</LinkAction>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
