import { randomBytes } from 'node:crypto'

import { PersonId, uuidV7 } from '../../../domain/id.ts'
import type { OwnScript } from '../../../domain/language.ts'
import type { Person, PersonDraft } from '../../../domain/person/person.ts'

export const newId = (): string => uuidV7(Date.now(), randomBytes(10))

interface Given {
  readonly latin: string
  readonly own?: readonly [OwnScript, string]
  readonly age?: number
  readonly phone?: string | null
  readonly locality?: string
  readonly sex?: PersonDraft['sex']
}

export const draft = ({
  latin,
  own,
  age = 40,
  phone = null,
  locality = 'Rohini',
  sex = 'female',
}: Given): PersonDraft => ({
  name: { latin, own: own === undefined ? null : { script: own[0], text: own[1] } },
  sex,
  birth: { kind: 'age', years: age, asOf: '2026-11-22' },
  phone,
  address: { house: '12', locality, district: 'north-west', pin: null },
  guardian: null,
  abha: null,
  bloodGroup: null,
  evidence: null,
  language: 'hi',
})

export const person = (given: Given): Person => ({
  ...draft(given),
  id: PersonId.parse(newId()),
  registeredAt: '2026-11-20T05:00:00.000Z',
})
