/** Programs let go of a camera without a word: it is asked for again this often, in milliseconds. */
const AGAIN = 3000

/** Calls once a camera can be had again, because one was plugged in or another program has left it. */
export function awaitCamera(back: () => void): () => void {
  if (!('mediaDevices' in navigator)) return () => undefined
  const { mediaDevices } = navigator
  const over = new AbortController()
  let asking = false
  const look = async () => {
    if (asking) return
    asking = true
    const stream = await mediaDevices.getUserMedia({ video: true }).catch(() => null)
    asking = false
    stream?.getTracks().forEach((track) => track.stop())
    if (stream !== null && !over.signal.aborted) back()
  }
  mediaDevices.addEventListener('devicechange', () => void look(), { signal: over.signal })
  const timer = setInterval(() => void look(), AGAIN)
  return () => {
    clearInterval(timer)
    over.abort()
  }
}
