import type { NotSentReason, PrintOutcome } from '../../../domain/print/outcome.ts'
import type { Raster } from '../../print/thermal/raster.ts'
import { askStatus } from './command.ts'
import { openConnection, type Address, type Connection } from './connection.ts'
import { encode, fence, resynchronise } from './encode.ts'
import type { Attempt, TicketPrinter } from './port.ts'
import type { PrinterProfile } from './profile.ts'
import { conditionOf, healthKeeper, obstacle, sensorSeesEnd, type Condition } from './status.ts'

/** How long each step may take, in milliseconds. */
export type Patience = {
  readonly connect: number
  /** For one status byte. */
  readonly status: number
  /** Without a single byte taken by the printer. */
  readonly stall: number
  /** From the last byte of the paper to its confirmation. */
  readonly confirm: number
  /** Between two looks at an idle printer; 0 never looks by itself. */
  readonly poll: number
}

export const usualPatience: Patience = { connect: 2000, status: 1000, stall: 5000, confirm: 10_000, poll: 2000 }

export type TcpPrinterOptions = {
  readonly device: string
  readonly kind: 'ticket' | 'label'
  readonly address: Address
  readonly profile: PrinterProfile
  readonly patience: Patience
}

/** A flapping link is not an absent printer: this many looks in a row must fail. */
const missesBeforeAbsent = 3

const printed: PrintOutcome = { kind: 'printed' }
const uncertain: PrintOutcome = { kind: 'uncertain' }
const notSent = (reason: NotSentReason): PrintOutcome => ({ kind: 'not-sent', reason })

/** What a look at the printer found. */
type Sight = Condition | 'unreachable' | 'silent'

/** A ticket or label printer on raw TCP, port 9100 by custom. One thing at a time is done with it, in order. */
export function tcpPrinter(options: TcpPrinterOptions): TicketPrinter {
  const { address, profile, patience } = options
  const keeper = healthKeeper(options.device, options.kind, 'connecting')
  const inTurn = queue()
  let misses = 0
  let torn = false
  let closed = false
  let next: NodeJS.Timeout | null = null

  const note = (sight: Sight): void => {
    const missed = sight === 'unreachable' || sight === 'silent'
    misses = missed ? misses + 1 : 0
    if (!missed) keeper.set(sight)
    else if (misses >= missesBeforeAbsent) keeper.set(sight === 'silent' ? 'offline' : 'absent')
  }

  const printNow = async (paper: Raster, attempt: Attempt): Promise<PrintOutcome> => {
    const connection = await openConnection(address, patience.connect)
    if (connection === null) {
      note('unreachable')
      return notSent('unreachable')
    }
    try {
      const sight = await look(connection, profile, patience)
      note(sight)
      const reason = whyNot(sight)
      if (reason !== null) return notSent(reason)
      await attempt.onOpen()
      if (!connection.isOpen()) return notSent('unreachable')
      const body = encode(paper, profile)
      const bytes = torn ? Buffer.concat([resynchronise(profile), body]) : body
      const outcome = await deliver(connection, bytes, attempt, options)
      torn = outcome.kind === 'uncertain' && profile.confirm !== 'none'
      return outcome
    } finally {
      connection.close()
    }
  }

  const lookNow = async (): Promise<void> => {
    if (closed) return
    const connection = await openConnection(address, patience.connect)
    note(connection === null ? 'unreachable' : await look(connection, profile, patience))
    connection?.close()
  }

  const lookLater = (): void => {
    if (closed || patience.poll === 0) return
    next = setTimeout(() => void inTurn(lookNow).then(lookLater), patience.poll)
  }
  if (patience.poll > 0) void inTurn(lookNow).then(lookLater)

  return {
    dots: profile.dots,
    print: (paper, attempt) => inTurn(() => printNow(paper, attempt)),
    health: keeper.health,
    watch: keeper.watch,
    close: async () => {
      closed = true
      if (next !== null) clearTimeout(next)
      await inTurn(async () => {})
    },
  }
}

/** Runs one task after another. */
function queue(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const turn = last.then(task)
    last = turn.catch(() => {})
    return turn
  }
}

async function look(connection: Connection, profile: PrinterProfile, patience: Patience): Promise<Sight> {
  if (!profile.status) return 'ready'
  const bytes: number[] = []
  for (const part of [1, 2, 4] as const) {
    await connection.send(Uint8Array.from(askStatus(part)), patience.status)
    const reply = await connection.receive(({ kind }) => kind === 'status', patience.status)
    if (reply?.kind !== 'status') return connection.isOpen() ? 'silent' : 'unreachable'
    bytes.push(reply.byte)
  }
  const [printer = 0, cause = 0, paper = 0] = bytes
  return conditionOf({ printer, cause, paper })
}

function whyNot(sight: Sight): NotSentReason | null {
  if (sight === 'unreachable') return 'unreachable'
  return sight === 'silent' ? 'offline' : obstacle(sight)
}

/** From the first byte on, only the printer's own word makes it printed, and nothing makes it not sent. */
async function deliver(
  connection: Connection,
  bytes: Uint8Array,
  attempt: Attempt,
  { profile, patience }: TcpPrinterOptions,
): Promise<PrintOutcome> {
  const mark = processMark(attempt.id)
  if (!(await connection.send(Buffer.concat([bytes, fence(profile, mark)]), patience.stall))) return uncertain
  if (profile.confirm === 'none') {
    await connection.finish(patience.stall)
    return uncertain
  }
  const reply = await connection.receive((answer) => {
    return profile.confirm === 'process-id'
      ? answer.kind === 'process' && answer.mark === mark
      : answer.kind === 'sensor'
  }, patience.confirm)
  if (reply === null) return uncertain
  if (reply.kind !== 'sensor') return printed
  if (sensorSeesEnd(reply.byte)) return uncertain
  // GS r says that the bytes were parsed; that the printer is still well says that they went onto paper.
  const sight = await look(connection, profile, patience)
  return sight === 'ready' || sight === 'paper-low' ? printed : uncertain
}

/** The last four characters of an id: GS ( H carries four printable ones. */
const processMark = (id: string): string =>
  id
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .slice(-4)
    .padStart(4, '0')
