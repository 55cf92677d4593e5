import type { z } from 'zod'

import type { RoleContract } from '../../../contract/channel.ts'
import type { Actor } from './stage.ts'

/** Asks a page's own bridge, as its screens do, and reads the answer by the contract. */
export async function askPage<R extends RoleContract, Name extends keyof R['channels'] & string>(
  { page }: Actor,
  contract: R,
  name: Name,
  question: z.input<R['channels'][Name]['input']>,
): Promise<z.output<R['channels'][Name]['output']>> {
  const wanted: readonly [string, unknown] = [name, question]
  const reply: unknown = await page.evaluate(
    ([channel, input]) => Reflect.get(Reflect.get(Reflect.get(globalThis, 'hims'), 'ask'), channel)(input),
    wanted,
  )
  // The contract is a typed table, looked up by a name of its own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return contract.channels[name]?.output.parse(reply) as z.output<R['channels'][Name]['output']>
}
