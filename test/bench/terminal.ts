import { operator } from '../unit/main-service/fixture.ts'
import type { Person } from '../../domain/person/person.ts'
import { himsStub } from '../fake/hims-stub.ts'
import { fakeTerminal, removeFolder, temporaryFolder, until } from '../fake/world.ts'
import type { FakeTerminal } from '../fake/world.ts'

export interface BenchDesk {
  readonly terminal: FakeTerminal
  /** A folder on the disk that holds the store. */
  readonly folder: string
}

const FILLING_PATIENCE = 60_000

/** A real desk terminal, encrypted store and all, that has received these people from HIMS and lost its network since. */
export async function withDesk<Value>(
  people: readonly Person[],
  work: (desk: BenchDesk) => Promise<Value>,
): Promise<Value> {
  const folder = temporaryFolder()
  const hims = himsStub('desk')
  hims.putRow({ table: 'operator', row: operator() })
  for (const row of people) hims.putRow({ table: 'person', row })
  const terminal = await fakeTerminal(folder, 'desk', { code: hims.code, transport: () => hims.transport })
  try {
    const isFilled = async () =>
      /"filling":false.*"kind":"online"|"kind":"online".*"filling":false/.test(
        JSON.stringify(await terminal.want('terminal.status')),
      )
    await until(isFilled, 'the people to arrive', FILLING_PATIENCE)
    hims.state.fault = async () => ({ kind: 'lost' })
    await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
    return await work({ terminal, folder })
  } finally {
    await terminal.close()
    removeFolder(folder)
  }
}
