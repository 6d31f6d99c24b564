import '../../ui/Form.css'
import { Menu } from '@base-ui/react/menu'
import type { MenuLine, TextAct } from './text-acts.ts'

type Props = { anchor: HTMLElement, lines: readonly MenuLine[], onAct: (act: TextAct) => void, onGo: (href: string) => void, onClose: () => void }

/** The menu of one text. It stands on the page only while it is open: a hundred texts need one menu. */
export function TextMenu({ anchor, lines, onAct, onGo, onClose }: Props) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => { if (!open) onClose() }}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} sideOffset={4} align="start">
          <Menu.Popup className="picker-popup follow-menu" finalFocus={{ current: anchor }}>
            {lines.map((line) => (
              <Menu.Item key={line.key} className="picker-option follow-option" onClick={() => ('href' in line ? onGo(line.href) : onAct(line.act))}>
                <span>{line.text}</span>{line.hint && <small>{line.hint}</small>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
