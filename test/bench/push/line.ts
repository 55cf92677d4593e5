import { connect } from 'node:net'

/** One keep-alive connection that asks one thing after another. */
export interface Line {
  readonly ask: (request: Buffer) => Promise<{ readonly status: number; readonly body: string }>
  readonly close: () => void
}

export async function openLine(port: number): Promise<Line> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: {
    readonly done: (answer: { status: number; body: string }) => void
    readonly fail: (error: Error) => void
  } | null = null
  let pieces: Buffer[] = []
  const end = (error: Error): void => waiting?.fail(error)
  socket.on('error', end).on('close', () => end(new Error('The line was cut')))
  socket.on('data', (piece) => {
    pieces.push(piece)
    const all = pieces.length === 1 ? piece : Buffer.concat(pieces)
    pieces = [all]
    const split = all.indexOf('\r\n\r\n')
    if (split === -1) return
    const head = all.toString('latin1', 0, split)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (all.length < split + 4 + length) return
    pieces = []
    const told = waiting
    waiting = null
    told?.done({ status: Number(head.slice(9, 12)), body: all.toString('utf8', split + 4) })
  })
  return {
    ask: (request) =>
      new Promise((done, fail) => {
        waiting = { done, fail }
        socket.write(request)
      }),
    close: () => {
      socket.removeAllListeners('close')
      socket.destroy()
    },
  }
}
