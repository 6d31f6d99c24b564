import { useState } from 'react'
import { claimPlaceholder } from '#contract/imports.ts'
import type { Placeholder } from '#contract/imports.ts'
import { useSend } from '../app/send.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { placeholderWords } from './import-words.ts'
import { t, tr } from '../ui/words.ts'

type Member = { id: string, name: string }
/** More than that are folded. */
const SHOWN = 20

/** Whom imports named and who are not here; an invitation to their address, or a word of an owner, makes them somebody. */
export function NamedPeople({ people, members }: { people: readonly Placeholder[], members: readonly Member[] }) {
  if (people.length === 0) return null
  const named = (some: readonly Placeholder[]) => some.map((person) => <Named key={person.id} person={person} members={members} />)
  return (
    <Section title={t`People named by imports`} aside={String(people.length)}>
      <p className="hint">{t`They cannot sign in and count as nobody. Whoever accepts an invitation to the same address takes their place.`}</p>
      {named(people.slice(0, SHOWN))}
      {people.length > SHOWN && <Disclosure summary={t`${people.length - SHOWN} more`}>{named(people.slice(SHOWN))}</Disclosure>}
    </Section>
  )
}

function Named({ person, members }: { person: Placeholder, members: readonly Member[] }) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const claim = useSend(claimPlaceholder, 'imports', 'threads', 'people')
  const who = members.find(({ id }) => id === chosen)
  return (
    <Item text={person.name} by={placeholderWords(person)} actions={open ? undefined : <LinkAction onClick={() => setOpen(true)} label={t`Say who this is: ${person.name}`}>{t`Say who this is`}</LinkAction>}>
      {open && (
        <div className="import-form">
          <Select label={t`Who ${person.name} is here`} options={members.map(({ id, name }) => ({ value: id, label: name }))} value={chosen} onChange={setChosen} hint={t`What they wrote is that person’s from then on. It cannot be taken back.`} />
          <p className="import-actions">{who && <Button look="quiet" busy={claim.busy} onClick={() => claim.send({ id: person.id, personId: who.id })}>{tr`This is ${who.name}`}</Button>} <LinkAction onClick={() => setOpen(false)}>{t`Not now`}</LinkAction></p>
          {claim.problem && <Problem {...claim.problem} />}
        </div>
      )}
    </Item>
  )
}
