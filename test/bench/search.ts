import { generateHospital } from '../../build/demo/seed/hospital.ts'
import { randomFrom } from '../../build/demo/seed/random.ts'
import { desk } from '../../contract/desk.ts'
import { ageOn, PersonDraft } from '../../domain/person/person.ts'
import { localDay } from '../../main/service/local-time.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { likeSearch } from './like-search.ts'
import { duel, percent, timeFigures } from './sample.ts'
import { searchCases } from './search-case.ts'
import type { SearchCase } from './search-case.ts'
import { withDesk } from './terminal.ts'

const peerName = "LIKE '%…%', not encrypted"
const WITHIN = 3
const sizes: Readonly<Record<Size, { readonly people: number; readonly each: number }>> = {
  full: { people: 5000, each: 20 },
  tiny: { people: 120, each: 1 },
}

/** What stands in the box after one more letter. */
interface Keystroke {
  readonly typed: string
  /** What the peer is told: the name alone, and the age once it is typed. */
  readonly name: string
  readonly age: number | null
  /** The case, when this was its last letter. */
  readonly done: SearchCase | null
}

interface Outcome {
  readonly ours: boolean
  readonly peer: boolean
}

export async function search(size: Size): Promise<readonly Figure[]> {
  const { people: count, each } = sizes[size]
  const today = localDay(new Date())
  const { people } = generateHospital({ seed: 'bench', today, people: count })
  const cases = searchCases(people, randomFrom('bench/search'), each, today)
  return withDesk(people, async ({ terminal, folder }) => {
    const plain = likeSearch(folder, people, today)
    const replies = new Map<SearchCase, unknown>()
    const plainIds = new Map<SearchCase, readonly string[]>()
    const samples = await duel(cases.flatMap(keystrokes), 50, {
      async ours({ typed, done }) {
        const reply = await terminal.ask('person.search', { text: typed })
        if (done !== null) replies.set(done, reply.ok ? reply.value : null)
      },
      peer({ name, age, done }) {
        const ids = plain.find(name, age)
        if (done !== null) plainIds.set(done, ids)
      },
    })
    const twins = await duel(people.slice(-count / 20), 10, {
      ours: (person) => terminal.want('person.likely', PersonDraft.strip().parse(person)),
      peer: ({ name, birth }) => plain.find(name.latin, ageOn(birth, today)),
    })
    plain.close()
    const outcome = (sought: SearchCase): Outcome => ({
      ours: holds(sought, idsOf(replies.get(sought))),
      peer: holds(sought, plainIds.get(sought) ?? []),
    })
    const times = [
      ...timeFigures('one letter to results', peerName, samples),
      ...timeFigures('who may be the same person', peerName, twins),
    ]
    return [...times, ...recallFigures(cases, outcome)]
  })
}

/** Whoever types one letter has asked nothing yet: it begins with the second. */
function keystrokes(found: SearchCase): readonly Keystroke[] {
  const letters = Array.from(found.name)
  const names = letters.map((_, at) => letters.slice(0, at + 1).join('')).slice(1)
  const strokes = names.map((name) => ({ typed: name, name, age: null, done: null }))
  const last =
    found.age === null ? [] : [{ typed: `${found.name} ${found.age}`, name: found.name, age: found.age, done: null }]
  return [...strokes, ...last].map((stroke, at, all) => (at === all.length - 1 ? { ...stroke, done: found } : stroke))
}

const holds = ({ person }: SearchCase, ids: readonly string[]): boolean => ids.slice(0, WITHIN).includes(person.id)

const idsOf = (answer: unknown): readonly string[] =>
  desk.channels['person.search'].output.parse(answer).hits.map(({ person }) => person.id)

function recallFigures(cases: readonly SearchCase[], outcome: (each: SearchCase) => Outcome): readonly Figure[] {
  const recall = (measure: string, some: readonly SearchCase[]) => {
    const outcomes = some.map(outcome)
    const share = { ours: percent(outcomes.map(({ ours }) => ours)), peer: percent(outcomes.map(({ peer }) => peer)) }
    return figure(measure, '%', peerName, share)
  }
  const kinds = [...new Set(cases.map(({ kind }) => kind))]
  return [
    recall(`right person in the first ${WITHIN}`, cases),
    ...kinds.map((kind) =>
      recall(
        `… typed: ${kind}`,
        cases.filter((each) => each.kind === kind),
      ),
    ),
  ]
}
