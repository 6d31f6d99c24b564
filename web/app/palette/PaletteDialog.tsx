import './palette.css'
import { Dialog } from '@base-ui/react/dialog'
import { t } from '../../ui/words.ts'
import { Finder } from './Finder.tsx'

type Props = {
  open: boolean
  /** Opened as the quick way to somewhere, without commands. */
  thingsAlone: boolean
  onOpenChange: (open: boolean) => void
  /** What had focus when it was opened. */
  cameFrom: () => HTMLElement | null
}

/** Everything one can do now and everywhere one can go, found by typing. Enter does it, Escape goes back to where one was. */
export function PaletteDialog({ open, thingsAlone, onOpenChange, cameFrom }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-veil" />
        <Dialog.Popup className="palette" aria-label={thingsAlone ? t`Jump to` : t`Commands`} finalFocus={() => goBackTo(cameFrom())}>
          <Finder thingsAlone={thingsAlone} onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/**
 * Gives focus back to exactly what had it, an item included; unless the command has led somewhere else.
 * @returns false, because nothing is left for the dialog to do
 */
function goBackTo(element: HTMLElement | null): false {
  const here = document.activeElement
  if (!here || here === document.body || here.closest('.palette')) element?.focus()
  return false
}
