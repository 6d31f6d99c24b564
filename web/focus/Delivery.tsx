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
import { t, tr } from '../ui/words.ts'

const DIGESTS = [{ value: 'daily', label: t`Daily` }, { value: 'weekly', label: t`Weekly` }, { value: 'off', label: t`None` }] as const
const REACHES = [{ value: 'all', label: t`Everything` }, { value: 'obligations', label: t`What asks something of me` }, { value: 'urgent', label: t`Urgent only` }, { value: 'off', label: t`Nothing` }] as const

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
    save.send(choices, () => announce(t`Saved. What waits for you was planned again.`))
  }
  return (
    <Section title={t`When things reach you`} aside={attention.next ? t`Next: ${formatWhen(Temporal.Instant.from(attention.next), zone, now)}.` : undefined}>
      <SendForm submit={t`Save`} look="quiet" busy={save.busy} problem={save.problem} onSubmit={submit} label={t`When things reach you`}>
        <fieldset className="focus-windows">
          <legend className="field-label">{t`Hand over what waits`}</legend>
          {WINDOW_NAMES.map(({ value, label }) => <Checkbox key={value} label={label} checked={windows.includes(value)} onChange={(on) => setWindows(on ? [...windows, value] : windows.filter((one) => one !== value))} />)}
        </fieldset>
        <Field label={t`And at these times of day`} hint={t`On your own clock, such as 10:30, 15:00. May stay empty.`} value={times} onChange={setTimes} error={wrong} />
        <Choice legend={t`Digest of what only concerns your spaces`} options={DIGESTS} value={digest} onChange={setDigest} />
        {digest !== 'off' && <Field label={t`Digest at`} hint={t`Empty: at the start of your shift.`} type="time" value={digestAt} onChange={setDigestAt} />}
        <Choice legend={t`By mail, besides the inbox`} options={REACHES} value={mail} onChange={setMail} />
        <Choice legend={t`On your devices`} options={REACHES} value={push} onChange={setPush} hint={tr`Devices are added in ${<a href="/settings">{t`Settings`}</a>}.`} />
      </SendForm>
    </Section>
  )
}
