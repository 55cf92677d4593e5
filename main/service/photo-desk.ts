import type { z } from 'zod'

import type { registerChannels } from '../../contract/register.ts'
import { PHOTO_BYTES } from '../../contract/register.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'

type Kept = z.input<(typeof registerChannels)['photo.keep']['output']>

/** A WebP picture begins so, and a JPEG one otherwise; nothing else is kept. */
const isPicture = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' || (bytes[0] === 0xff && bytes[1] === 0xd8)

/** Keeps the photo of somebody who agreed to it, or takes it away. */
export function keepPhoto(
  bench: Bench,
  { personId, photo }: { readonly personId: PersonId; readonly photo: string | null },
): Kept {
  const person = personHere(bench.store, personId)
  const session = bench.session()
  const bytes = photo === null ? null : Buffer.from(photo, 'base64')
  const isGood = bytes === null || (isPicture(bytes) && bytes.length <= PHOTO_BYTES)
  if (person === null || session.kind === 'locked' || !isGood) return { kind: 'gone' }
  const saved = bench.save((write) => {
    const kept = bytes === null ? null : { bytes, takenAt: write.at, by: session.operator }
    bench.store.photos.keep(person.id, kept)
    write.audit(bytes === null ? 'photo.removed' : 'photo.kept', person.id)
  })
  return saved.ok ? { kind: 'kept' } : { kind: 'not-saved', cause: saved.problem }
}

export function photoOf({ store }: Bench, id: PersonId): { photo: string; takenAt: string } | null {
  const person = personHere(store, id)
  const kept = person === null ? null : store.photos.of(person.id)
  return kept === null ? null : { photo: Buffer.from(kept.bytes).toString('base64'), takenAt: kept.takenAt }
}
