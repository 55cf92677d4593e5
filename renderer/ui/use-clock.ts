import { useEffect, useState } from 'react'

/** The page's only clock; it moves every `step` milliseconds. */
export function useClock(step = 1000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), step)
    return () => clearInterval(timer)
  }, [step])
  return now
}
