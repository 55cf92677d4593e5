import { useEffect, useState } from 'react'

/** The value as it was once nothing had changed for `wait` milliseconds. */
export function useDelayed<Value>(value: Value, wait: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}
