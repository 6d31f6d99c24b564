import { useState } from 'react'
import { undoImport } from '#contract/imports.ts'
import type { ImportRun } from '#contract/imports.ts'
import type { OutputOf } from '#contract/operation.ts'
import { announce } from '../app/Announcer.tsx'
import { useSend } from '../app/send.ts'
import { Button } from '../ui/Button.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { stayWords, takenWords } from './import-words.ts'
import { t } from '../ui/words.ts'

type Undone = OutputOf<typeof undoImport>

/** Takes an import back: first what would go and what would stay, then a second press. */
export function TakeBack({ run, onDone }: { run: ImportRun, onDone: () => void }) {
  const [look, setLook] = useState<Undone | null>(null)
  const { send, busy, problem } = useSend(undoImport, 'imports', 'threads', 'pages', 'entries')
  const ask = () => send({ id: run.id, dryRun: true }, setLook)
  const take = () => send({ id: run.id, dryRun: false }, (undone) => { announce(takenWords(undone, true)); onDone() })
  return (
    <div className="import-form">
      {look === null && <p className="import-actions"><Button look="quiet" busy={busy} onClick={ask}>{t`See what would go`}</Button> <LinkAction onClick={onDone}>{t`Not now`}</LinkAction></p>}
      {look && <p>{takenWords(look, false)}</p>}
      {look && look.stayCount > 0 && <ul className="import-stays">{look.stays.map((stay) => <li key={stay.number}><a href={`/${stay.number}`}>#{stay.number} {stay.title}</a>: {stayWords(stay.why)}</li>)}{look.stayCount > look.stays.length && <li>{t`and ${look.stayCount - look.stays.length} more`}</li>}</ul>}
      {look && <p className="hint">{t`People and spaces that came with it stay. Importing the same again brings it anew.`}</p>}
      {look && <p className="import-actions">{look.taken + look.replies > 0 && <Button look="quiet" busy={busy} onClick={take}>{t`Take it back`}</Button>} <LinkAction onClick={onDone}>{t`Leave it`}</LinkAction></p>}
      {problem && <Problem {...problem} />}
    </div>
  )
}
