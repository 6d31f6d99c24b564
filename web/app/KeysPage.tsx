import './keys.css'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { GROUP_WORDS, inGroups, useAllCommands } from './commands.ts'
import { setSingleKeys, useSingleKeys } from './shortcuts.ts'
import { t } from '../ui/words.ts'

/** Keys that belong to the text being written; the composer hears them itself. */
const WRITING: readonly (readonly [what: string, keys: string])[] = [
  [t`Sign or send what you wrote`, 'mod+enter'], [t`See how it will look`, 'mod+shift+p'], [t`Bold`, 'mod+b'], [t`Italic`, 'mod+i'], [t`Code`, 'mod+e'], [t`Link`, 'mod+k'],
  [t`A list, or none`, 'mod+shift+8'], [t`A numbered list, or none`, 'mod+shift+7'], [t`Put an item of a list under the one above`, 'tab'], [t`Leave a list by Tab`, 'escape tab'],
  [t`Find a command from inside a text`, 'mod+alt+k'],
]

/** Keys of a thread; they are commands only while one is open. */
const IN_A_THREAD: readonly (readonly [what: string, keys: string])[] = [
  [t`Reply, with what is selected as a quote`, 'r'], [t`Save for later`, 's'], [t`Mute, or follow again`, 'm'], [t`Done reading; go back`, 'e'], [t`Mark unread from here`, 'u'], [t`Take back what was just sent`, 'z'],
]

/** Every key there is, from the same list as the palette. */
export function KeysPage() {
  const groups = inGroups(useAllCommands().filter((command) => command.keys))
  return (
    <Page title={t`All keys`} lede={t`Everything can be done without them; with them the hands stay where they are.`}>
      <div className="keys-switch">
        <Checkbox
          label={t`Single keys do something`} checked={useSingleKeys()} onChange={setSingleKeys}
          hint={t`Switch this off if you dictate or press keys by accident. Keys with ⌘ or Ctrl always work. Kept on this device.`}
        />
      </div>
      {groups.map(({ group, items }) => (
        <Section key={group} title={GROUP_WORDS[group]}>
          <dl className="keys">
            {items.map((command) => <div key={command.id}><dt>{command.title}</dt><dd><Kbd keys={command.keys ?? ''} /></dd></div>)}
            {group === 'On this page' && <div><dt>{t`Do what an item offers: its key stands beside the action`}</dt><dd><Kbd keys="a" /></dd></div>}
          </dl>
        </Section>
      ))}
      <Section title={t`In a thread`}>
        <dl className="keys">
          {IN_A_THREAD.map(([what, keys]) => <div key={keys}><dt>{what}</dt><dd><Kbd keys={keys} /></dd></div>)}
        </dl>
      </Section>
      <Section title={t`While writing`}>
        <dl className="keys">
          {WRITING.map(([what, keys]) => <div key={keys}><dt>{what}</dt><dd><Kbd keys={keys} /></dd></div>)}
        </dl>
      </Section>
    </Page>
  )
}
