import './Dialog.css'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { t } from './words.ts'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What happens if one goes on, in a sentence. */
  description?: ReactNode
  children?: ReactNode
  /** A primary `Button` first, then quiet ones. Closing by Escape always works. */
  actions?: ReactNode
}

/** A question that must be answered before going on. For everything else write it on the page. */
export function Dialog({ open, onOpenChange, title, description, children, actions }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="dialog-veil" />
        <Base.Popup className="dialog">
          <Base.Title className="dialog-title">{title}</Base.Title>
          {description && <Base.Description className="dialog-description">{description}</Base.Description>}
          {children && <div className="dialog-body">{children}</div>}
          <div className="dialog-actions">
            {actions ?? <Base.Close className="button" data-look="quiet">{t`Close`}</Base.Close>}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
