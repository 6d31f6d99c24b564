import type { OutputOf } from '#contract/operation.ts'
import type { listVersions } from '#contract/agreement.ts'
import { formatDay } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { t, tr } from '../ui/words.ts'

type Props = { versions: OutputOf<typeof listVersions>['versions'], zone: string, now: Temporal.Instant }

/** Newest first, each with its reason, and two ways to compare it. */
export function VersionList({ versions, zone, now }: Props) {
  const newest = Math.max(...versions.map(({ version }) => version))
  return (
    <ol className="versions">
      {[...versions].sort((a, b) => b.version - a.version).map(({ version, reason, authorName, createdAt }) => (
        <li key={version}>
          <p>{reason}</p>
          <span className="hint">{tr`Version ${version}, ${authorName}, ${formatDay(Temporal.Instant.from(createdAt), zone, now)}`}</span>
          <div className="item-actions">
            <LinkAction href={version === newest ? '/agreement' : `/agreement?version=${version}`} label={t`Read version ${version}`}>{t`Read`}</LinkAction>
            {version > 1 && <LinkAction href={`/agreement/history?before=${version - 1}&after=${version}`} label={t`What it changed: version ${version}`}>{t`What it changed`}</LinkAction>}
            {version < newest && <LinkAction href={`/agreement/history?before=${version}&after=${newest}`} label={t`Compare with today’s: version ${version}`}>{t`Compare with today’s`}</LinkAction>}
          </div>
        </li>
      ))}
    </ol>
  )
}
