import './Form.css'
import './thread.css'
import { useEffect, useId, useRef, useState } from 'react'
import { EMOJI_SOURCE } from './composer/sources.ts'
import type { Suggestion } from './composer/completion.ts'
import { USUAL_REACTIONS } from './reaction-names.ts'
import { useKeysInside } from './use-keys-inside.ts'
import { t } from './words.ts'

type Props = { onChoose: (emoji: string) => void, onLeave: () => void }

/** The usual answers as words, and any other emoji by its name. Escape leaves; Enter takes the first one found. */
export function ReactionPicker({ onChoose, onLeave }: Props) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const found = useEmoji(query)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  useKeysInside(place, (event) => {
    if (event.key === 'Escape') onLeave()
    const first = found[0]
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || !first) return
    event.preventDefault()
    onChoose(first.insert)
  })
  return (
    <div className="reaction-picker" ref={place} role="group" aria-label={t`React with`}>
      {USUAL_REACTIONS.map(({ emoji, name }) => <button key={emoji} type="button" className="reaction" onClick={() => onChoose(emoji)}><span aria-hidden>{emoji}</span> {name}</button>)}
      <label className="unseen" htmlFor={id}>{t`Another emoji, by its name`}</label>
      <input id={id} className="input" value={query} placeholder={t`another, by name`} autoComplete="off" onChange={(event) => setQuery(event.target.value)} />
      {found.map(({ key, label, insert }) => <button key={key} type="button" className="reaction" onClick={() => onChoose(insert)}>{label}</button>)}
      <button type="button" className="link-action" onClick={onLeave}>{t`Leave it`}</button>
    </div>
  )
}

/** Emoji whose name fits; nothing before two letters. */
function useEmoji(query: string): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([])
  useEffect(() => {
    const asked = new AbortController()
    const wanted = query.trim().length < 2 ? [] : EMOJI_SOURCE.find(query.trim().replaceAll(' ', '_'), asked.signal)
    Promise.resolve(wanted).then((items) => { if (!asked.signal.aborted) setFound(items) }, () => {})
    return () => asked.abort()
  }, [query])
  return found
}
