import type { AgreementView } from '#contract/agreement.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Button } from '../ui/Button.tsx'
import { formatDay, listInWords } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Clause } from './Clause.tsx'
import { t } from '../ui/words.ts'

type Props = {
  agreement: AgreementView
  /** The version that holds now; undefined while it is not known. */
  inForce: number | undefined
  zone: string
  now: Temporal.Instant
  acknowledging: { busy: boolean, problem: ProblemView | undefined }
  onAcknowledge: () => void
}

/** The text left, the settings that each clause drives right. */
export function Agreement({ agreement, inForce, zone, now, acknowledging: { busy, problem }, onAcknowledge }: Props) {
  const { version, authorName, createdAt, reason, can, mine, clauses } = agreement
  const old = inForce !== undefined && inForce !== version
  const when = formatDay(Temporal.Instant.from(createdAt), zone, now)
  return (
    <Page over={t`Version ${version}${old ? t`; version ${inForce} is in force` : ''}`} title={old ? t`How we worked` : t`How we work`} lede={`${authorName}, ${when}: ${reason}`} wide>
      <div className="agreement-head">
        {!old && !mine && can.includes('acknowledge') && <Button busy={busy} onClick={onAcknowledge}>{t`I have read it and work by it`}</Button>}
        {old && <LinkAction strong href="/agreement">{t`Read what holds now`}</LinkAction>}
        {!old && can.includes('change') && <LinkAction href="/agreement/edit">{t`Change it`}</LinkAction>}
        <LinkAction href="/agreement/history">{t`History`}</LinkAction>
      </div>
      {problem && <Problem title={problem.title} next={problem.next} />}
      <p className="agreement-acknowledged">{acknowledgedWords(agreement)}</p>
      <div className="clauses">
        {clauses.map((clause) => <Clause key={clause.number} clause={clause} zone={zone} now={now} />)}
      </div>
    </Page>
  )
}

/** Who said that they work by this version; the reader is `you`. */
export function acknowledgedWords({ acknowledged, mine }: Pick<AgreementView, 'acknowledged' | 'mine'>): string {
  if (acknowledged.length === 0) return t`Nobody has said yet that they work by this version.`
  const names = acknowledged.map(({ name }) => name)
  const only = acknowledged.length === 1
  if (mine && only) return t`You work by this version; the others have not said so yet.`
  return only ? t`${listInWords(names)} works by this version.` : t`${listInWords(names)} work by this version.`
}
