import { useEffect, useState } from 'react'

/** A value once it has stood still for a moment, so that nothing is asked with every key. @param after in ms */
export function useSettled<Value>(value: Value, after: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return settled
}
