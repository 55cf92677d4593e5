import type { z } from 'zod'

import type { Contract, Refusal, Reply } from '../../contract/channel.ts'

export interface Sender {
  readonly trusted: boolean
}

/** Who answers a checked question: the store process, the device process or main itself. */
export type Answerer = (channel: string, input: unknown) => Promise<Reply>

export const refuse = (refusal: Refusal, paths: readonly string[] = []): Reply => ({ ok: false, refusal, paths })

const pathsOf = (error: z.ZodError): readonly string[] => error.issues.map((issue) => issue.path.join('.'))

/**
 * Turns a contract into the one function the IPC adapter calls: sender, channel, input and output are checked here.
 * Never rejects: whatever a page sends, the answer is a value.
 */
export function serve(contract: Contract, answer: Answerer, report: (fault: unknown, channel: string) => void) {
  return async (sender: Sender, name: unknown, payload: unknown): Promise<Reply> => {
    if (!sender.trusted) return refuse('untrusted-sender')
    const channel = typeof name === 'string' && Object.hasOwn(contract, name) ? contract[name] : undefined
    if (channel === undefined || typeof name !== 'string') return refuse('unknown-channel')

    const request = channel.input.safeParse(payload)
    if (!request.success) return refuse('malformed-request', pathsOf(request.error))
    try {
      const reply = await answer(name, request.data)
      if (!reply.ok) return reply
      const checked = channel.output.safeParse(reply.value)
      if (checked.success) return { ok: true, value: checked.data }
      report(checked.error, name)
      return refuse('malformed-reply', pathsOf(checked.error))
    } catch (fault) {
      report(fault, name)
      return refuse('internal')
    }
  }
}
