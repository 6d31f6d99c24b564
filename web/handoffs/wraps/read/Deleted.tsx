import './reading.css'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { t } from '../../../ui/words.ts'

type Props = { number: number, busy: boolean, problem: ProblemView | undefined, onRestore: () => void }

/** Where a wrap stood that its author has just deleted. */
export function Deleted({ number, busy, problem, onRestore }: Props) {
  return (
    <Page title={t`Wrap #${number} is deleted.`} lede={t`Nobody else sees it any more. You can bring it back for 30 days.`}>
      {problem && <Problem {...problem} />}
      <p className="signed-actions" role="status"><LinkAction strong busy={busy} onClick={onRestore}>{t`Bring it back`}</LinkAction><LinkAction href="/">{t`Go to the brief`}</LinkAction></p>
    </Page>
  )
}
