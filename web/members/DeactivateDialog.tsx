import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { t } from '../ui/words.ts'

type Props = { name: string, open: boolean, busy: boolean, onOpenChange: (open: boolean) => void, onConfirm: () => void }

/** Ending somebody's access is asked about once. */
export function DeactivateDialog({ name, open, busy, onOpenChange, onConfirm }: Props) {
  return (
    <Dialog
      open={open} onOpenChange={onOpenChange} title={t`Deactivate ${name}?`}
      description={t`Their sessions, tokens and links end at once. What they wrote stays, and you can let them in again.`}
      actions={<><Button busy={busy} onClick={onConfirm}>{t`Deactivate`}</Button><LinkAction onClick={() => onOpenChange(false)}>{t`Leave it`}</LinkAction></>}
    />
  )
}
