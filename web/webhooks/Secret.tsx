import { CopyLine } from '../ui/CopyLine.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { t, tr } from '../ui/words.ts'

/** A secret that was just made. It is shown this once. */
export function Secret({ host, secret, onDone }: { host: string, secret: string, onDone: () => void }) {
  return (
    <div className="webhook-secret">
      <p>{tr`This is the secret that signs what ${host} is told. It is shown only now; keep it where your program reads it.`}</p>
      <CopyLine label={t`Secret for ${host}`} text={secret} />
      <LinkAction onClick={onDone}>{t`I have it`}</LinkAction>
    </div>
  )
}
