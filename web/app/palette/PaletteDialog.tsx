import './palette.css'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Kbd } from '../../ui/Kbd.tsx'
import { inGroups, useAllCommands } from '../commands.ts'
import type { Command } from '../commands.ts'

type Props = { open: boolean, onOpenChange: (open: boolean) => void }
type Group = ReturnType<typeof inGroups>[number]

/** Everything one can do now, found by typing. Enter does it, Escape goes back to where one was. */
export function PaletteDialog({ open, onOpenChange }: Props) {
  const groups = inGroups(useAllCommands().filter((command) => command.id !== 'longhand.palette'))
  const choose = (command: Command) => {
    onOpenChange(false)
    command.run()
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-veil" />
        <Dialog.Popup className="palette" aria-label="Commands">
          <Autocomplete.Root open inline items={groups} autoHighlight="always" itemToStringValue={searchText}>
            <Autocomplete.Input className="palette-input" aria-label="Find a command" placeholder="What would you like to do?" />
            <Dialog.Close className="unseen">Close</Dialog.Close>
            <Autocomplete.Empty className="palette-none">Nothing by that name. Press Escape to go back.</Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(group: Group) => (
                <Autocomplete.Group key={group.group} items={group.items} className="palette-group">
                  <Autocomplete.GroupLabel className="palette-label">{group.group}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <Autocomplete.Item key={command.id} value={command} className="palette-item" onClick={() => choose(command)}>
                        <span>{command.title}</span>
                        {command.keys && <span><Kbd keys={command.keys} hint /></span>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const searchText = (command: Command) => `${command.title} ${command.words ?? ''}`
