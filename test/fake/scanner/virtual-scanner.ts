import { createServer } from 'node:net'
import type { Socket } from 'node:net'

/** A scanner on a serial server, as a terminal sees one: it sends each reading as one line. */
export interface VirtualScanner {
  readonly port: number
  readonly connected: () => boolean
  /** False when no terminal listens. */
  readonly send: (text: string) => boolean
  readonly close: () => Promise<void>
}

export async function virtualScanner(changed: () => void = () => {}): Promise<VirtualScanner> {
  const terminals = new Set<Socket>()
  const server = createServer((socket) => {
    terminals.add(socket)
    changed()
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      terminals.delete(socket)
      changed()
    })
    socket.resume()
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? 0 : address.port)
    })
  })
  return {
    port,
    connected: () => terminals.size > 0,
    send: (text) => {
      for (const terminal of terminals) terminal.write(`${text}\r`)
      return terminals.size > 0
    },
    close: () =>
      new Promise((resolve) => {
        for (const terminal of terminals) terminal.destroy()
        server.close(() => resolve())
      }),
  }
}
