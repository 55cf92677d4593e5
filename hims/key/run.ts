import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { unreachable } from '../../domain/result.ts'
import type { Console } from '../command/console.ts'
import type { Hims } from '../hims.ts'
import { isPostgresAddress } from '../database/postgres-address.ts'
import { openHims } from '../open.ts'
import type { HimsWorld } from '../world.ts'
import { moment } from '../world.ts'
import type { At, KeyCommand } from './command-line.ts'
import { fingerprint, readExchange, writeExchange } from './exchange-file.ts'
import { readPassphrase } from './passphrase.ts'
import type { PassphraseSource } from './passphrase.ts'
import { problemText } from './problem.ts'
import { certify, readRequest } from './request.ts'
import { openRoot, sealRoot, rootPublicKey } from './root-file.ts'
import { showKeys } from './show.ts'
import { usage } from './usage.ts'
import { verifyFile } from './verify.ts'

export interface KeyWorld extends Console, Pick<HimsWorld, 'now' | 'random'> {
  readonly stdin: PassphraseSource['stdin']
}

/** Carries out one command of `npm run keys`; returns the exit code. */
export async function runKeys(command: KeyCommand, world: KeyWorld): Promise<number> {
  switch (command.kind) {
    case 'help':
      world.print(usage.trimEnd())
      return 0
    case 'root':
      return makeRoot(command, world)
    case 'certify':
      return certifyRequest(command, world)
    case 'verify':
      return verifyFile(readFileSync(command.file, 'utf8'), command.root, world)
    case 'request':
    case 'install':
    case 'rotate':
    case 'withdraw':
    case 'show':
    case 'trust':
      if (isMissing(command.at)) {
        // The request may come before HIMS's first start; anything else would only leave an empty database behind.
        if (command.kind !== 'request') return refuse(world, `there is no database at ${command.at.database}`)
        world.complain(`There was no database at ${command.at.database}: a new one is made`)
      }
      return withHims(command.at, world, (hims) => atHims(hims, command, world))
    default:
      return unreachable(command)
  }
}

type Of<Kind extends KeyCommand['kind']> = Extract<KeyCommand, { readonly kind: Kind }>

const isMissing = ({ database }: At): boolean =>
  !isPostgresAddress(database) && !existsSync(database.replace(/^sqlite:/, ''))

async function makeRoot({ out, passphrases }: Of<'root'>, world: KeyWorld): Promise<number> {
  const path = join(out, 'card-root.json')
  if (existsSync(path)) return refuse(world, `${path} is there already; a root is never written over`)
  const passphrase = await readPassphrase(passphrases, world, true)
  if (!passphrase.ok) return refuse(world, passphrase.problem)
  const text = sealRoot(passphrase.value, world.random)
  mkdirSync(out, { recursive: true, mode: 0o700 })
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  world.print(`Root key sealed in ${path}`)
  const publicKey = rootPublicKey(text) ?? ''
  world.print(`Public key, for "cardRoots" in every terminal.json: ${publicKey}`)
  world.print(`The same, to read to each other: ${fingerprint(publicKey)}`)
  return 0
}

async function certifyRequest(command: Of<'certify'>, world: KeyWorld): Promise<number> {
  const file = readExchange(readFileSync(command.request, 'utf8'))
  const bytes = file?.kind === 'list-key-request' ? Buffer.from(file.request, 'base64') : null
  const request = file?.kind === 'list-key-request' && bytes !== null ? readRequest(bytes, file.publicKey) : null
  if (request === null) return refuse(world, `${command.request} is no request that its own key has signed`)
  world.print(`List key of HIMS: ${fingerprint(request.publicKey)}`)
  const passphrase = await readPassphrase(command.passphrases, world, false)
  if (!passphrase.ok) return refuse(world, passphrase.problem)
  const root = openRoot(readFileSync(command.root, 'utf8'), passphrase.value)
  if (!root.ok) return refuse(world, `${command.root}: ${problemText[root.problem]}`)
  const { certificate, root: publicKey } = certify(request, root.value, command)
  const said = { kind: 'list-key-certificate', root: publicKey, certificate: base64(certificate) } as const
  writeFileSync(command.out, writeExchange(said))
  world.print(`Certified from ${command.from} to ${command.to}, serial ${request.serial}: ${command.out}`)
  return 0
}

async function withHims(at: At, world: KeyWorld, work: (hims: Hims) => Promise<number>): Promise<number> {
  const hims = await openHims({ ...at, now: world.now, random: world.random })
  try {
    return await work(hims)
  } finally {
    await hims.close()
  }
}

type AtHims = Exclude<KeyCommand, { readonly kind: 'help' | 'root' | 'certify' | 'verify' }>

async function atHims({ cardKeys }: Hims, command: AtHims, world: KeyWorld): Promise<number> {
  switch (command.kind) {
    case 'request': {
      const { publicKey, bytes } = await cardKeys.request()
      const text = writeExchange({ kind: 'list-key-request', publicKey, request: base64(bytes) })
      if (command.out === null) world.print(text.trimEnd())
      else writeFileSync(command.out, text)
      world.complain(`List key of HIMS: ${fingerprint(publicKey)}`)
      return 0
    }
    case 'install': {
      const file = readExchange(readFileSync(command.certificate, 'utf8'))
      if (file?.kind !== 'list-key-certificate') return refuse(world, `${command.certificate} is no certificate`)
      const installed = await cardKeys.install(Buffer.from(file.certificate, 'base64'), file.root)
      if (!installed.ok) return refuse(world, `the certificate was not taken: ${problemText[installed.problem]}`)
      world.print(`Lists are signed until ${installed.value.notAfter}, under the root ${fingerprint(file.root)}`)
      return 0
    }
    case 'rotate': {
      const made = await cardKeys.rotate()
      if (!made.ok) return refuse(world, `no new key: ${problemText[made.problem]}`)
      world.print(
        `Key ${made.value} signs new cards in a week, when every terminal has heard of it; the keys before it go on proving theirs`,
      )
      return 0
    }
    case 'withdraw': {
      const ended = await cardKeys.withdraw(command.kid, command.from)
      if (!ended.ok) return refuse(world, `nothing was withdrawn: ${problemText[ended.problem]}`)
      world.print(`Cards that ${command.kid} signed on ${command.from} or later are refused from the next list on`)
      return 0
    }
    case 'show':
      return showKeys(await cardKeys.show(), moment(world.now()), world)
    case 'trust': {
      const trust = await cardKeys.trust()
      if (trust === null) return refuse(world, 'there is no trust list yet')
      const { certificate, list } = trust
      const text = { kind: 'trust-list', certificate: base64(certificate), list: base64(list) } as const
      writeFileSync(command.out, writeExchange(text))
      world.print(`The trust list as terminals get it: ${command.out}`)
      return 0
    }
    default:
      return unreachable(command)
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function refuse({ complain }: Console, line: string): 1 {
  complain(`keys: ${line}`)
  return 1
}
