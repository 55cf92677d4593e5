import { createServer } from 'node:net'

/** A TCP port that was free on the loopback a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address === null || typeof address === 'string' ? 0 : address.port))
    })
  })
}
