import './links.css'
import { linksToPerson } from '#contract/links.ts'
import { useRead } from '../app/api.ts'
import { Section } from '../ui/Section.tsx'
import { Backlinks } from './Backlinks.tsx'
import { t } from '../ui/words.ts'

/** Texts in which somebody is called by name; nothing where there are none. */
export function PersonLinks({ id, zone, now }: { id: string, zone: string, now: Temporal.Instant }) {
  const links = useRead(linksToPerson, { id }).data
  if (!links || links.total === 0) return null
  return <div className="links-foot"><Section title={t`Called by name`}><Backlinks links={links} zone={zone} now={now} /></Section></div>
}
