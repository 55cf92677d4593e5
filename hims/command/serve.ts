import { openHims } from '../open.ts'
import type { Log } from '../log.ts'
import { himsServer } from '../server.ts'
import type { HimsWorld } from '../world.ts'
import type { Console } from './console.ts'

/** Serves until `stop` resolves, then finishes what is under way and folds the log into the database file. */
export async function serve(
  world: HimsWorld,
  { host, port }: { readonly host: string; readonly port: number },
  { print, log }: Console & { readonly log: Log },
  stop: Promise<void>,
): Promise<void> {
  const hims = await openHims(world)
  const server = himsServer(hims, log)
  hims.inside.hub?.start()
  for (const { by, what } of (await hims.cardKeys.show()).todo) log({ event: 'card-keys', todo: what, by })
  try {
    print(JSON.stringify({ listening: await server.listen({ host, port }) }))
    await stop
  } finally {
    await server.close()
    await hims.close()
  }
}
