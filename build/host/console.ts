import type { CdpSession, Protocol } from './cdp.ts'

/** A line of a page's console as Electron tells it. */
export interface ConsoleEntry {
  readonly level: 'info' | 'warning' | 'error' | 'debug'
  readonly message: string
  readonly lineNumber: number
  readonly sourceId: string
}

const LEVELS: Readonly<Record<string, ConsoleEntry['level']>> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
  verbose: 'debug',
}

/** What a page's scripts write, what they throw uncaught, and what Chromium itself reports of the page. */
export function reportConsole(session: CdpSession, tell: (entry: ConsoleEntry) => void): void {
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const { url = '', lineNumber = -1 } = stackTrace?.callFrames[0] ?? {}
    tell({
      level: LEVELS[type] ?? 'info',
      message: args.map(textOf).join(' '),
      lineNumber: lineNumber + 1,
      sourceId: url,
    })
  })
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { exception, text, lineNumber, url = '' } = exceptionDetails
    const message = exception ? `${text} ${textOf(exception)}` : text
    // A preload that fails leaves a page without its bridge; Electron says so on standard error too.
    if (url === 'preload') console.error(`Unable to load preload script: ${message}`)
    tell({ level: 'error', message, lineNumber: lineNumber + 1, sourceId: url })
  })
  session.on('Log.entryAdded', ({ entry }) => {
    const { level, text, lineNumber = 0, url = '' } = entry
    tell({ level: LEVELS[level] ?? 'info', message: text, lineNumber, sourceId: url })
  })
}

const textOf = ({ value, description, unserializableValue }: Protocol.Runtime.RemoteObject): string =>
  typeof value === 'string' ? value : (description ?? unserializableValue ?? JSON.stringify(value))
