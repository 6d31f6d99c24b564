import { restorePageVersion } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { capital } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Time } from '../../ui/Time.tsx'
import { usePageWrite } from '../use-page-write.ts'
import { linesWords, noteOf } from './version-words.ts'
import type { Version } from './version-words.ts'
import { t } from '../../ui/words.ts'

type Props = { page: PageView, version: Version, zone: string, now: Temporal.Instant }

/** One save: what it was for, who and when, and the ways to look at it. Bringing it back makes a new version; nothing goes. */
export function VersionItem({ page, version: one, zone, now }: Props) {
  const { send, busy, problem } = usePageWrite(restorePageVersion)
  const { version, byName, at } = one
  const [note, lines] = [noteOf(one), linesWords(one)]
  const newest = version === page.version
  const address = `/${page.number}/history`
  return (
    <li data-item tabIndex={-1}>
      <p className="version-note">{note}</p>
      <p className="version-by">{newest ? t`Version ${version}, as it is now` : t`Version ${version}`} · {byName}, <Time at={Temporal.Instant.from(at)} zone={zone} now={now} />{lines !== '' && capital(lines) !== note && <span className="version-lines"> · {lines}</span>}</p>
      <p className="version-acts">
        {version > 1 && <LinkAction href={`${address}?from=${version - 1}&to=${version}`} label={t`What it changed: version ${version}`}>{t`What it changed`}</LinkAction>}
        {!newest && <LinkAction href={`${address}?from=${version}&to=${page.version}`} label={t`Compare with now: version ${version}`}>{t`Compare with now`}</LinkAction>}
        {!newest && <LinkAction href={`${address}?version=${version}`} label={t`Read version ${version}`}>{t`Read`}</LinkAction>}
        {!newest && page.can.includes('edit') && <LinkAction busy={busy} label={t`Make it the newest again: version ${version}`} onClick={() => send({ number: page.number, version }, (fresh) => announce(t`Version ${version} is the newest again, as version ${fresh.version}.`))}>{t`Make it the newest again`}</LinkAction>}
      </p>
      {problem && <Problem {...problem} />}
    </li>
  )
}
