import assert from 'node:assert/strict'
import { test } from 'node:test'

import {
  array,
  assert as holds,
  boolean,
  constantFrom,
  integer,
  nat,
  oneof,
  property,
  record,
  shuffledSubarray,
  tuple,
} from 'fast-check'
import type { Arbitrary } from 'fast-check'

import { decide, meet } from '../../../domain/person/merge.ts'
import type { Meeting, Standing } from '../../../domain/person/merge.ts'
import { groupOf, groupsOf, isEmptyGroup, sameGroups } from '../../../domain/person/person-group.ts'
import { personGroups, safetyGroups } from '../../../domain/person/person-change.ts'
import type { PersonChange, PersonGroup, PersonGroups, Source } from '../../../domain/person/person-change.ts'
import { Person } from '../../../domain/person/person.ts'
import { Hlc, nextHlc } from '../../../domain/time/hlc.ts'
import { person } from '../main-service/person.ts'

const NOW = Date.parse('2026-11-22T06:00:00.000Z')
const DAY = 24 * 3_600_000
const base: Person = Person.parse({ ...person({ latin: 'Asha Rani', phone: '9111100000' }), bloodGroup: null })

const node = (terminal: number): string => `00000000000${String(terminal + 1)}`
const clock = (terminal: number, at: number, last: Hlc | null = null): Hlc => nextHlc(last, at, node(terminal))

const change = (at: Hlc, was: PersonGroups, set: PersonGroups, source: Source = 'clerk'): PersonChange => ({
  personId: base.id,
  at,
  source,
  was,
  set,
})

const start: Standing = { person: base, versions: [], open: [], changedAt: NOW - 30 * DAY }

/** What HIMS keeps after a meeting. */
function after(standing: Standing, { person: now, versions, proposals, withdrawn }: Meeting): Standing {
  const open = standing.open.filter(({ reviewId }) => !withdrawn.includes(reviewId))
  for (const { group, proposed, amends } of proposals) {
    const at = open.findIndex(({ reviewId }) => reviewId === amends)
    const review = { group, proposed, reviewId: amends ?? `review ${open.length} ${JSON.stringify(proposed)}` }
    if (at === -1) open.push(review)
    else open[at] = review
  }
  return { person: now, versions: [...standing.versions, ...versions], open, changedAt: NOW }
}

const arrive = (standing: Standing, arriving: PersonChange, now = NOW): Standing =>
  after(standing, meet(standing, arriving, { terminal: arriving.at.slice(18), now }))

const arriveAll = (changes: readonly PersonChange[]): Standing =>
  changes.reduce((standing, each) => arrive(standing, each), start)

test('a group that nobody else touched is taken, by any clock', () => {
  const first = arrive(start, change(clock(1, NOW), { phone: base.phone }, { phone: '9876500002' }))
  // The second desk saw the first one's phone, and its clock is years behind.
  const second = arrive(first, change(clock(2, 1000), { phone: '9876500002' }, { phone: '9876500003' }))
  assert.equal(second.person.phone, '9876500003')
  assert.deepEqual(
    second.versions.map(({ value }) => value.phone),
    [base.phone, '9876500002', '9876500003'],
  )
})

test('of two who changed one group the later one wins, and the other stays in the history', () => {
  const early = change(clock(1, NOW - 5000), { phone: base.phone }, { phone: '9876500002' })
  const late = change(clock(2, NOW), { phone: base.phone }, { phone: '9876500003' })
  for (const order of [
    [early, late],
    [late, early],
    [late, early, late],
  ]) {
    const { person: now, versions } = arriveAll(order)
    assert.equal(now.phone, '9876500003')
    assert.equal(
      versions.some(({ value }) => value.phone === '9876500002'),
      true,
    )
  }
})

test('two desks that changed different groups both keep their word', () => {
  const { person: now } = arriveAll([
    change(clock(1, NOW), { phone: base.phone }, { phone: null }),
    change(clock(2, NOW), { language: base.language }, { language: 'pa' }),
  ])
  assert.deepEqual([now.phone, now.language], [null, 'pa'])
})

test('a kiosk never overwrites a clerk, and fills what is empty', () => {
  const kiosk = arrive(start, change(clock(3, NOW), { phone: base.phone }, { phone: '9876500009' }, 'kiosk'))
  assert.equal(kiosk.person.phone, base.phone)
  assert.deepEqual(
    kiosk.open.map(({ proposed }) => proposed),
    [{ phone: '9876500009' }],
  )
  const filled = arrive(start, change(clock(3, NOW), { bloodGroup: null }, { bloodGroup: 'B+' }, 'kiosk'))
  assert.equal(filled.person.bloodGroup, 'B+')
  assert.equal(filled.open.length, 0)
})

test('a signed code outranks a later clerk who did not see it', () => {
  const code = change(
    clock(1, NOW - DAY),
    { name: base.name },
    { name: { latin: 'Asha Rani Devi', own: null } },
    'verified',
  )
  const clerk = change(clock(2, NOW), { name: base.name }, { name: { latin: 'Aasha', own: null } })
  assert.equal(arriveAll([code, clerk]).person.name.latin, 'Asha Rani Devi')
  assert.equal(arriveAll([clerk, code]).person.name.latin, 'Asha Rani Devi')
})

test('two dates of birth are left to a person, whichever came first', () => {
  const one = change(clock(1, NOW), { birth: base.birth }, { birth: { kind: 'date', on: '1990-01-01' } })
  const other = change(clock(2, NOW + 1), { birth: base.birth }, { birth: { kind: 'date', on: '1991-01-01' } })
  const met = arriveAll([one, other])
  assert.deepEqual(met.person.birth, one.set.birth)
  assert.deepEqual(
    met.open.map(({ proposed }) => proposed),
    [other.set],
  )
  assert.equal(arriveAll([one, other, other]).open.length, 1)
})

test('a clerk does not overwrite a date of birth that a signed code gave', () => {
  const evidence = { kind: 'abha', signedBy: 'abdm', reference: '1234', readOn: '2026-01-01' } as const
  const known: Standing = { ...start, person: { ...base, evidence } }
  const met = arrive(known, change(clock(1, NOW), { birth: base.birth }, { birth: { kind: 'date', on: '1990-01-01' } }))
  assert.deepEqual(met.person.birth, base.birth)
  assert.equal(met.open.length, 1)
})

test('a proposal that its author corrects is one review, and none once it says what stands', () => {
  const set = (on: string): PersonGroups => ({ birth: { kind: 'date', on } })
  const first = arriveAll([
    change(clock(1, NOW), { birth: base.birth }, set('1990-01-01')),
    change(clock(2, NOW), { birth: base.birth }, set('1991-01-01')),
  ])
  const amended = arrive(first, change(clock(2, NOW + 2), set('1991-01-01'), set('1992-01-01')))
  assert.deepEqual(
    amended.open.map(({ proposed }) => proposed),
    [set('1992-01-01')],
  )
  assert.equal(arrive(amended, change(clock(2, NOW + 3), set('1992-01-01'), set('1990-01-01'))).open.length, 0)
})

test('a decided value outlasts what comes late, and the other version stays in the history', () => {
  const one = change(clock(1, NOW), { birth: base.birth }, { birth: { kind: 'date', on: '1990-01-01' } })
  const other = change(clock(2, NOW + 1), { birth: base.birth }, { birth: { kind: 'date', on: '1991-01-01' } })
  const met = arriveAll([one, other])
  const by = { said: clock(3, NOW + 2), terminal: 'x' }
  const decided = after(met, decide(met, { group: 'birth', proposed: other.set }, 'proposed', by))
  assert.deepEqual(decided.person.birth, other.set.birth)
  assert.equal(
    decided.versions.some(({ value }) => sameGroups(value, one.set)),
    true,
  )
  const again = arrive(decided, one)
  assert.deepEqual(again.person.birth, other.set.birth)
})

test('a row that came in without a change is met as it is', () => {
  const first = arrive(start, change(clock(1, NOW), { phone: base.phone }, { phone: '9876500002' }))
  const loaded: Standing = { ...first, person: { ...first.person, phone: '9876500007' }, changedAt: NOW + 60_000 }
  const late = arrive(loaded, change(clock(2, NOW + 30_000), { phone: base.phone }, { phone: '9876500003' }))
  assert.equal(late.person.phone, '9876500007')
  assert.equal(
    arrive(loaded, change(clock(2, NOW + 90_000), { phone: base.phone }, { phone: null })).person.phone,
    null,
  )
})

const aValue: Readonly<Record<PersonGroup, Arbitrary<PersonGroups>>> = {
  name: constantFrom('Asha', 'Usha', 'Isha').map((latin) => ({ name: { latin, own: null } })),
  birth: constantFrom('1990-01-01', '1991-02-02', '1992-03-03').map((on) => ({ birth: { kind: 'date', on } })),
  sex: constantFrom('female', 'male', 'unknown').map((sex) => ({ sex })),
  bloodGroup: constantFrom('A+', 'B+', null).map((bloodGroup) => ({ bloodGroup })),
  phone: constantFrom('9876500011', '9876500012', null).map((phone) => ({ phone })),
  address: constantFrom('Rohini', 'Dwarka').map((locality) => ({ address: { ...base.address, locality } })),
  guardian: constantFrom('Ram', 'Shyam').map((name) => ({ guardian: { relation: 'father', name } })),
  language: constantFrom('hi', 'pa', 'ur').map((language) => ({ language })),
  abha: constantFrom('91234567890123', null).map((abha) => ({ abha })),
}

/** Right, of 1970, ten years ahead, hours behind or ahead. */
const aClock = oneof(
  integer({ min: -60_000, max: 60_000 }).map((off) => NOW + off),
  constantFrom(0, NOW + 3650 * DAY, NOW - 3 * 3_600_000, NOW + 3 * 3_600_000, NOW + 2 * DAY),
)

const aSource = constantFrom<Source>('verified', 'clerk', 'clerk', 'kiosk')

/** Desks that were cut off from each other: each saw the person as registered. */
const apart = array(record({ group: constantFrom(...personGroups), at: aClock, source: aSource, pick: nat() }), {
  minLength: 1,
  maxLength: 7,
}).chain((seeds) =>
  tuple(...seeds.map(({ group }) => aValue[group])).map((values) =>
    seeds.map(({ group, at, source }, index) =>
      change(clock(index, at), groupOf(groupsOf(base), group), values[index] ?? {}, source),
    ),
  ),
)

const shuffled = (changes: readonly PersonChange[]) =>
  tuple(
    shuffledSubarray([...changes], { minLength: changes.length, maxLength: changes.length }),
    shuffledSubarray([...changes], { minLength: changes.length, maxLength: changes.length }),
    shuffledSubarray([...changes]),
  )

/** Every value of a group that stands or waits for a decision. */
const versionsOf = ({ person: now, open }: Standing, group: PersonGroup): string =>
  JSON.stringify(
    [groupOf(groupsOf(now), group), ...open.filter((each) => each.group === group).map(({ proposed }) => proposed)]
      .filter((value) => !isEmptyGroup(value))
      .map((value) => JSON.stringify(value))
      .toSorted(),
  )

test('any order and any repetition end in the same person', () => {
  holds(
    property(
      apart.chain((changes) => shuffled(changes)),
      ([one, other, again]) => {
        const [left, right] = [arriveAll(one), arriveAll([...other, ...again])]
        for (const group of personGroups) {
          if (safetyGroups.has(group)) assert.equal(versionsOf(left, group), versionsOf(right, group))
          else assert.deepEqual(groupOf(groupsOf(left.person), group), groupOf(groupsOf(right.person), group))
        }
        assert.equal(right.versions.length, left.versions.length)
      },
    ),
    { numRuns: 3000 },
  )
})

test('no value disappears without a trace, and no safety value without a version or a review', () => {
  holds(
    property(apart, (changes) => {
      let standing = start
      for (const each of changes) {
        const before = standing
        standing = arrive(standing, each)
        for (const group of personGroups) {
          const was = groupOf(groupsOf(before.person), group)
          if (sameGroups(was, groupOf(groupsOf(standing.person), group))) continue
          assert.equal(
            standing.versions.some(({ value }) => sameGroups(value, was)),
            true,
          )
          // What two desks say differently is never decided by a clock.
          const safe = !safetyGroups.has(group) || isEmptyGroup(was) || sameGroups(groupOf(each.was, group), was)
          assert.equal(safe, true, group)
        }
        for (const { proposed } of before.open) {
          assert.equal(
            standing.versions.some(({ value }) => sameGroups(value, proposed)),
            true,
          )
        }
      }
    }),
    { numRuns: 2000 },
  )
})

interface Step {
  readonly desk: number
  readonly at: number
  readonly pulls: boolean
}

/** Desks that see one another's work now and then, each by its own clock; their values never repeat. */
const history = array(record<Step>({ desk: nat({ max: 3 }), at: aClock, pulls: boolean() }), {
  minLength: 2,
  maxLength: 12,
})

test('whoever saw what stands and corrects it is heard, whatever the clocks say', () => {
  holds(
    property(history, (steps) => {
      let standing = start
      const seen = new Map<number, string | null>()
      const last = new Map<number, Hlc>()
      for (const [index, { desk, at, pulls }] of steps.entries()) {
        const was = pulls ? standing.person.phone : (seen.get(desk) ?? base.phone)
        const phone = `98765${String(index).padStart(5, '0')}`
        const said = clock(desk, at, last.get(desk) ?? null)
        const heard = was === standing.person.phone
        standing = arrive(standing, change(said, { phone: was }, { phone }))
        if (heard) assert.equal(standing.person.phone, phone)
        assert.equal(
          standing.versions.some(({ value }) => value.phone === phone),
          true,
        )
        seen.set(desk, phone)
        last.set(desk, said)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a wrong clock does not win for more than a day', () => {
  holds(
    property(integer({ min: 2, max: 40_000 }), integer({ min: 1, max: 40_000 }), (ahead, hours) => {
      const wrong = change(clock(1, NOW + ahead * DAY), { phone: base.phone }, { phone: '9876500002' })
      const first = arrive(start, wrong, NOW)
      const later = NOW + DAY + hours * 1000
      const right = change(clock(2, later), { phone: base.phone }, { phone: '9876500003' })
      assert.equal(arrive(first, right, later).person.phone, '9876500003')
    }),
    { numRuns: 500 },
  )
})
