import './thread.css'
import { useState } from 'react'
import { listInWords } from './format.ts'
import { LinkAction } from './LinkAction.tsx'
import { ReactionPicker } from './ReactionPicker.tsx'
import { reactionName } from './reaction-names.ts'
import { t } from './words.ts'

export type ReactionShown = { emoji: string, names: readonly string[], mine: boolean }

type Props = {
  reactions: readonly ReactionShown[]
  /** There where the reader may react; `on` false takes it back. */
  onReact?: ((emoji: string, on: boolean) => void) | undefined
}

/** Names that are written out; beyond them a count is read more easily. */
const NAMED = 3

/** Answers that need no words and notify nobody: who gave them stands there by name. */
export function Reactions({ reactions, onReact }: Props) {
  const [choosing, setChoosing] = useState(false)
  if (reactions.length === 0 && !onReact) return null
  return (
    <div className="reactions">
      {reactions.map((reaction) => <Reaction key={reaction.emoji} reaction={reaction} onReact={onReact} />)}
      {onReact && !choosing && <LinkAction onClick={() => setChoosing(true)}>{t`React`}</LinkAction>}
      {onReact && choosing && (
        <ReactionPicker
          onLeave={() => setChoosing(false)}
          onChoose={(emoji) => {
            setChoosing(false)
            onReact(emoji, true)
          }}
        />
      )}
    </div>
  )
}

function Reaction({ reaction: { emoji, names, mine }, onReact }: { reaction: ReactionShown, onReact: Props['onReact'] }) {
  const who = names.length <= NAMED ? listInWords(names) : t`${names.length} people`
  const words = `${reactionName(emoji)}: ${listInWords(names)}`
  const content = <><span aria-hidden>{emoji}</span> {who}</>
  if (!onReact) return <span className="reaction" title={words}><span className="unseen">{words}</span><span aria-hidden>{content}</span></span>
  return <button type="button" className="reaction" title={words} aria-label={words} aria-pressed={mine} onClick={() => onReact(emoji, !mine)}>{content}</button>
}
