import './palette.css'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Kbd } from '../../ui/Kbd.tsx'
import { GROUP_WORDS, inGroups, useAllCommands } from '../commands.ts'
import type { Command } from '../commands.ts'
import { t } from '../../ui/words.ts'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What had focus when it was opened. */
  cameFrom: () => HTMLElement | null
}
/** Offering to open what is open helps nobody. */
const OPENS_THIS = new Set(['longhand.palette'])

type Group = ReturnType<typeof inGroups>[number]

/** Everything one can do now, found by typing. Enter does it, Escape goes back to where one was. */
export function PaletteDialog({ open, onOpenChange, cameFrom }: Props) {
  const groups = inGroups(useAllCommands().filter((command) => !OPENS_THIS.has(command.id)))
  const choose = (command: Command) => {
    onOpenChange(false)
    command.run()
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-veil" />
        <Dialog.Popup className="palette" aria-label={t`Commands`} finalFocus={() => goBackTo(cameFrom())}>
          <Autocomplete.Root open inline items={groups} autoHighlight="always" itemToStringValue={searchText}>
            <Autocomplete.Input className="palette-input" aria-label={t`Find a command`} placeholder={t`What would you like to do?`} />
            <Dialog.Close className="unseen">{t`Close`}</Dialog.Close>
            <Autocomplete.Empty className="palette-none">{t`Nothing by that name. Press Escape to go back.`}</Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(group: Group) => (
                <Autocomplete.Group key={group.group} items={group.items} className="palette-group">
                  <Autocomplete.GroupLabel className="palette-label">{GROUP_WORDS[group.group]}</Autocomplete.GroupLabel>
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

/**
 * Gives focus back to exactly what had it, an item included; unless the command has led somewhere else.
 * @returns false, because nothing is left for the dialog to do
 */
function goBackTo(element: HTMLElement | null): false {
  const here = document.activeElement
  if (!here || here === document.body || here.closest('.palette')) element?.focus()
  return false
}
