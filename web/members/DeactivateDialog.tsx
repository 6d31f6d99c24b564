import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'

type Props = { name: string, open: boolean, busy: boolean, onOpenChange: (open: boolean) => void, onConfirm: () => void }

/** Ending somebody's access is asked about once. */
export function DeactivateDialog({ name, open, busy, onOpenChange, onConfirm }: Props) {
  return (
    <Dialog
      open={open} onOpenChange={onOpenChange} title={`Deactivate ${name}?`}
      description="Their sessions, tokens and links end at once. What they wrote stays, and you can let them in again."
      actions={<><Button busy={busy} onClick={onConfirm}>Deactivate</Button><LinkAction onClick={() => onOpenChange(false)}>Leave it</LinkAction></>}
    />
  )
}
