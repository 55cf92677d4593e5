import type { Person } from '../../../domain/person/person.ts'

interface Pouch {
  bulkDocs(documents: readonly object[]): Promise<unknown>
  info(): Promise<{ readonly doc_count: number }>
  destroy(): Promise<unknown>
}
interface PouchMaker {
  new (name: string, options: { readonly adapter: 'memory' }): Pouch
  plugin(plugin: unknown): PouchMaker
  replicate(from: Pouch, to: Pouch, options: { readonly batch_size: number }): Promise<unknown>
}

/** PouchDB ships no types of its own. */
async function pouchDb(): Promise<PouchMaker> {
  const names = ['pouchdb-core', 'pouchdb-adapter-memory', 'pouchdb-replication']
  const [core, memory, replication] = await Promise.all(names.map(async (name) => (await import(name)).default))
  return core.plugin(memory).plugin(replication)
}

/** Rows a second that PouchDB replicates between two databases in memory, with no network and no disk between them. */
export async function pouchRate(people: readonly Person[]): Promise<number> {
  const PouchDb = await pouchDb()
  const [from, to] = [new PouchDb('from', { adapter: 'memory' }), new PouchDb('to', { adapter: 'memory' })]
  await from.bulkDocs(people.map((person) => ({ _id: person.id, ...person })))
  const start = performance.now()
  await PouchDb.replicate(from, to, { batch_size: 1000 })
  const speed = (people.length * 1000) / (performance.now() - start)
  const { doc_count: here } = await to.info()
  await Promise.all([from.destroy(), to.destroy()])
  if (here !== people.length) throw new Error(`PouchDB took ${here} of ${people.length}`)
  return speed
}
