/** One line of the server's log. It never holds what a request or a row says. */
export type LogLine = { readonly event: string } & Readonly<Record<string, string | number>>

export type Log = (line: LogLine) => void

export const silent: Log = () => undefined
