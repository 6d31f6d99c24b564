import { CopyLine } from '../ui/CopyLine.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'

/** A secret that was just made. It is shown this once. */
export function Secret({ host, secret, onDone }: { host: string, secret: string, onDone: () => void }) {
  return (
    <div className="webhook-secret">
      <p>This is the secret that signs what {host} is told. It is shown only now; keep it where your program reads it.</p>
      <CopyLine label={`Secret for ${host}`} text={secret} />
      <LinkAction onClick={onDone}>I have it</LinkAction>
    </div>
  )
}
