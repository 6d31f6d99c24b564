import { useEffect, useRef, useState } from 'react'
import { SHOWN_EVERY, timerWords } from '../timer-words.ts'

const SECOND_MS = 1_000

type Props = {
  /** What was already spent on this draft; may grow when a draft of another device arrives. Unit: seconds. */
  start: number
  onSecond: (seconds: number) => void
}

/** Counts while the page is in sight. Only the author ever sees it. */
export function QuietTimer({ start, onSecond }: Props) {
  const seconds = useRef(start)
  const [shown, setShown] = useState(start)
  useEffect(() => { seconds.current = Math.max(seconds.current, start) }, [start])
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return
      seconds.current += 1
      onSecond(seconds.current)
      if (seconds.current % SHOWN_EVERY === 0) setShown(seconds.current)
    }, SECOND_MS)
    return () => clearInterval(timer)
  }, [onSecond])
  return <p>{timerWords(shown)}</p>
}
