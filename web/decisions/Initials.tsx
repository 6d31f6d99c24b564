import './decisions.css'
import type { PositionView } from '#contract/decisions.ts'
import { initialsOf, POSITION_WORDS } from './words.ts'
import { t } from '../ui/words.ts'

type Said = Pick<PositionView, 'personId' | 'name' | 'kind' | 'current' | 'onRecord'>

/** What somebody holds, in words: `Ana Duarte objects, on record`. */
export function saidWords({ name, kind, current, onRecord }: Said): string {
  return `${name} ${POSITION_WORDS[kind].theirs}${onRecord ? t`, on record` : current ? '' : t`, of an earlier text`}`
}

/** One person's initials, in a ring; its colour and shape repeat the words beside or inside it. */
export function Initials({ said, bare = false }: { said: Said, /** The words stand beside it. */ bare?: boolean }) {
  return (
    <span className="initials" data-kind={said.kind} data-old={!said.current || undefined} title={saidWords(said)}>
      <span aria-hidden>{initialsOf(said.name)}</span>{!bare && <span className="unseen">{saidWords(said)}</span>}
    </span>
  )
}

/** Those who hold the same thing without words: their initials, and what it is. */
export function InitialsRow({ said }: { said: readonly [Said, ...Said[]] }) {
  const { theirs, several } = POSITION_WORDS[said[0].kind]
  return <p className="initials-row">{said.map((one, at) => <Initials key={`${one.personId} ${at}`} said={one} />)} <span aria-hidden>{said.length === 1 ? theirs : several}</span></p>
}
