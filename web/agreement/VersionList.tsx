import type { OutputOf } from '#contract/operation.ts'
import type { listVersions } from '#contract/agreement.ts'
import { formatDay } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'

type Props = { versions: OutputOf<typeof listVersions>['versions'], zone: string, now: Temporal.Instant }

/** Newest first, each with its reason, and two ways to compare it. */
export function VersionList({ versions, zone, now }: Props) {
  const newest = Math.max(...versions.map(({ version }) => version))
  return (
    <ol className="versions">
      {[...versions].sort((a, b) => b.version - a.version).map(({ version, reason, authorName, createdAt }) => (
        <li key={version}>
          <p>{reason}</p>
          <span className="hint">Version {version}, {authorName}, {formatDay(Temporal.Instant.from(createdAt), zone, now)}</span>
          <div className="item-actions">
            <LinkAction href={version === newest ? '/agreement' : `/agreement?version=${version}`} label={`Read version ${version}`}>Read</LinkAction>
            {version > 1 && <LinkAction href={`/agreement/history?before=${version - 1}&after=${version}`} label={`What it changed: version ${version}`}>What it changed</LinkAction>}
            {version < newest && <LinkAction href={`/agreement/history?before=${version}&after=${newest}`} label={`Compare with today’s: version ${version}`}>Compare with today’s</LinkAction>}
          </div>
        </li>
      ))}
    </ol>
  )
}
