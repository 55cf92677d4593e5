import { parseArgs } from 'node:util'

import { z } from 'zod'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** Which HIMS a command speaks to. */
export interface At {
  readonly database: string
  readonly keyFile: string | undefined
}

export type KeyCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'root'; readonly out: string; readonly passphrases: readonly string[] }
  | { readonly kind: 'request'; readonly at: At; readonly out: string | null }
  | {
      readonly kind: 'certify'
      readonly request: string
      readonly root: string
      readonly from: string
      readonly to: string
      readonly out: string
      readonly passphrases: readonly string[]
    }
  | { readonly kind: 'install'; readonly at: At; readonly certificate: string }
  | { readonly kind: 'rotate'; readonly at: At }
  | { readonly kind: 'withdraw'; readonly at: At; readonly kid: string; readonly from: string }
  | { readonly kind: 'show'; readonly at: At }
  | { readonly kind: 'trust'; readonly at: At; readonly out: string }
  | { readonly kind: 'verify'; readonly file: string; readonly root: string }

const options = {
  database: { type: 'string' },
  'key-file': { type: 'string' },
  out: { type: 'string' },
  root: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'passphrase-file': { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })
type Values = ReturnType<typeof parse>['values']

/** Reads the command line of `npm run keys`; the problem is one line for whoever typed it. */
export function readKeyCommand(args: readonly string[]): Result<KeyCommand, string> {
  try {
    const { values, positionals } = parse(args)
    const [verb, subject = ''] = positionals
    return values.help || verb === undefined ? ok({ kind: 'help' }) : commandOf(verb, subject, values)
  } catch (error) {
    // Node's first sentence; what follows is for programmers.
    return fail(error instanceof Error ? `${error.message.split('. ')[0]}; see --help` : 'unreadable command line')
  }
}

function commandOf(verb: string, subject: string, values: Values): Result<KeyCommand, string> {
  switch (verb) {
    case 'root':
      return values.out === undefined
        ? fail('root needs --out FOLDER')
        : ok({ kind: 'root', out: values.out, passphrases: values['passphrase-file'] ?? [] })
    case 'certify':
      return certify(subject, values)
    case 'verify':
      return subject !== '' && isHex(values.root, 64)
        ? ok({ kind: 'verify', file: subject, root: values.root ?? '' })
        : fail('verify needs a file and --root with 64 hexadecimal digits: verify FILE --root HEX')
    default:
      return atHims(verb, subject, values)
  }
}

function certify(request: string, { root, from, to, out, ...values }: Values): Result<KeyCommand, string> {
  if (request === '') return fail('certify needs a request: certify REQUEST --root FILE --from DAY --to DAY --out FILE')
  if (root === undefined || out === undefined) return fail('certify needs --root FILE and --out FILE')
  if (!isDay(from) || !isDay(to) || to < from) return fail('certify needs --from DAY and a later --to DAY: 2027-01-31')
  return ok({ kind: 'certify', request, root, from, to, out, passphrases: values['passphrase-file'] ?? [] })
}

function atHims(verb: string, subject: string, values: Values): Result<KeyCommand, string> {
  const { database, 'key-file': keyFile, out, from } = values
  if (!hims.has(verb)) return fail(`unknown command ${verb}; see --help`)
  if (database === undefined || database === '') return fail(`${verb} needs --database sqlite:PATH`)
  const at = { database, keyFile }
  switch (verb) {
    case 'request':
      return ok({ kind: 'request', at, out: out ?? null })
    case 'install':
      return subject === ''
        ? fail('install needs a certificate: install CERT')
        : ok({ kind: 'install', at, certificate: subject })
    case 'rotate':
      return ok({ kind: 'rotate', at })
    case 'withdraw':
      return isHex(subject, 4) && isDay(from)
        ? ok({ kind: 'withdraw', at, kid: subject, from })
        : fail('withdraw needs a key id of four digits and a day: withdraw 3f2a --from 2027-01-31')
    case 'trust':
      return out === undefined ? fail('trust needs --out FILE') : ok({ kind: 'trust', at, out })
    default:
      return ok({ kind: 'show', at })
  }
}

const hims = new Set(['request', 'install', 'rotate', 'withdraw', 'show', 'trust'])

const isHex = (text: string | undefined, digits: number): boolean => text?.length === digits && /^[0-9a-f]+$/.test(text)

const isDay = (text: string | undefined): text is string => z.iso.date().safeParse(text).success
