import { lazy, Suspense } from 'react'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Delivery } from './Delivery.tsx'
import type { TextPart } from './text-acts.ts'
import type { ThreadText } from './texts.ts'

const ElevateForm = lazy(async () => ({ default: (await import('./ElevateForm.tsx')).ElevateForm }))
const History = lazy(async () => ({ default: (await import('./History.tsx')).History }))
const SaveForm = lazy(async () => ({ default: (await import('./SaveForm.tsx')).SaveForm }))

type Props = { part: Exclude<TextPart, 'edit'>, text: ThreadText, number: number, spaceId: string, zone: string, now: Temporal.Instant, onClose: () => void }

/** What a text's menu unfolds below it. */
export function TextParts({ part, ...props }: Props) {
  return (
    <Suspense fallback={<Skeleton lines={2} />}>
      {part === 'delivery' && <Delivery {...props} />}
      {part === 'history' && <History {...props} />}
      {part === 'save' && <SaveForm {...props} />}
      {part === 'elevate' && <ElevateForm {...props} />}
    </Suspense>
  )
}
