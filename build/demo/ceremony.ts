import type { Hims } from '../../hims/hims.ts'
import { certify, readRequest } from '../../hims/key/request.ts'
import { dayInDelhi, yearsLater } from '../../hims/world.ts'

export interface CeremonyWorld {
  readonly now: () => number
  /** The private key of a root that nobody keeps: 32 bytes. */
  readonly rootSeed: Uint8Array
}

/** The key ceremony of docs/card-keys.md without its officers, for a hospital that is made up; gives the root to pin. */
export async function ceremony(hims: Hims, { now, rootSeed }: CeremonyWorld): Promise<string> {
  const { root, todo } = await hims.cardKeys.show()
  if (root !== null && !todo.some(({ what }) => what === 'certify-list-key')) return root
  const { publicKey, bytes } = await hims.cardKeys.request()
  const request = readRequest(bytes, publicKey)
  if (request === null) throw new Error('HIMS asked for a certificate in a way that nobody can read')
  const today = dayInDelhi(now())
  const certified = certify(request, rootSeed, { from: today, to: yearsLater(today, 2) })
  const installed = await hims.cardKeys.install(certified.certificate, certified.root)
  if (!installed.ok) throw new Error(`HIMS did not take its certificate: ${installed.problem}`)
  return certified.root
}
