import './Form.css'
import './Button.css'
import './thread.css'
import { Menu } from '@base-ui/react/menu'
import { formatWhen } from './format.ts'
import { t } from './words.ts'

export type FollowChoice = 'follow' | 'mute-hour' | 'mute-tomorrow' | 'mute' | 'stop'

type Props = {
  following: 'following' | 'muted' | 'off'
  /** Null while muted for good, or not muted. */
  mutedUntil: Temporal.Instant | null
  /** Why one is told of it: `You replied.` */
  because?: string | null | undefined
  zone: string
  now: Temporal.Instant
  onChoose: (choice: FollowChoice) => void
}

const CHOICES: readonly { choice: FollowChoice, text: string, hint?: string, not?: Props['following'] }[] = [
  { choice: 'follow', text: t`Follow`, hint: t`be told of every reply, in your windows`, not: 'following' },
  { choice: 'mute-hour', text: t`Mute for an hour` },
  { choice: 'mute-tomorrow', text: t`Mute until tomorrow` },
  { choice: 'mute', text: t`Mute for good`, hint: t`mentions and asks still reach you` },
  { choice: 'stop', text: t`Stop following`, hint: t`only what names you reaches you`, not: 'off' },
]

/** Whether one is told of a thread, why, and how to change it, for a while or for good. */
export function FollowMenu({ following, mutedUntil, because, zone, now, onChoose }: Props) {
  return (
    <Menu.Root>
      <Menu.Trigger className="link-action follow-trigger">{stateWords(following, mutedUntil, zone, now)}<span className="picker-arrow" aria-hidden /></Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start">
          <Menu.Popup className="picker-popup follow-menu">
            {because && <p className="follow-because">{because}</p>}
            {CHOICES.filter(({ not }) => not !== following).map(({ choice, text, hint }) => (
              <Menu.Item key={choice} className="picker-option follow-option" onClick={() => onChoose(choice)}><span>{text}</span>{hint && <small>{hint}</small>}</Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function stateWords(following: Props['following'], until: Temporal.Instant | null, zone: string, now: Temporal.Instant): string {
  if (following === 'following') return t`Following`
  if (following === 'off') return t`Not following`
  return until === null ? t`Muted` : t`Muted until ${formatWhen(until, zone, now)}`
}
