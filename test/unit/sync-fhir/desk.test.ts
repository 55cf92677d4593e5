import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { Person } from '../../../domain/person/person.ts'
import { draft } from '../main-service/fixture.ts'
import { department, fhirTerminal, peers } from './peer.ts'
import type { FhirTerminal, Fault } from './peer.ts'

const Saved = z.object({ kind: z.literal('saved'), person: Person })

async function register({ terminal }: FhirTerminal, latin: string): Promise<Person> {
  const input = { draft: { ...draft({ latin, phone: null }), bloodGroup: 'B+' }, distinctFrom: [] }
  return Saved.parse(await terminal.want('person.register', input)).person
}

/** Loses one exchange of a round: the request on its way there, or the answer on its way back. */
const losing =
  (at: number, what: 'request-lost' | 'answer-lost'): Fault =>
  (_, count) =>
    count === at ? what : null

for (const open of peers) {
  test('a person and a visit arrive once whichever exchange is cut', async (t) => {
    const peer = await open(t)
    const desk = await fhirTerminal(t, peer)
    const names = []
    // A mutation's exchanges: is it there, is its resource there, the transaction; then the visit's.
    // Both servers answer alike; each step is cut at one of them.
    for (const cut of peer.name === 'HIMS' ? [3, 5] : [1, 2, 3, 4, 5, 6]) {
      for (const what of cut === 3 ? (['request-lost', 'answer-lost'] as const) : (['answer-lost'] as const)) {
        desk.fault(losing(cut, what))
        const person = await register(desk, `Asha ${'abcdef'[cut - 1]}${what === 'answer-lost' ? 'x' : 'y'} Devi`)
        await desk.terminal.want('token.issue', { personId: person.id, department: department.code })
        await desk.settled()
        assert.ok(desk.exchanges() >= cut, `${peer.name}: exchange ${cut} was never reached`)
        names.push(person)
        const there = await peer.get('Patient', person.id)
        assert.equal(Object(there)['gender'], 'female', peer.name)
        const visits = await peer.find('Encounter', `patient=${person.id}`)
        assert.equal(visits.length, 1, peer.name)
        const [token] = z.array(z.object({ value: z.string() })).parse(visits[0]?.['identifier'])
        assert.match(token?.value ?? '', /^medicine\/\d{4}-\d\d-\d\d\/M3 \d+$/)
      }
    }
    const provenances = await peer.find('Provenance', `target=Patient/${names[0]?.id ?? ''}&_count=50`)
    assert.equal(
      provenances.filter(({ entity }) => JSON.stringify(entity ?? '').includes('urn:hims:mutation')).length,
      1,
      peer.name,
    )
  })
}
