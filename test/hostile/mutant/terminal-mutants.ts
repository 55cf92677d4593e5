import { stories, unit } from './mutant.ts'
import type { Mutant } from './mutant.ts'

const told = stories(1, 2, 5, 37, 102)
const client = unit('sync/pull', 'sync/faults', 'sync/durable')

/** Mistakes of a terminal. */
export const terminalMutants: readonly Mutant[] = [
  {
    name: 'a retry under a new id',
    edits: [
      {
        file: 'main/store/sync-port.ts',
        find: 'id: MutationId.parse(mid), at',
        put: 'id: MutationId.parse(`${crypto.randomUUID().slice(0, 14)}7${mid.slice(15)}`), at',
      },
    ],
    suites: [client, told],
  },
  {
    name: 'an outbox that is emptied when it is sent',
    edits: [
      {
        file: 'main/store/sync-port.ts',
        find: `      if (n <= device.read().sentN) return 'kept'\n`,
        put: `      queueMicrotask(() => void database.exec("UPDATE outbox SET state = 'acked'"))
      if (n <= device.read().sentN) return 'kept'\n`,
      },
    ],
    suites: [client, told],
  },
  {
    name: 'an acknowledgement that is believed whatever it says',
    edits: [
      {
        file: 'sync/push.ts',
        find: `return results.filter(({ n }) => sent.has(n))`,
        put: `return batch.map(({ n }) => ({ n, kind: 'applied' as const, sent, results }))`,
      },
    ],
    suites: [unit('sync/faults', 'sync/durable', 'sync/hims'), told],
  },
  {
    name: 'a cursor that is stored before its page',
    edits: [
      {
        file: 'sync/pull.ts',
        find: '  for (let from = 0; from === 0 || from < page.changes.length;) {',
        put: `  store.apply({ changes: [], next: page.next, more: true, at: now().toISOString() })
  for (let from = 0; from === 0 || from < page.changes.length;) {`,
      },
    ],
    suites: [client, told],
  },
  {
    name: 'a digest that is not checked',
    edits: [
      {
        file: 'sync/page.ts',
        find: `return digestOf(JSON.stringify(changes)) === reply.digest ? ok(reply.changes) : fail('digest')`,
        put: `return digestOf(JSON.stringify(changes)) !== '' ? ok(reply.changes) : fail('digest')`,
      },
      { file: 'sync/page.ts', find: 'if (digestOf(bytes) !== digest) return', put: `if (digest === '') return` },
    ],
    suites: [unit('sync/faults', 'sync/pull')],
  },
  {
    name: 'a terminal that is never fenced off',
    edits: [{ file: 'sync/hello.ts', find: 'reply.lastN > here.sentN)', put: 'reply.lastN > here.sentN + 1e9)' }],
    suites: [unit('sync/durable', 'sync/hims'), told],
  },
  {
    name: 'what another server lacks is not sent again',
    edits: [{ file: 'main/store/sync-port.ts', find: '        outbox.rewind(server.lastN + 1)\n', put: '' }],
    suites: [unit('sync/servers', 'sync/durable'), told],
  },
  {
    name: 'rows over work that is on its way',
    edits: [
      {
        file: 'main/store/apply-change.ts',
        find: 'if (pending.has(`${table}/${id}`)) {',
        put: 'if (pending.size < 0) {',
      },
    ],
    suites: [unit('main-store/own-work')],
  },
  {
    name: 'a right that a pull raises again',
    edits: [
      {
        file: 'domain/pharmacy/right-rule.ts',
        find: '{ ...coming, left: Math.min(coming.left, here.left) }',
        put: '{ ...coming, left: Math.max(coming.left, here.left) }',
      },
    ],
    suites: [unit('main-service/pharmacy', 'main-service/right'), told],
  },
  {
    name: 'a transfer that every counter takes off the books',
    edits: [
      {
        file: 'domain/pharmacy/stock-rule.ts',
        find: 'const id = `${reference}.',
        put: 'const id = `${paper}.',
      },
    ],
    suites: [unit('domain-pharmacy/stock-rule')],
  },
  {
    name: 'a pharmacy does not reduce its right',
    edits: [
      {
        file: 'main/service/dispense-desk.ts',
        find: `write.put('right', spent(right, quantity))`,
        put: `write.put('right', spent(right, 0))`,
      },
    ],
    suites: [unit('main-service/pharmacy'), told],
  },
  {
    name: 'numbers of the old epoch in the new one',
    edits: [
      { file: 'main/store/new-epoch.ts', find: '  dropLeased(database)\n', put: '  void dropLeased\n' },
      { file: 'main/service/open-terminal.ts', find: 'else dropLeased(store.database)', put: 'else void dropLeased' },
    ],
    suites: [unit('main-store/old-copy')],
  },
  {
    name: 'a backup that does not hold the file still',
    edits: [
      {
        file: 'main/store/backup.ts',
        find: '  const reader = readerBeside(folder, key)\n',
        put: '  const reader = folder.length < 0 ? readerBeside(folder, key) : null\n',
      },
      {
        file: 'main/store/backup.ts',
        find: `  database.pragma('wal_autocheckpoint = 0')\n`,
        put: `  database.pragma('wal_autocheckpoint = 1')\n`,
      },
    ],
    suites: [unit('main-store/backup')],
  },
]
