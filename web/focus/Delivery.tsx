import { useState } from 'react'
import { saveAttention } from '#contract/attention.ts'
import type { AttentionSettings, readAttention } from '#contract/attention.ts'
import type { OutputOf } from '#contract/operation.ts'
import { announce } from '../app/Announcer.tsx'
import { useSend } from '../app/send.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { formatWhen } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { readTimes, timesIn, WINDOW_NAMES } from './focus-words.ts'

const DIGESTS = [{ value: 'daily', label: 'Daily' }, { value: 'weekly', label: 'Weekly' }, { value: 'off', label: 'None' }] as const
const REACHES = [{ value: 'all', label: 'Everything' }, { value: 'obligations', label: 'What asks something of me' }, { value: 'urgent', label: 'Urgent only' }, { value: 'off', label: 'Nothing' }] as const

type Props = { attention: OutputOf<typeof readAttention>, zone: string, now: Temporal.Instant, touched: readonly string[] }

/** When what is not urgent is handed over, and which ways it takes besides the inbox. */
export function Delivery({ attention, zone, now, touched }: Props) {
  const [windows, setWindows] = useState<readonly string[]>(attention.windows.filter((window) => WINDOW_NAMES.some(({ value }) => value === window)))
  const [times, setTimes] = useState(timesIn(attention.windows))
  const [digest, setDigest] = useState(attention.digest)
  const [digestAt, setDigestAt] = useState(attention.digestAt ?? '')
  const [mail, setMail] = useState(attention.channels.mail)
  const [push, setPush] = useState(attention.channels.push)
  const [wrong, setWrong] = useState<string>()
  const save = useSend(saveAttention, ...touched)
  const submit = () => {
    const read = readTimes(times)
    setWrong(read.error)
    if (read.error !== undefined) return
    const choices: AttentionSettings = { windows: [...windows, ...read.times] as AttentionSettings['windows'], digest, digestAt: digestAt === '' ? null : digestAt, channels: { mail, push } }
    save.send(choices, () => announce('Saved. What waits for you was planned again.'))
  }
  return (
    <Section title="When things reach you" aside={attention.next ? `Next: ${formatWhen(Temporal.Instant.from(attention.next), zone, now)}.` : undefined}>
      <SendForm submit="Save" look="quiet" busy={save.busy} problem={save.problem} onSubmit={submit} label="When things reach you">
        <fieldset className="focus-windows">
          <legend className="field-label">Hand over what waits</legend>
          {WINDOW_NAMES.map(({ value, label }) => <Checkbox key={value} label={label} checked={windows.includes(value)} onChange={(on) => setWindows(on ? [...windows, value] : windows.filter((one) => one !== value))} />)}
        </fieldset>
        <Field label="And at these times of day" hint="On your own clock, such as 10:30, 15:00. May stay empty." value={times} onChange={setTimes} error={wrong} />
        <Choice legend="Digest of what only concerns your spaces" options={DIGESTS} value={digest} onChange={setDigest} />
        {digest !== 'off' && <Field label="Digest at" hint="Empty: at the start of your shift." type="time" value={digestAt} onChange={setDigestAt} />}
        <Choice legend="By mail, besides the inbox" options={REACHES} value={mail} onChange={setMail} />
        <Choice legend="On your devices" options={REACHES} value={push} onChange={setPush} hint={<>Devices are added in <a href="/settings">Settings</a>.</>} />
      </SendForm>
    </Section>
  )
}
