import { ScanAnswer } from '../../../contract/shell.ts'
import { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import type { Person } from '../../../domain/person/person.ts'

/** What the code of a made-up person says. */
export const identity = (
  kind: ForeignIdentity['kind'],
  proof: ForeignIdentity['proof'],
  facts: Partial<ForeignIdentity['facts']> = {},
): ForeignIdentity =>
  ForeignIdentity.parse({
    kind,
    proof,
    reference: kind === 'abha' ? '0123' : '4826',
    facts: {
      latin: 'Simran Kaur',
      own: { script: 'Guru', text: 'ਸਿਮਰਨ ਕੌਰ' },
      sex: 'female',
      birth: { kind: 'date', on: '1991-04-06' },
      phone: '9811047263',
      guardian: { relation: 'husband', name: 'Harjit Singh' },
      house: '14-B, Gali 9, Near Gurudwara',
      locality: 'Tilak Nagar, West Delhi',
      district: 'west',
      pin: '110018',
      abha: kind === 'abha' ? '91234567890123' : null,
      ...facts,
    },
  })

const answer = (foreign: object, person: Person | null = null): ScanAnswer =>
  ScanAnswer.parse({ card: { kind: 'not-a-card' }, person, source: 'other', device: 'hand scanner', identity: foreign })

export const readCode = (
  read: ForeignIdentity,
  query: string | null = null,
  person: Person | null = null,
): ScanAnswer => answer({ kind: 'read', identity: read, query }, person)

export const refusedCode = (why: 'bad-signature' | 'several-parts'): ScanAnswer =>
  answer({ kind: 'refused', of: why === 'bad-signature' ? 'aadhaar' : 'smart-health-card', why })

export const noticedCode = (): ScanAnswer => answer({ kind: 'noticed', of: 'abha' })
