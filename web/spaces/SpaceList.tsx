import type { joinSpace, SpaceView } from '#contract/spaces.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Empty } from '../ui/Empty.tsx'
import { capital, counted } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { kindWords } from './space-words.ts'
import { t } from '../ui/words.ts'

type Props = { spaces: readonly SpaceView[], join: Send<GivenTo<typeof joinSpace>> }

/** Mine first, then those one can join; archived ones folded at the end. */
export function SpaceList({ spaces, join }: Props) {
  const live = spaces.filter(({ archived }) => !archived)
  const [mine, others] = [live.filter(({ joined }) => joined), live.filter(({ joined }) => !joined)]
  const archived = spaces.filter((space) => space.archived)
  const item = (space: SpaceView) => <SpaceItem key={space.id} space={space} join={join} />
  if (spaces.length === 0) return <Empty text={t`No spaces are open to you yet. Somebody in the workspace can add you to one.`} />
  return (
    <>
      {join.problem && <Problem title={join.problem.title} next={join.problem.next} />}
      {mine.length > 0 && <Section title={t`Yours`}>{mine.map(item)}</Section>}
      {others.length > 0 && <Section title={t`Others`}>{others.map(item)}</Section>}
      {archived.length > 0 && <Disclosure summary={capital(counted(archived.length, 'archived space'))}>{archived.map(item)}</Disclosure>}
    </>
  )
}

function SpaceItem({ space, join }: { space: SpaceView, join: Props['join'] }) {
  return (
    <Item
      text={<a href={`/spaces/${space.id}`}>{space.name}</a>} by={[kindWords(space), counted(space.members.length, 'member')].join(' · ')}
      actions={space.can.includes('join') ? <LinkAction strong busy={join.busy} label={t`Join ${space.name}`} onClick={() => join.send({ id: space.id })}>{t`Join`}</LinkAction> : undefined}
    >
      {space.purpose && <p>{space.purpose}</p>}
    </Item>
  )
}
