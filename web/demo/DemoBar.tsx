import './demo.css'
import { useRef, useState } from 'react'
import type { Ref } from 'react'
import type { MeView } from '#contract/account.ts'
import { useNow } from '../app/clock.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { BeSomebody } from './BeSomebody.tsx'
import { MoveClock } from './MoveClock.tsx'
import { hereAndNow } from './words.ts'
import { t } from '../ui/words.ts'

type Panel = 'person' | 'clock'

/** A quiet line above everything: who and when one is, with ways to be somebody else and at another time. */
export function DemoBar({ me }: { me: MeView }) {
  const now = useNow()
  const [open, setOpen] = useState<Panel>()
  const clockButton = useRef<HTMLButtonElement>(null)
  const { person, workspace, clock } = me
  const moved = () => {
    setOpen(undefined)
    clockButton.current?.focus()
  }
  return (
    <aside className="demo-bar" aria-label={workspace.demo ? t`Demo` : t`Development clock`}>
      <div className="demo-line">
        <p>{hereAndNow({ demo: workspace.demo, name: person.name, zone: person.zone }, now)}</p>
        {workspace.demo && <PanelButton panel="person" open={open} onOpen={setOpen}>{t`Be somebody else`}</PanelButton>}
        {workspace.demo && <LinkAction href="/week">{t`The last seven days`}</LinkAction>}
        {clock.stands && <PanelButton ref={clockButton} panel="clock" open={open} onOpen={setOpen}>{t`Move the clock`}</PanelButton>}
      </div>
      {open === 'person' && <div id="demo-person"><BeSomebody me={person.id} /></div>}
      {open === 'clock' && <div id="demo-clock"><MoveClock me={person.id} zone={person.zone} now={now} onMoved={moved} /></div>}
    </aside>
  )
}

type ButtonProps = { panel: Panel, open: Panel | undefined, onOpen: (panel: Panel | undefined) => void, children: string, ref?: Ref<HTMLButtonElement> }

function PanelButton({ panel, open, onOpen, children, ref }: ButtonProps) {
  const here = open === panel
  return (
    <button ref={ref} type="button" className="link-action" aria-expanded={here} aria-controls={here ? `demo-${panel}` : undefined} onClick={() => onOpen(here ? undefined : panel)}>
      {children}
    </button>
  )
}
