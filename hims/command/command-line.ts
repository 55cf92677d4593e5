import { parseArgs } from 'node:util'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { readScopes } from '../client/scope.ts'
import { HimsRole } from '../../domain/wire/sync.ts'
import type { TlsFiles } from '../tls.ts'

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'serve'
      readonly database: string
      readonly host: string
      readonly port: number
      readonly metricsOpen: boolean
      readonly tls: TlsFiles | null
      /** Hours that a HIMS which came back from a copy waits for its pharmacies; null for as long as it takes. */
      readonly holdGrants: number | null
      /** A hospital's own server: where the HIMS above it is, and the code with which it joins. */
      readonly hub: { readonly upstream: string; readonly code: string | null } | null
    }
  | { readonly kind: 'load'; readonly database: string; readonly file: string }
  | { readonly kind: 'load-fhir'; readonly database: string; readonly files: readonly string[] }
  | {
      readonly kind: 'enrol'
      readonly database: string
      readonly role: HimsRole
      readonly label: string
      readonly facility: string | undefined
    }
  | { readonly kind: 'client'; readonly database: string; readonly name: string; readonly scopes: string | null }
  | { readonly kind: 'terminals'; readonly database: string }
  | { readonly kind: 'retire'; readonly database: string; readonly terminal: string }
  | { readonly kind: 'parked'; readonly database: string }
  | { readonly kind: 'release'; readonly database: string; readonly right: string; readonly count: number }
  | { readonly kind: 'end-hold'; readonly database: string }
  | {
      readonly kind: 'pharmacy'
      readonly database: string
      readonly department: string
      readonly terminal: string | null
    }
  | { readonly kind: 'import'; readonly database: string; readonly files: readonly string[] }
  | { readonly kind: 'restored'; readonly database: string }
  | { readonly kind: 'recover'; readonly database: string; readonly terminal: string }
  /** Signs a rule file of schemes and gives it out; null shows the one in force. */
  | { readonly kind: 'rules'; readonly database: string; readonly publish: string | null }
  | { readonly kind: 'move'; readonly database: string; readonly to: string }

const options = {
  database: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  role: { type: 'string' },
  label: { type: 'string' },
  facility: { type: 'string' },
  release: { type: 'string' },
  'after-count': { type: 'string' },
  'end-hold': { type: 'boolean', default: false },
  'hold-grants': { type: 'string' },
  hub: { type: 'boolean', default: false },
  upstream: { type: 'string' },
  code: { type: 'string' },
  name: { type: 'string' },
  scope: { type: 'string' },
  'key-file': { type: 'string' },
  'metrics-open': { type: 'boolean', default: false },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  to: { type: 'string' },
  publish: { type: 'string' },
  show: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parse>['values']

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

/** Where the key is that wraps private keys in the database; beside it, unless it is said. */
export const keyFileOf = (args: readonly string[]): string | undefined => parse(args).values['key-file']

/** Reads the command line; the problem is one line for the person who typed it. */
export function readCommand(args: readonly string[]): Result<Command, string> {
  try {
    const { values, positionals } = parse(args)
    if (values.help) return ok({ kind: 'help' })
    const { database } = values
    if (database === undefined || database === '')
      return fail('--database is missing: sqlite:PATH or postgres://USER@HOST/NAME')
    return commandOf(database, values, positionals)
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'unreadable command line')
  }
}

function commandOf(
  database: string,
  values: Values,
  [verb, subject, ...others]: readonly string[],
): Result<Command, string> {
  switch (verb) {
    case undefined:
      return serve(database, values)
    case 'load-fhir':
      return subject === undefined
        ? fail('load-fhir needs files: load-fhir BUNDLE.json…')
        : ok({ kind: 'load-fhir', database, files: [subject, ...others] })
    case 'load':
      return subject === undefined
        ? fail('load needs a file: load FILE.ndjson')
        : ok({ kind: 'load', database, file: subject })
    case 'enrol': {
      const role = HimsRole.safeParse(values.role)
      if (!role.success) return fail(`enrol needs --role ${HimsRole.options.join(' | ')}`)
      const label = values.label ?? ''
      if (label === '' || label.length > 64) return fail('enrol needs --label, at most 64 letters')
      return ok({ kind: 'enrol', database, role: role.data, label, facility: values.facility })
    }
    case 'client': {
      const { name, scope: scopes = null } = values
      const limit = scopes === null ? null : readScopes(scopes)
      if (limit?.ok === false) return fail(`--scope: ${limit.problem} is none, such as system/Patient.rs`)
      return name === undefined ? fail('client needs --name') : ok({ kind: 'client', database, name, scopes })
    }
    case 'terminals':
      return ok({ kind: 'terminals', database })
    case 'retire':
      return subject === undefined
        ? fail('retire needs the id of a terminal')
        : ok({ kind: 'retire', database, terminal: subject })
    case 'rules': {
      const { publish = null, show } = values
      if ((publish === null) !== show) return fail('rules needs --publish FILE, or --show')
      return ok({ kind: 'rules', database, publish })
    }
    case 'move':
      return values.to === undefined
        ? fail('move needs --to ADDRESS: where the database is to live')
        : ok({ kind: 'move', database, to: values.to })
    case 'import':
      return subject === undefined
        ? fail('import needs files: import FILE…')
        : ok({ kind: 'import', database, files: [subject, ...others] })
    case 'parked':
      return ok({ kind: 'parked', database })
    case 'right': {
      if (values['end-hold']) return ok({ kind: 'end-hold', database })
      const count = Number(values['after-count'] ?? 'none')
      if (values.release === undefined) return fail('right needs --release RIGHT, or --end-hold')
      if (!Number.isInteger(count) || count < 0) return fail('right needs --after-count N: the units that were counted')
      return ok({ kind: 'release', database, right: values.release, count })
    }
    case 'pharmacy':
      return subject === undefined
        ? fail('pharmacy needs the code of a department')
        : ok({ kind: 'pharmacy', database, department: subject, terminal: others[0] ?? null })
    case 'restored':
      return ok({ kind: 'restored', database })
    case 'recover':
      return subject === undefined
        ? fail('recover needs the id of a terminal')
        : ok({ kind: 'recover', database, terminal: subject })
    default:
      return fail(`unknown command ${verb}; see --help`)
  }
}

function serve(database: string, values: Values): Result<Command, string> {
  const { port, host, hub, upstream, code, 'metrics-open': metricsOpen } = values
  const number = Number(port ?? 'none')
  if (!Number.isInteger(number) || number < 0 || number > 65_535) return fail('--port N is missing: 0 to 65535')
  const { 'tls-cert': cert, 'tls-key': key } = values
  if ((cert === undefined) !== (key === undefined)) return fail('--tls-cert and --tls-key go together')
  const tls = cert === undefined || key === undefined ? null : { cert, key }
  const hours = values['hold-grants']
  const holdGrants = hours === undefined ? null : Number(hours)
  if (holdGrants !== null && !(holdGrants >= 0)) return fail('--hold-grants takes hours')
  const plan = { kind: 'serve', database, host, port: number, metricsOpen, tls, holdGrants } as const
  if (!hub) return ok({ ...plan, hub: null })
  if (upstream === undefined || !URL.canParse(upstream)) return fail('--hub needs --upstream https://…: the HIMS above')
  return ok({ ...plan, hub: { upstream, code: code ?? null } })
}
