import './links.css'
import { linksFrom, linksTo } from '#contract/links.ts'
import type { EntryView } from '#contract/spaces.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { Section } from '../ui/Section.tsx'
import { Backlinks } from './Backlinks.tsx'
import { changedTargets } from './changed.ts'
import { Unlinked } from './Unlinked.tsx'
import { t } from '../ui/words.ts'

/** Kinds that are written to stay, whose titles others may name without a link. */
const TITLED: readonly EntryView['kind'][] = ['page', 'decision', 'learning']

/** At the foot of every entry: what links here, and which of its own links lead to what was deleted, moved or renamed. */
export function LinksFoot({ number, kind }: { number: number, kind: EntryView['kind'] }) {
  const to = useRead(linksTo, { number }).data
  const from = useRead(linksFrom, { number }).data
  const zone = zoneOf(useMe().data)
  const now = useNow()
  const changed = changedTargets(from?.items ?? [])
  const asks = TITLED.includes(kind)
  if (!to || (to.total === 0 && changed.length === 0 && !asks)) return null
  return (
    <aside className="links-foot" aria-label={t`Links`}>
      {to.total > 0 && <Section title={t`Linked from`} aside={to.sentence}><Backlinks links={to} zone={zone} now={now} /></Section>}
      {changed.length > 0 && (
        <Section title={t`Links that changed`}>
          <ul className="links-list">{changed.map(({ written, note, number: target }) => <li key={written}>{target === null ? written : <a href={`/${target}`}>{written}</a>}: {note}</li>)}</ul>
        </Section>
      )}
      {asks && <Unlinked number={number} />}
    </aside>
  )
}
