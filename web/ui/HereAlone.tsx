import { leadsHereAlone } from './here-alone.ts'
import { t } from './words.ts'

/** Below links that are handed to others: says that they lead nowhere from elsewhere, where that is so. */
export function HereAlone({ link }: { link: string }) {
  if (!leadsHereAlone(link)) return null
  return <p className="hint">{t`From other computers, this address leads nowhere. Whoever runs Longhand sets PUBLIC_URL to the one that others reach it by.`}</p>
}
