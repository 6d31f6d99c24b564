import './keys.css'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { inGroups, useAllCommands } from './commands.ts'
import { setSingleKeys, useSingleKeys } from './shortcuts.ts'

/** Keys that belong to the text being written; the composer hears them itself. */
const WRITING: readonly (readonly [what: string, keys: string])[] = [
  ['Sign or send what you wrote', 'mod+enter'], ['See how it will look', 'mod+shift+p'], ['Bold', 'mod+b'], ['Italic', 'mod+i'], ['Code', 'mod+e'], ['Link', 'mod+k'],
  ['A list, or none', 'mod+shift+8'], ['A numbered list, or none', 'mod+shift+7'], ['Put an item of a list under the one above', 'tab'], ['Leave a list by Tab', 'escape tab'],
  ['Find a command from inside a text', 'mod+alt+k'],
]

/** Keys of a thread; they are commands only while one is open. */
const IN_A_THREAD: readonly (readonly [what: string, keys: string])[] = [
  ['Reply, with what is selected as a quote', 'r'], ['Save for later', 's'], ['Mute, or follow again', 'm'], ['Done reading; go back', 'e'], ['Mark unread from here', 'u'], ['Take back what was just sent', 'z'],
]

/** Every key there is, from the same list as the palette. */
export function KeysPage() {
  const groups = inGroups(useAllCommands().filter((command) => command.keys))
  return (
    <Page title="All keys" lede="Everything can be done without them; with them the hands stay where they are.">
      <div className="keys-switch">
        <Checkbox
          label="Single keys do something" checked={useSingleKeys()} onChange={setSingleKeys}
          hint="Switch this off if you dictate or press keys by accident. Keys with ⌘ or Ctrl always work. Kept on this device."
        />
      </div>
      {groups.map(({ group, items }) => (
        <Section key={group} title={group}>
          <dl className="keys">
            {items.map((command) => <div key={command.id}><dt>{command.title}</dt><dd><Kbd keys={command.keys ?? ''} /></dd></div>)}
            {group === 'On this page' && <div><dt>Do what an item offers: its key stands beside the action</dt><dd><Kbd keys="a" /></dd></div>}
          </dl>
        </Section>
      ))}
      <Section title="In a thread">
        <dl className="keys">
          {IN_A_THREAD.map(([what, keys]) => <div key={keys}><dt>{what}</dt><dd><Kbd keys={keys} /></dd></div>)}
        </dl>
      </Section>
      <Section title="While writing">
        <dl className="keys">
          {WRITING.map(([what, keys]) => <div key={keys}><dt>{what}</dt><dd><Kbd keys={keys} /></dd></div>)}
        </dl>
      </Section>
    </Page>
  )
}
