/** What a process did to files, in the order in which the kernel answered; `at` counts bytes. */
export type Call =
  | { readonly kind: 'write'; readonly path: string; readonly at: number | null; readonly bytes: Buffer }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'create'; readonly path: string; readonly empties: boolean }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }

/** How `strace` is asked: every string whole and in hexadecimal, every descriptor with the file behind it. */
export const straceArguments = [
  '-f',
  '-qq',
  '-xx',
  '-y',
  '-s',
  '4194304',
  '--seccomp-bpf',
  '-e',
  'trace=openat,open,pwrite64,write,pwritev,writev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat',
] as const

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const named = (text: string): string => (text.startsWith('\\x') ? unhex(text).toString() : text)

/** Reads what strace wrote; calls that failed did nothing and are left out. */
export function* callsOf(lines: Iterable<string>): Generator<Call> {
  const unfinished = new Map<string, string>()
  for (const line of lines) {
    const [, pid = '', rest = ''] = /^(?:(\d+)\s+)?(.*)$/s.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(pid, rest.slice(0, -'<unfinished ...>'.length).trimEnd())
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest)
    const whole = resumed === null ? rest : `${unfinished.get(pid) ?? ''}${rest.slice(resumed[0].length)}`
    const call = callOf(whole)
    if (call !== null) yield call
  }
}

function callOf(line: string): Call | null {
  const open = line.indexOf('(')
  const answer = / = (-?\d+)(?:<(.*?)>)?(?: .*)?$/.exec(line.slice(line.lastIndexOf(')')))
  const result = Number(answer?.[1] ?? -1)
  if (open === -1 || result < 0) return null
  const said = line.slice(open + 1, line.lastIndexOf(')'))
  const path = named(/^\d+<(.*?)>/.exec(said)?.[1] ?? '')
  const texts = [...said.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => text)
  switch (line.slice(0, open)) {
    case 'pwrite64':
      return {
        kind: 'write',
        path,
        at: Number(said.split(', ').at(-1)),
        bytes: unhex(texts[0] ?? '').subarray(0, result),
      }
    case 'write':
      return { kind: 'write', path, at: null, bytes: unhex(texts[0] ?? '').subarray(0, result) }
    case 'writev':
      return { kind: 'write', path, at: null, bytes: unhex(texts.join('')).subarray(0, result) }
    case 'pwritev':
      return {
        kind: 'write',
        path,
        at: Number(said.split(', ').at(-1)),
        bytes: unhex(texts.join('')).subarray(0, result),
      }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path }
    case 'ftruncate':
      return { kind: 'truncate', path, length: Number(said.split(', ').at(-1)) }
    case 'open':
    case 'openat':
      if (!/O_CREAT|O_TRUNC/.test(said)) return null
      return { kind: 'create', path: unhex(texts[0] ?? '').toString(), empties: said.includes('O_TRUNC') }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', from: unhex(texts[0] ?? '').toString(), to: unhex(texts[1] ?? '').toString() }
    case 'unlink':
    case 'unlinkat':
      return { kind: 'unlink', path: unhex(texts[0] ?? '').toString() }
    default:
      return null
  }
}
