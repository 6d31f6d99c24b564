import type { endOtherSessions, endSession, SessionView } from '#contract/access.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { agentWords, usedWords } from './access-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  sessions: readonly SessionView[]
  zone: string
  now: Temporal.Instant
  end: Send<GivenTo<typeof endSession>>
  endOthers: Send<GivenTo<typeof endOtherSessions>>
}

/** Browsers and scripts that are signed in as me. */
export function SessionsSection({ sessions, zone, now, end, endOthers }: Props) {
  const problem = end.problem ?? endOthers.problem
  const ordered = [...sessions].sort((a, b) => Number(b.current) - Number(a.current))
  return (
    <>
      <ul className="settings-list">
        {ordered.map((session) => (
          <li key={session.id}>
            <span>{agentWords(session.label)}<span className="hint"> {session.current ? t`this one` : usedWords(session, zone, now)}</span></span>
            {!session.current && <LinkAction busy={end.busy} label={t`Sign out ${agentWords(session.label)}`} onClick={() => end.send({ id: session.id })}>{t`Sign out`}</LinkAction>}
          </li>
        ))}
      </ul>
      {problem && <Problem title={problem.title} next={problem.next} />}
      {sessions.length > 1 && <p className="settings-line"><LinkAction busy={endOthers.busy} onClick={() => endOthers.send({})}>{t`Sign out everywhere but here`}</LinkAction></p>}
    </>
  )
}
