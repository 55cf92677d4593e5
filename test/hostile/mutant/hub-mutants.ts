import { stories, unit } from './mutant.ts'
import type { Mutant, Suite } from './mutant.ts'

const hub = unit('hims/hub')
const told = stories(33, 37, 102, 18, 35)
const outage: Suite = { kind: 'unit', files: ['test/hostile/outage.test.ts'] }

/** Mistakes of a hospital's own server. */
export const hubMutants: readonly Mutant[] = [
  {
    name: 'a hub that answers and queues nothing',
    edits: [
      {
        file: 'hims/hub/queue-push.ts',
        find: `await store.insertInto('forward').values({ seq, kind: 'envelope', terminal: terminal.id, body, since }).execute()`,
        put: 'void { seq, body, since }',
      },
    ],
    suites: [hub],
  },
  {
    name: 'a hub that answers before its commit',
    edits: [
      {
        file: 'hims/hub/hub-calls.ts',
        find: 'const pushed = await inside.commit(body.mutations.length + 1, (store) =>\n          hub.take(store, { terminal, raw }, () => push(store, terminal.id, body, world)),\n        )',
        put: `const early = Promise.withResolvers<Awaited<ReturnType<typeof push>>>()
        const kept = inside.commit(body.mutations.length + 1, async (store) => {
          early.resolve(await hub.take(store, { terminal, raw }, () => push(store, terminal.id, body, world)))
          throw new Error('The disk is gone')
        })
        kept.catch(() => {})
        const pushed = await early.promise`,
      },
    ],
    suites: [hub],
  },
  {
    name: 'a hub that forwards out of order',
    edits: [
      {
        file: 'hims/hub/round.ts',
        find: `selectAll().orderBy('seq').limit(BATCH)`,
        put: `selectAll().orderBy('seq', 'desc').limit(BATCH)`,
      },
    ],
    suites: [hub, told],
  },
  {
    name: 'an envelope whose signature nobody checks',
    edits: [{ file: 'hims/sync/envelope.ts', find: 'if (!ed25519Verify(', put: 'if (null === ed25519Verify(' }],
    suites: [unit('hims/envelope'), hub],
  },
  {
    name: 'a hub that takes rows over what it has not sent',
    edits: [
      {
        file: 'hims/hub/take-row.ts',
        find: 'if (open !== null && (await changedSince(',
        put: 'if (open === -1 && (await changedSince(',
      },
    ],
    suites: [unit('hims/hub-deferred')],
  },
  {
    name: 'a hub that came back from a copy and does not know it',
    edits: [
      {
        file: 'hims/hub/round.ts',
        find: 'if (epoch > self.epoch || lastN >= self.next_n) {',
        put: 'if (epoch > self.epoch + 1e9 || lastN >= self.next_n + 1e9) {',
      },
    ],
    suites: [unit('hims/hub-restored')],
  },
  {
    name: 'pushes of an ended epoch that are lost on the way up',
    edits: [
      {
        file: 'hims/sync/forward.ts',
        find: `pushed.problem.problem === 'fenced' && !isItself) return takeFenced`,
        put: `pushed.problem.detail === '' && !isItself) return takeFenced`,
      },
    ],
    suites: [unit('hims/hub-late')],
  },
  {
    name: 'a hub that lends two desks the same numbers',
    edits: [{ file: 'hims/hub/stock.ts', find: '.set({ next: until + 1 })', put: '.set({ next: next + 1 })' }],
    suites: [outage],
  },
  {
    name: 'one bad row that takes others along',
    edits: [
      {
        file: 'hims/mutation/hub-record.ts',
        find: '      if (await isFurther(applying, known.row)) return null\n',
        put: '      void isFurther\n',
      },
    ],
    suites: [unit('hims/hub-late')],
  },
]
