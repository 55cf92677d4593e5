import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

export interface BodyForm {
  readonly contentType: string
  /** `Content-Encoding`; empty for none. */
  readonly encoding: string
}

/** The value that the bytes of a request hold; the problem says why they are not read. */
export async function readBody({ encoding }: BodyForm, bytes: Uint8Array): Promise<Result<unknown, string>> {
  if (encoding !== '') return fail('unknown encoding')
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return fail('not JSON')
  }
}
