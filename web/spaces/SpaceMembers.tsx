import { useRef, useState } from 'react'
import type { PersonView } from '#contract/people.ts'
import type { addSpaceMember, removeSpaceMember, SpaceView } from '#contract/spaces.ts'
import type { GivenTo } from '#contract/operation.ts'
import { announce } from '../app/Announcer.tsx'
import type { Send } from '../app/send.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { membersIn, outsiders, takenOutWords } from './space-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  space: SpaceView
  people: readonly Pick<PersonView, 'id' | 'name'>[]
  me: string
  add: Send<GivenTo<typeof addSpaceMember>>
  remove: Send<GivenTo<typeof removeSpaceMember>>
  onClose: () => void
}

/** Who is in a space, with a way to add and to take out. Oneself leaves with the link for it. */
export function SpaceMembers({ space, people, me, add, remove, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const options = outsiders(space.members, people).map(({ id, name }) => ({ value: id, label: name }))
  const problem = add.problem ?? remove.problem
  const addChosen = () => {
    const person = options.find(({ value }) => value === chosen)
    if (!person) return
    remove.reset()
    add.send({ id: space.id, personId: person.value }, () => {
      setChosen(null)
      announce(t`${person.label} is a member now.`)
    })
  }
  const takeOut = ({ id, name }: Pick<PersonView, 'id' | 'name'>) => {
    add.reset()
    remove.send({ id: space.id, personId: id }, () => {
      announce(t`${name} is no member any more.`)
      list.current?.focus()
    })
  }
  return (
    <Section title={t`Members`} aside={<LinkAction onClick={onClose}>{t`Done¦close`}</LinkAction>}>
      <ul className="space-people" ref={list} tabIndex={-1}>
        {membersIn(space.members, people).map((person) => (
          <li key={person.id}>
            <a href={`/people/${person.id}`}>{person.name}</a>
            {person.id === me ? <span className="hint">{t`you`}</span> : <LinkAction label={t`Take out: ${person.name}`} busy={remove.busy} onClick={() => takeOut(person)}>{t`Take out`}</LinkAction>}
          </li>
        ))}
      </ul>
      <p className="hint">{takenOutWords(space.visibility)}</p>
      {space.can.includes('add-member') && options.length > 0 && (
        <div className="space-add">
          <Combobox label={t`Add somebody`} options={options} value={chosen} onChange={setChosen} placeholder={t`Type a name`} none={t`Nobody else by that name.`} />
          <Button look="quiet" busy={add.busy} disabled={chosen === null} onClick={addChosen}>{t`Add`}</Button>
        </div>
      )}
      {problem && <Problem title={problem.title} next={problem.next} />}
    </Section>
  )
}
