import { z } from 'zod'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** What is carried between HIMS and the root's computer, or looked at: one JSON object a file, signed bytes in base64. */
export const ExchangeFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('list-key-request'), publicKey: Hex, request: z.base64() }),
  z.strictObject({ kind: z.literal('list-key-certificate'), root: Hex, certificate: z.base64() }),
  z.strictObject({ kind: z.literal('trust-list'), certificate: z.base64(), list: z.base64() }),
])
export type ExchangeFile = z.infer<typeof ExchangeFile>

export const writeExchange = (file: ExchangeFile): string => `${JSON.stringify(file, null, 2)}\n`

export function readExchange(text: string): ExchangeFile | null {
  try {
    return ExchangeFile.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A public key as two people read it to each other: `3f2a 91c0 …`, the whole of it. */
export const fingerprint = (publicKey: string): string => (publicKey.match(/.{4}/g) ?? []).join(' ')
