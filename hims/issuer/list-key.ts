import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import type { ListSigner } from '../../domain/card/signed-list.ts'
import { readCertificate } from '../../domain/card/trust-list.ts'
import type { Certificate } from '../../domain/card/trust-list.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { ed25519PublicKey, ed25519Signer, verifyRaw } from '../crypto/ed25519.ts'
import type { ListKeyTable, Store } from '../database/schema.ts'
import { signRequest } from '../key/request.ts'
import { dayInDelhi, moment } from '../world.ts'
import type { IssuerWorld } from './issuer-world.ts'

/** A list key that the root has certified, ready to sign. */
export interface CertifiedSigner extends ListSigner {
  readonly certificate: Certificate
  readonly certificateBytes: Uint8Array
}

/** A list key and its own signature on the wish to be certified. */
export interface SignedRequest {
  readonly publicKey: string
  readonly bytes: Uint8Array
}

/** A request for the root to certify this HIMS's list key; the same key until one is installed. */
export async function requestListKey(store: Store, world: IssuerWorld): Promise<SignedRequest> {
  const { now, random, secrets } = world
  const newest = await store.selectFrom('list_key').selectAll().orderBy('serial', 'desc').executeTakeFirst()
  const waiting = newest?.certificate === null ? secrets.unwrap(newest.seed, newest.public_key) : null
  // By the clock, so that a HIMS which lost everything still outranks what it signed before.
  const serial = Math.max(Math.floor(now() / 1000), (newest?.serial ?? 0) + 1)
  if (newest !== undefined && waiting !== null) {
    const { public_key: publicKey } = newest
    return { publicKey, bytes: signRequest({ publicKey, serial: newest.serial }, ed25519Signer(waiting)) }
  }
  const seed = random(32)
  const publicKey = hexOf(ed25519PublicKey(seed))
  await store
    .insertInto('list_key')
    .values({
      public_key: publicKey,
      seed: secrets.wrap(seed, publicKey),
      serial,
      made_at: moment(now()),
      certificate: null,
      root: null,
    })
    .execute()
  return { publicKey, bytes: signRequest({ publicKey, serial }, ed25519Signer(seed)) }
}

export type InstallProblem = 'not-a-certificate' | 'other-key' | 'older-than-installed' | 'wrong-period'

/** Puts a certificate to the key it was asked for; trust begins with the next list. */
export async function installCertificate(
  store: Store,
  bytes: Uint8Array,
  root: string,
  { now }: IssuerWorld,
): Promise<Result<Certificate, InstallProblem>> {
  const read = readCertificate(bytes, [root], verifyRaw)
  if (read === null) return fail('not-a-certificate')
  const { certificate } = read
  const key = await store
    .selectFrom('list_key')
    .select('public_key')
    .where('public_key', '=', certificate.publicKey)
    .executeTakeFirst()
  if (key === undefined) return fail('other-key')
  const today = dayInDelhi(now())
  if (today < certificate.notBefore || today > certificate.notAfter) return fail('wrong-period')
  const newest = await newestCertified(store)
  if (newest !== null && newest.serial > certificate.serial) return fail('older-than-installed')
  await store
    .updateTable('list_key')
    .set({ certificate: bytes, root, serial: certificate.serial })
    .where('public_key', '=', certificate.publicKey)
    .execute()
  return ok(certificate)
}

const newestCertified = async (store: Store): Promise<ListKeyTable | null> =>
  (await store
    .selectFrom('list_key')
    .selectAll()
    .where('certificate', 'is not', null)
    .orderBy('serial', 'desc')
    .executeTakeFirst()) ?? null

/** The certificate in use, whatever the day. */
export async function currentCertificate(
  store: Store,
): Promise<{ readonly certificate: Certificate; readonly bytes: Uint8Array; readonly root: string } | null> {
  const row = await newestCertified(store)
  if (row?.certificate == null || row.root === null) return null
  const bytes = Uint8Array.from(row.certificate)
  const read = readCertificate(bytes, [row.root], verifyRaw)
  return read === null ? null : { certificate: read.certificate, bytes, root: row.root }
}

/** Who signs lists today, or null: no certificate, one that is over, or a key file that does not fit. */
export async function listSigner(store: Store, { now, secrets }: IssuerWorld): Promise<CertifiedSigner | null> {
  const row = await newestCertified(store)
  const current = await currentCertificate(store)
  const seed = row === null ? null : secrets.unwrap(row.seed, row.public_key)
  if (row === null || current === null || seed === null) return null
  const { certificate, bytes } = current
  const today = dayInDelhi(now())
  if (today < certificate.notBefore || today > certificate.notAfter) return null
  return {
    publicKey: bytesOf(certificate.publicKey),
    sign: ed25519Signer(seed),
    certificate,
    certificateBytes: bytes,
  }
}
