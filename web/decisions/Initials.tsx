import './decisions.css'
import type { PositionView } from '#contract/decisions.ts'
import { initialsOf, POSITION_WORDS } from './words.ts'

type Said = Pick<PositionView, 'personId' | 'name' | 'kind' | 'current' | 'onRecord'>

/** What somebody holds, in words: `Ana Duarte objects, on record`. */
export function saidWords({ name, kind, current, onRecord }: Said): string {
  return `${name} ${POSITION_WORDS[kind].theirs}${onRecord ? ', on record' : current ? '' : ', of an earlier text'}`
}

/** One person's initials, in a ring; its colour and shape repeat the words beside or inside it. */
export function Initials({ said, bare = false }: { said: Said, /** The words stand beside it. */ bare?: boolean }) {
  return (
    <span className="initials" data-kind={said.kind} data-old={!said.current || undefined} title={saidWords(said)}>
      <span aria-hidden>{initialsOf(said.name)}</span>{!bare && <span className="unseen">{saidWords(said)}</span>}
    </span>
  )
}

/** Those who said the same thing without words: a row of initials. */
export function InitialsRow({ said, label }: { said: readonly Said[], label: string }) {
  if (said.length === 0) return null
  return <ul className="initials-row" aria-label={label}>{said.map((one, at) => <li key={`${one.personId} ${at}`}><Initials said={one} /></li>)}</ul>
}
