import { compareSources, compareStamps, answering, stampOf } from './stamp.ts'
import type { Stamp } from './stamp.ts'
import { groupOf, groupsOf, isEmptyGroup, sameGroups, withGroups } from './person-group.ts'
import { withSource } from './fact-source.ts'
import type { FactSource } from './fact-source.ts'
import { personGroups, safetyGroups } from './person-change.ts'
import type { PersonChange, PersonGroup, PersonGroups, Source } from './person-change.ts'
import type { Person } from './person.ts'
import { Hlc } from '../time/hlc.ts'
import { unreachable } from '../result.ts'

/** What one change said of one group. Every version is kept, whether it stood or not. */
export interface Version {
  readonly group: PersonGroup
  readonly value: PersonGroups
  readonly stamp: Stamp
  readonly source: Source
  /** Null for what was there before any change, and for what came in another way. */
  readonly terminal: string | null
  readonly outcome: Outcome
}

/** `before` stood first; `same` said what stood already; `older` lost; `review` waits for a person, who may make it `decided`. */
export type Outcome = 'before' | 'taken' | 'same' | 'older' | 'review' | 'decided'

/** A proposal that nobody has decided yet. */
export interface OpenProposal {
  readonly reviewId: string
  readonly group: PersonGroup
  readonly proposed: PersonGroups
}

export interface Proposal {
  readonly group: PersonGroup
  readonly stands: PersonGroups
  readonly proposed: PersonGroups
  /** The review whose proposal this corrects; null for a new one. */
  readonly amends: string | null
}

export interface Meeting {
  readonly person: Person
  /** New versions, those that stood before anything changed included. */
  readonly versions: readonly Version[]
  readonly proposals: readonly Proposal[]
  /** Reviews that ask nothing any more: what they propose stands now, or their author took it back. */
  readonly withdrawn: readonly string[]
}

/** All that HIMS knows of a person when a change arrives. */
export interface Standing {
  readonly person: Person
  readonly versions: readonly Version[]
  readonly open: readonly OpenProposal[]
  /** When the row last changed at HIMS, Unix milliseconds: dates what came in without a change. */
  readonly changedAt: number
}

/** Before every change. */
const FIRST = Hlc.parse('000000000000-0000-000000000000')

/**
 * How a correction meets the person as HIMS has it. Nothing is refused for its clock; what does not stand is kept as a
 * version, and two versions of what a wrong treatment could follow from are left to a person.
 */
export function meet(
  standing: Standing,
  change: PersonChange,
  from: { readonly terminal: string; readonly now: number },
): Meeting {
  let meeting: Meeting = { person: standing.person, versions: [], proposals: [], withdrawn: [] }
  for (const group of personGroups) {
    const set = groupOf(change.set, group)
    const was = groupOf(change.was, group)
    if (Object.keys(set).length === 0 || sameGroups(was, set)) continue
    const met = meetGroup(standing, change, { group, set, was }, from)
    meeting = {
      person: met.stands ? knownBy(withGroups(meeting.person, set), group, sourceIn(change, group)) : meeting.person,
      versions: [...meeting.versions, ...met.versions],
      proposals: met.proposal === null ? meeting.proposals : [...meeting.proposals, met.proposal],
      withdrawn: [...meeting.withdrawn, ...met.withdrawn],
    }
  }
  return meeting
}

/** The person with how each changed group is known in place of how it was. */
export const withSources = (person: Person, change: Pick<PersonChange, 'set' | 'source' | 'sources'>): Person =>
  personGroups
    .filter((group) => Object.keys(groupOf(change.set, group)).length > 0)
    .reduce((all, group) => knownBy(all, group, sourceIn(change, group)), person)

/** What a terminal from before sources said of a fact is how sure it was. */
export function sourceIn(
  { source, sources }: Pick<PersonChange, 'source' | 'sources'>,
  group: PersonGroup,
): FactSource | undefined {
  return sources?.[group] ?? (source === 'clerk' ? undefined : source)
}

/** The person with how one group is known in place of how it was. */
function knownBy(person: Person, group: PersonGroup, said: FactSource | undefined): Person {
  const { sources, ...rest } = person
  const now = withSource(sources, group, said)
  return now === undefined ? rest : { ...rest, sources: now }
}

interface GroupChange {
  readonly group: PersonGroup
  readonly was: PersonGroups
  readonly set: PersonGroups
}

interface GroupMet {
  readonly stands: boolean
  readonly versions: readonly Version[]
  readonly proposal: Proposal | null
  readonly withdrawn: readonly string[]
}

const nothingNew: GroupMet = { stands: false, versions: [], proposal: null, withdrawn: [] }

function meetGroup(
  standing: Standing,
  { at, source }: PersonChange,
  { group, was, set }: GroupChange,
  { terminal, now }: { readonly terminal: string; readonly now: number },
): GroupMet {
  const versions = standing.versions.filter((version) => version.group === group)
  if (versions.some(({ stamp }) => stamp.said === at)) return nothingNew
  const stood = standingVersion(standing, group, versions)
  const own = stampOf(at, source, now)
  // Against what its author saw, also when that stands no more: so the order of arrival does not matter.
  const seen = newest([stood, ...versions].filter(({ value }) => sameGroups(value, was)))
  const stamp = seen === null ? own : answering(own, seen.stamp)
  const amended = standing.open.find((open) => open.group === group && sameGroups(open.proposed, was))
  const outcome = outcomeOf({ group, was, set, stood, stamp, source })
  const version: Version = { group, value: set, stamp, source, terminal, outcome }
  const settled = standing.open.filter(
    (open) => open === amended || (open.group === group && sameGroups(open.proposed, set)),
  )
  const asked = standing.open.some((open) => open.group === group && sameGroups(open.proposed, set))
  const proposal: Proposal = { group, stands: stood.value, proposed: set, amends: amended?.reviewId ?? null }
  return {
    stands: outcome === 'taken',
    versions: versions.includes(stood) ? [version] : [stood, version],
    proposal: outcome === 'review' && !asked ? proposal : null,
    withdrawn: outcome === 'same' || outcome === 'taken' ? settled.map(({ reviewId }) => reviewId) : [],
  }
}

const newest = (versions: readonly Version[]): Version | null =>
  versions.reduce(
    (last: Version | null, version) => (last === null || compareStamps(version.stamp, last.stamp) > 0 ? version : last),
    null,
  )

/** The version that the row shows; one is made up when the row came to be in another way than by a change. */
export function standingVersion(standing: Standing, group: PersonGroup, versions: readonly Version[]): Version {
  const value = groupOf(groupsOf(standing.person), group)
  const known = newest(
    versions.filter(
      (version) => version.outcome !== 'review' && version.outcome !== 'older' && sameGroups(version.value, value),
    ),
  )
  if (known !== null) return known
  const source: Source = wasVerified(standing.person, group) && versions.length === 0 ? 'verified' : 'clerk'
  const said = versions.length === 0 ? FIRST : stampText(standing.changedAt)
  return {
    group,
    value,
    stamp: { rank: source, hlc: said, depth: 0, own: said, said },
    source,
    terminal: null,
    outcome: 'before',
  }
}

const stampText = (milliseconds: number): Hlc =>
  Hlc.parse(`${Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0')}-0000-000000000000`)

/** What a signed code says of its holder in every one of its kinds. */
const inCodes: ReadonlySet<PersonGroup> = new Set(['name', 'birth', 'sex'])

function wasVerified({ evidence }: Person, group: PersonGroup): boolean {
  // A record written before codes were read says nothing of them.
  if ((evidence ?? null) === null || evidence?.signedBy === null) return false
  return inCodes.has(group) || (group === 'abha' && evidence?.kind === 'abha')
}

interface Case extends GroupChange {
  readonly stood: Version
  readonly stamp: Stamp
  readonly source: Source
}

function outcomeOf({ group, was, set, stood, stamp, source }: Case): 'same' | 'taken' | 'older' | 'review' {
  if (sameGroups(set, stood.value)) return 'same'
  const untouched = sameGroups(was, stood.value)
  const sure = compareSources(source, stood.source) >= 0
  if (safetyGroups.has(group)) {
    if (isEmptyGroup(stood.value)) return 'taken'
    return untouched && sure ? 'taken' : 'review'
  }
  if (source === 'kiosk' && !sure) return untouched && isEmptyGroup(stood.value) ? 'taken' : 'review'
  if (untouched) return 'taken'
  return compareStamps(stamp, stood.stamp) > 0 ? 'taken' : 'older'
}

/** What was proposed, and how that came to be known; nobody knows it of proposals from before it was kept with them. */
interface Decision {
  readonly group: PersonGroup
  readonly proposed: PersonGroups
  readonly known?: FactSource | undefined
}

/** What a decided review makes of the person: the version that a person chose outranks what stood. */
export function decide(
  standing: Standing,
  { group, proposed, known }: Decision,
  choice: 'stands' | 'proposed',
  by: { readonly said: Hlc; readonly terminal: string },
): Meeting {
  const versions = standing.versions.filter((version) => version.group === group)
  const stood = standingVersion(standing, group, versions)
  const value = choice === 'proposed' ? proposed : stood.value
  const top = newest([stood, ...versions]) ?? stood
  const version: Version = {
    group,
    value,
    stamp: { ...top.stamp, depth: top.stamp.depth + 1, own: by.said, said: by.said },
    source: sourceOf(choice, stood, versions, proposed),
    terminal: by.terminal,
    outcome: 'decided',
  }
  const before = versions.includes(stood) ? [] : [stood]
  const person = withGroups(standing.person, value)
  return {
    person: sameGroups(value, stood.value) ? person : knownBy(person, group, known),
    versions: [...before, version],
    proposals: [],
    withdrawn: [],
  }
}

/** Somebody at a desk decided, so it is at least a clerk's word. */
function sourceOf(
  choice: 'stands' | 'proposed',
  stood: Version,
  versions: readonly Version[],
  proposed: PersonGroups,
): Source {
  switch (choice) {
    case 'stands':
      return stood.source === 'verified' ? 'verified' : 'clerk'
    case 'proposed':
      return versions.some(({ value, source }) => source === 'verified' && sameGroups(value, proposed))
        ? 'verified'
        : 'clerk'
    default:
      return unreachable(choice)
  }
}
