import type { ForeignIdentity, ForeignKind, ForeignProof } from '../../../domain/foreign-code/foreign-identity.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { dayText } from '../../ui/format.ts'
import type { StateKind } from '../../ui/icon/state-shape.tsx'

export const kindWord = (t: Text, kind: ForeignKind): string => t(`identity.kind.${kind}`)

/** How far the code is proven, in words. */
export function proofWords(t: Text, proof: ForeignProof): string {
  const by = 'by' in proof ? proof.by : ''
  const day = proof.kind === 'expired' ? proof.on : proof.kind === 'too-early' ? proof.from : null
  return t(`identity.proof.${proof.kind}`, { by, day: day === null ? '' : dayText(t, day) })
}

export const proofShape = ({ proof }: ForeignIdentity): StateKind => (proof.kind === 'signed' ? 'ok' : 'care')
