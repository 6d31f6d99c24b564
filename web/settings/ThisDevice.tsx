import { setSingleKeys, useSingleKeys } from '../app/shortcuts.ts'
import { ThemeSwitch } from '../app/ThemeSwitch.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Section } from '../ui/Section.tsx'
import { t } from '../ui/words.ts'

/** What is kept on this device alone. */
export function ThisDevice() {
  return (
    <Section title={t`This device`} aside={<a href="/keys">{t`All keys`}</a>}>
      <div className="settings-switches">
        <ThemeSwitch />
        <Checkbox label={t`Single keys do something`} checked={useSingleKeys()} onChange={setSingleKeys} hint={t`Switch this off if you dictate or press keys by accident.`} />
      </div>
    </Section>
  )
}
