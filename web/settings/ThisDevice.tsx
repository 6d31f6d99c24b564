import { useState } from 'react'
import { keepsWhatIsRead, keepWhatIsRead } from '../app/offline/choice.ts'
import { setSingleKeys, useSingleKeys } from '../app/shortcuts.ts'
import { ThemeSwitch } from '../app/ThemeSwitch.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Section } from '../ui/Section.tsx'
import { t } from '../ui/words.ts'

/** What is kept on this device alone. */
export function ThisDevice() {
  const [keeps, setKeeps] = useState(keepsWhatIsRead)
  const choose = (on: boolean) => {
    keepWhatIsRead(on)
    setKeeps(on)
  }
  return (
    <Section id="device" title={t`This device`} aside={<a href="/keys">{t`All keys`}</a>}>
      <div className="settings-switches">
        <ThemeSwitch />
        <Checkbox label={t`Single keys do something`} checked={useSingleKeys()} onChange={setSingleKeys} hint={t`Switch this off if you dictate or press keys by accident.`} />
        <Checkbox label={t`Keep what I read, so that it can be read without a network`} checked={keeps} onChange={choose} hint={t`It is kept until you sign out here, or may no longer see it. Switch this off on a device that others use.`} />
      </div>
    </Section>
  )
}
