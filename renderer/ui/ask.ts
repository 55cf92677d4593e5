import type { Refusal } from '../../contract/channel.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

const refusals: readonly string[] = [
  'untrusted-sender',
  'unknown-channel',
  'malformed-request',
  'malformed-reply',
  'locked',
  'store-closed',
  'internal',
] satisfies readonly Refusal[]

const isRefusal = (word: string): word is Refusal => refusals.includes(word)

/** Why the other side refused: the preload says it as the last word of the message. */
export function refusalOf(cause: unknown): Refusal {
  const word = cause instanceof Error ? (cause.message.split(': ').at(-1) ?? '') : ''
  return isRefusal(word) ? word : 'internal'
}

/** Turns a refused question into a value that a screen can show in place. */
export async function answered<Value>(question: Promise<Value>): Promise<Result<Value, Refusal>> {
  try {
    return ok(await question)
  } catch (cause) {
    return fail(refusalOf(cause))
  }
}
