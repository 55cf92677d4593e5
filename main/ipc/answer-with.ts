import type { Contract, Handlers, Reply } from '../../contract/channel.ts'
import { refuse } from './serve.ts'

/** Calls the handler of a channel whose input was checked against the same contract. */
export async function answerWith<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  channel: string,
  input: unknown,
): Promise<Reply> {
  if (!Object.hasOwn(contract, channel)) return refuse('unknown-channel')
  // One of the two typed-table doors: the name was just found in the contract, and `serve` parsed the input by it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const handler = handlers[channel as keyof C] as (checked: unknown) => Promise<unknown>
  return { ok: true, value: await handler(input) }
}
