import { enterDemo, readDemo } from '#contract/demo.ts'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { zoneCity } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** The people of the demo. Choosing one signs in as them and opens their brief. */
export function BeSomebody({ me }: { me: string }) {
  const demo = useRead(readDemo, {})
  const enter = useWrite(enterDemo, { onDone: () => location.assign('/') })
  const error = enter.error ?? (demo.data ? undefined : demo.error)
  return (
    <div className="demo-panel">
      {demo.isPending && <span role="status">{t`Looking who is there.`}</span>}
      {demo.data?.people.filter((person) => person.id !== me).map((person) => (
        <span key={person.id}>
          <LinkAction busy={enter.isPending} onClick={() => enter.mutate({ as: person.id })}>{person.name}</LinkAction> <small>{zoneCity(person.zone)}, {person.role}</small>
        </span>
      ))}
      {error && <Problem title={problemFrom(error).title} next={problemFrom(error).next} />}
    </div>
  )
}
