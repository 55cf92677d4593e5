import type { Operator } from '../hospital/operator.ts'
import type { Roster } from '../hospital/roster.ts'
import type { FourTexts } from '../language.ts'
import type { Dated } from './dated.ts'
import { metaOf } from './place.ts'
import { system } from './vocabulary.ts'
import type { Resource } from './vocabulary.ts'

const scripts = [
  ['hi', 'Deva'],
  ['pa', 'Guru'],
  ['ur', 'Arab'],
] as const

const inScripts = (names: FourTexts): readonly object[] =>
  scripts.map(([language, script]) => ({
    use: 'usual',
    text: names[language],
    extension: [{ url: system.script, valueCode: script }],
  }))

/** A member of staff as FHIR R4 Practitioner; whoever has left stays readable for what they did. */
export function practitionerOf(found: Dated<Operator>): Resource<'Practitioner'> {
  const { id, name, names, left } = found.row
  return {
    resourceType: 'Practitioner',
    id,
    meta: metaOf(found),
    identifier: [{ system: system.staff, value: id }],
    active: left === undefined,
    name: [{ use: 'official', text: name }, ...(names === undefined ? [] : inScripts(names))],
  }
}

/** What a member of staff may do here, and from when until when, as FHIR R4 PractitionerRole. */
export function practitionerRoleOf(found: Dated<Operator>): Resource<'PractitionerRole'> {
  const { id, roles, department, facility, since, left } = found.row
  const period = { ...(since === undefined ? {} : { start: since }), ...(left === undefined ? {} : { end: left }) }
  return {
    resourceType: 'PractitionerRole',
    id,
    meta: metaOf(found),
    active: left === undefined,
    ...(since === undefined && left === undefined ? {} : { period }),
    practitioner: { reference: `Practitioner/${id}` },
    ...(facility === undefined ? {} : { organization: { reference: `Organization/${facility}` } }),
    ...(roles.length === 0 ? {} : { code: roles.map((code) => ({ coding: [{ system: system.staffRole, code }] })) }),
    ...(department === undefined ? {} : { healthcareService: [{ reference: `HealthcareService/${department}` }] }),
  }
}

/** Hours of the hospital's wall clock as an instant. */
const instant = (day: string, clock: string): string => `${day}T${clock}:00+05:30`

/** One doctor's hours in one room as FHIR R4 Schedule. */
export function scheduleOf(found: Dated<Roster>): Resource<'Schedule'> {
  const { id, operator, department, room, day, from, to, status } = found.row
  return {
    resourceType: 'Schedule',
    id,
    meta: metaOf(found),
    active: status === 'planned',
    actor: [
      { reference: `Practitioner/${operator}` },
      { reference: `Location/${room}` },
      { reference: `HealthcareService/${department}` },
    ],
    planningHorizon: { start: instant(day, from), end: instant(day, to) },
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The id of the schedule that a slot is of, and the slot's place in it; null for another's slot. */
export function slotPlace(id: string): { readonly schedule: string; readonly place: number } | null {
  const [, schedule, place] = /^(.+)\.(\d{1,4})$/.exec(id) ?? []
  return schedule === undefined ? null : { schedule, place: Number(place) }
}

/** The hours cut into the minutes that one patient takes, as FHIR R4 Slots; a rest that is too short is none. */
export function slotsOf(found: Dated<Roster>): readonly Resource<'Slot'>[] {
  const { id, day, from, to, minutes, status } = found.row
  const count = Math.max(0, Math.floor((minutesOf(to) - minutesOf(from)) / minutes))
  return Array.from({ length: count }, (_, at) => {
    const start = minutesOf(from) + at * minutes
    return {
      resourceType: 'Slot',
      id: `${id}.${at}`,
      meta: metaOf(found),
      schedule: { reference: `Schedule/${id}` },
      // Numbers are given out at the desk: a slot is time that is planned, not an appointment that is kept.
      status: status === 'planned' ? 'free' : 'busy-unavailable',
      start: instant(day, clockOf(start)),
      end: instant(day, clockOf(start + minutes)),
    }
  })
}
