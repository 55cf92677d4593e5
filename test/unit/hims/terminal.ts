import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { z } from 'zod'

import { uuidV7 } from '../../../domain/id.ts'
import { signatureBase, signatureParameters } from '../../../domain/wire/signature.ts'
import { EnrolReply } from '../../../domain/wire/sync.ts'

export const newId = (): string => uuidV7(Date.now(), randomBytes(10))

const Body = z.record(z.string(), z.unknown())

export interface Sent {
  readonly status: number
  // What a reply holds is what each test asserts.
  readonly body: Record<string, unknown>
  readonly text: string
}

export interface Tamper {
  readonly created?: number
  readonly nonce?: string
  readonly keyId?: string
  /** Sent in place of the body that was signed. */
  readonly sentBody?: string
  readonly digestOf?: string
}

/** A terminal as HIMS sees one: a key, an id, and requests signed by hand. */
export interface TestTerminal {
  readonly id: string
  readonly reply: EnrolReply
  readonly call: (method: 'GET' | 'POST', path: string, body?: unknown, tamper?: Tamper) => Promise<Sent>
  readonly push: (mutations: readonly object[], epoch?: number) => Promise<Sent>
}

export function newKey(): { readonly publicKey: string; readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex'), privateKey }
}

export async function send(url: string, init: RequestInit): Promise<Sent> {
  const response = await fetch(url, init)
  const text = await response.text()
  return { status: response.status, body: Body.parse(JSON.parse(text)), text }
}

export const postEnrol = (base: string, code: string, publicKey: string): Promise<Sent> =>
  send(`${base}/sync/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, publicKey }),
  })

export async function enrolled(base: string, code: string): Promise<TestTerminal> {
  const key = newKey()
  const { status, body } = await postEnrol(base, code, key.publicKey)
  if (status !== 200) throw new Error(`enrol answered ${status} ${JSON.stringify(body)}`)
  return terminalWith(base, EnrolReply.parse(body), key.privateKey)
}

export function terminalWith(base: string, reply: EnrolReply, privateKey: KeyObject): TestTerminal {
  const call: TestTerminal['call'] = (method, path, body, tamper = {}) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    return send(`${base}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...signedHeaders(method, path, text, reply.terminal, privateKey, tamper),
      },
      ...(method === 'POST' ? { body: tamper.sentBody ?? text } : {}),
    })
  }
  return {
    id: reply.terminal,
    reply,
    call,
    push: (mutations, epoch = reply.epoch) => call('POST', '/sync/v1/push', { epoch, mutations }),
  }
}

function signedHeaders(
  method: string,
  target: string,
  text: string,
  terminal: string,
  privateKey: KeyObject,
  tamper: Tamper,
): Record<string, string> {
  const [path = '', query] = target.split('?')
  const parts = {
    method,
    path,
    query: query === undefined ? '?' : `?${query}`,
    contentDigest: `sha-256=:${createHash('sha256')
      .update(tamper.digestOf ?? text)
      .digest('base64')}:`,
    created: tamper.created ?? Math.floor(Date.now() / 1000),
    nonce: tamper.nonce ?? randomBytes(12).toString('base64url'),
    keyId: tamper.keyId ?? terminal,
  }
  return {
    'content-digest': parts.contentDigest,
    'signature-input': `terminal=${signatureParameters(parts)}`,
    signature: `terminal=:${sign(null, Buffer.from(signatureBase(parts)), privateKey).toString('base64')}:`,
  }
}
