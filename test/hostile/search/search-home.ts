import { generateHospital } from '../../../build/demo/seed/hospital.ts'
import { desk } from '../../../contract/desk.ts'
import type { CardBlank } from '../../../domain/card/card-record.ts'
import type { Person, PersonDraft } from '../../../domain/person/person.ts'
import { localDay } from '../../../main/service/local-time.ts'
import { dayOfTests } from '../../fake/day-of-tests.ts'
import { removeFolder, temporaryFolder } from '../../fake/world.ts'
import { workingTerminal } from '../../unit/main-service/fixture.ts'

/** A desk's terminal, its store encrypted, with the demonstration's people. */
export interface SearchHome {
  readonly people: readonly Person[]
  readonly today: string
  /** Of the newest people, so many as were asked for. */
  readonly cards: readonly { readonly person: Person; readonly card: CardBlank }[]
  /** Who is shown for what stands in the search box, the likeliest first. */
  readonly search: (text: string) => Promise<readonly Person[]>
  /** Who is shown as perhaps the same before somebody is saved, the likeliest first. */
  readonly likely: (draft: PersonDraft) => Promise<readonly Person[]>
  /** Who is opened by a code under the scanner. */
  readonly scan: (text: string) => Promise<Person | null>
}

const HOW_MANY = 5000

export async function withSearchHome<Value>(cards: number, work: (home: SearchHome) => Promise<Value>): Promise<Value> {
  const today = localDay(dayOfTests())
  const { people } = generateHospital({ seed: 'lok-nayak', today, people: HOW_MANY })
  const folder = temporaryFolder()
  let given: SearchHome['cards'] = []
  const { terminal } = await workingTerminal(folder, 'desk', (hims) => {
    for (const row of people) hims.putRow({ table: 'person', row })
    given = people.slice(-cards).map((person) => ({ person, card: hims.blank('permanent') }))
    for (const { person, card } of given) {
      const { cardId, statusIndex, issued, expires, term } = card
      const row = { cardId, personId: person.id, statusIndex, issued, expires, term, status: 'active' } as const
      hims.putRow({ table: 'card', row: { ...row, profile: 'P-ID' } })
    }
  })
  try {
    const { channels } = desk
    return await work({
      people,
      today,
      cards: given,
      async search(text) {
        const { hits } = channels['person.search'].output.parse(await terminal.want('person.search', { text }))
        return hits.map(({ person }) => person)
      },
      async likely(draft) {
        const hits = channels['person.likely'].output.parse(await terminal.want('person.likely', draft))
        return hits.map(({ person }) => person)
      },
      async scan(text) {
        const asked = { text, source: 'wedge' }
        return channels['scan.text'].output.parse(await terminal.want('scan.text', asked)).person
      },
    })
  } finally {
    await terminal.close()
    removeFolder(folder)
  }
}
