import { useRouter } from '@tanstack/react-router'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { fitting } from '../../ui/composer/sources.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { t } from '../../ui/words.ts'
import { GROUP_WORDS, inGroups, useAllCommands } from '../commands.ts'
import type { Command } from '../commands.ts'
import { furtherPlaces } from './further.ts'
import type { Thing } from './things.ts'
import { useThings } from './use-things.ts'
import type { Things } from './use-things.ts'

type Choice = { id: string, title: string, about?: string, keys?: string | undefined, run: () => void }
type Group = { name: string, items: readonly Choice[] }

/** Offering to open what is open helps nobody. */
const OPENS_THIS = new Set(['longhand.palette', 'longhand.jump'])

type Props = {
  /** Leaves commands out: the quick way to a space, a person or something written. */
  thingsAlone: boolean
  onDone: () => void
}

/** What one can do, and where one can go, by typing. */
export function Finder({ thingsAlone, onDone }: Props) {
  const [typed, setTyped] = useState('')
  const { history } = useRouter()
  const things = useThings(typed)
  const commands = [...useAllCommands().filter(({ id }) => !OPENS_THIS.has(id)), ...furtherPlaces((path) => history.push(path), { manages: things.manages, typed: typed.trim() !== '' })]
  const toGroup = (name: string, list: readonly Thing[]): Group => ({ name, items: list.map((thing) => ({ ...thing, run: () => history.push(thing.href) })) })
  // What the server finds comes last, so that nothing moves under the hand that is about to press Enter.
  const groups = [toGroup(t`Where you were lately`, things.recent), ...(thingsAlone ? [] : doableIn(commands, typed)), ...placesIn(things).map(([name, list]) => toGroup(name, list))].filter(({ items }) => items.length > 0)
  const choose = (choice: Choice) => {
    onDone()
    choice.run()
  }
  return (
    <Autocomplete.Root open inline items={groups} filter={null} value={typed} onValueChange={setTyped} autoHighlight="always" itemToStringValue={({ title }: Choice) => title}>
      <Autocomplete.Input
        className="palette-input" aria-label={thingsAlone ? t`Find a space, a person or something written` : t`Find a command, a space, a person or something written`}
        placeholder={thingsAlone ? t`Where would you like to go?` : t`What would you like to do?`}
      />
      <Dialog.Close className="unseen">{t`Close`}</Dialog.Close>
      <Autocomplete.Empty className="palette-none">{thingsAlone && typed.trim() === '' ? t`Type the beginning of a name or title, or a number.` : t`Nothing by that name. Press Escape to go back.`}</Autocomplete.Empty>
      <Autocomplete.List className="palette-list">
        {(group: Group) => (
          <Autocomplete.Group key={group.name} items={group.items} className="palette-group">
            <Autocomplete.GroupLabel className="palette-label">{group.name}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(choice: Choice) => (
                <Autocomplete.Item key={choice.id} value={choice} className="palette-item" onClick={() => choose(choice)}>
                  <span className="palette-name">{choice.title}</span>
                  {choice.about && <span className="palette-about">{choice.about}</span>}
                  {choice.keys && <span><Kbd keys={choice.keys} hint /></span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

const placesIn = ({ spaces, people, written }: Things): readonly (readonly [string, readonly Thing[]])[] =>
  [[t`Spaces`, spaces], [t`People`, people], [t`Written`, written]]

/** Commands by their name and the words people type for them; once something is typed, a handful of each group. */
function doableIn(commands: readonly Command[], typed: string): Group[] {
  const query = typed.trim()
  return inGroups(commands).map(({ group, items }) => ({ name: GROUP_WORDS[group], items: query === '' ? items : fitting(items, query, ({ title, words }) => `${title} ${words ?? ''}`) }))
}
