import { openHims } from '../open.ts'
import type { Log } from '../log.ts'
import { keyFilePath } from '../key/key-file.ts'
import { followMove } from '../move/hand-over.ts'
import type { Served } from '../move/hand-over.ts'
import { himsServer } from '../server.ts'
import { readTls } from '../tls.ts'
import type { TlsFiles } from '../tls.ts'
import type { HimsWorld } from '../world.ts'
import type { Console } from './console.ts'

export interface ServePlan {
  readonly host: string
  readonly port: number
  /** Lets others than this machine read the metrics. */
  readonly metricsOpen?: boolean
  readonly tls?: TlsFiles | null
}

/** Serves until `stop` resolves, then finishes what is under way and folds the log into the database file. */
export async function serve(
  world: HimsWorld,
  { host, port, metricsOpen = false, tls: files = null }: ServePlan,
  { print, log }: Console & { readonly log: Log },
  stop: Promise<void>,
): Promise<void> {
  const tls = files === null ? null : readTls(files)
  if (tls !== null && !tls.ok) throw new Error(tls.problem)
  const secure = tls?.value ?? null
  const open = async (database: string): Promise<Served> => {
    const keyFile = world.keyFile ?? keyFilePath(world.database, undefined) ?? undefined
    const hims = await openHims(database === world.database ? world : { ...world, database, keyFile })
    hims.inside.hub?.start()
    return { hims, server: himsServer(hims, log, { metricsOpen, tls: secure }) }
  }
  const { hims, server } = await open(world.database)
  for (const { by, what } of (await hims.cardKeys.show()).todo) log({ event: 'card-keys', todo: what, by })
  const unfollow = followMove({ hims, server }, open, log)
  try {
    const listening = await server.listen({ host, port })
    const said = secure === null ? { listening } : { listening: listening.replace(/^http:/, 'https:'), pin: secure.pin }
    print(JSON.stringify(said))
    await stop
  } finally {
    await unfollow()
    await server.close()
    await hims.close()
  }
}
