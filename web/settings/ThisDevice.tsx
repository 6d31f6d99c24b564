import { setSingleKeys, useSingleKeys } from '../app/shortcuts.ts'
import { ThemeSwitch } from '../app/ThemeSwitch.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Section } from '../ui/Section.tsx'

/** What is kept on this device alone. */
export function ThisDevice() {
  return (
    <Section title="This device" aside={<a href="/keys">All keys</a>}>
      <div className="settings-switches">
        <ThemeSwitch />
        <Checkbox label="Single keys do something" checked={useSingleKeys()} onChange={setSingleKeys} hint="Switch this off if you dictate or press keys by accident." />
      </div>
    </Section>
  )
}
