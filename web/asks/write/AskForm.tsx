import { useLayoutEffect, useRef } from 'react'
import { useNow } from '../../app/clock.ts'
import { localMoment } from '../../ui/ask/ask-words.ts'
import { TitledComposer } from '../../ui/composer/TitledComposer.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { toTitle } from '../../ui/to-title.ts'
import { WritingHeading } from '../../ui/WritingHeading.tsx'
import { wholeText } from './ask-draft.ts'
import { Contract } from './Contract.tsx'
import { useAsking } from './use-asking.ts'
import type { Asking } from './use-asking.ts'
import { useOffers } from './use-offers.ts'
import { WhereItLands } from './WhereItLands.tsx'
import { t, tr } from '../../ui/words.ts'

/** An ask as it is written: title and text, its contract beside it, and where it lands. */
export function AskForm(props: Asking) {
  const { me: { person: { zone } }, came, thread, responses } = props
  const now = useNow()
  const page = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => toTitle(page.current), [])
  const { draft, value, set, offered, spaces, spaceId, people, asked, landing, text, wrong, submit, busy, problem } = useAsking(props, page, now)
  const onTake = useOffers(page, set, responses)
  const dueNow = landing.preview?.landings.find(({ dueAt }) => dueAt !== null)?.dueAt
  return (
    <div className="new-ask" ref={page}>
      <WritingHeading>{t`Ask somebody`}</WritingHeading>
      {thread && <p className="page-over">{tr`Stands in ${<a href={`/${thread.number}`}>#{thread.number} {thread.title}</a>}`}</p>}
      {offered && <Notice>{t`You had begun another ask, which stands below.`} <LinkAction strong onClick={() => set(came.text)}>{t`Take what you brought along instead`}</LinkAction></Notice>}
      <TitledComposer
        text={text} wrong={wrong} onSend={submit} busy={busy} send={asked === undefined ? t`Ask¦verb` : t`Ask ${asked.label}`} titlePlaceholder={t`What you ask, in one line`}
        placeholder={t`What you know, what you tried, and what exactly you want to know`}
        contract={
          <Contract
            draft={value} set={set} wrong={wrong} spaces={thread ? undefined : spaces.map(({ id, name }) => ({ value: id, label: name }))} spaceId={spaceId}
            people={people} responses={responses} zone={zone} dueNow={dueNow ? localMoment(Temporal.Instant.from(dueNow), zone) : ''}
          />
        }
        lands={wrong.dueAt === undefined && <WhereItLands {...landing} now={now} onTake={onTake} />}
        draft={<DraftLine kept={draft.kept} zone={zone} other={draft.other && wholeText(draft.other)} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      />
      {problem && <Problem title={problem.title} detail={problem.detail} next={problem.next} textSafe />}
    </div>
  )
}
