import { stories, unit } from './mutant.ts'
import type { Mutant } from './mutant.ts'

const push = unit('hims/push')
const told = stories(1, 2, 5, 37, 102)

/** Mistakes of HIMS. */
export const serverMutants: readonly Mutant[] = [
  {
    name: 'pages by the time of a change instead of its cursor',
    edits: [
      {
        file: 'hims/record/change-feed.ts',
        find: `.orderBy('record.cursor')`,
        put: `.orderBy('record.changed_at', 'desc')`,
      },
    ],
    suites: [unit('hims/feed'), unit('hims/sync'), told],
  },
  {
    name: 'a cursor ahead of its rows',
    edits: [
      {
        file: 'hims/record/change-feed.ts',
        find: 'Math.max(reach, cursor)',
        put: 'Math.max(reach, cursor) + 1',
      },
    ],
    suites: [unit('hims/feed'), unit('hims/sync'), told],
  },
  {
    name: 'an answer before the commit',
    edits: [
      {
        file: 'hims/database/group-commit.ts',
        find: '        return () => resolve(value)',
        put: '        resolve(value)\n        return () => {}',
      },
    ],
    suites: [unit('hims/storage'), unit('hims/unit'), unit('hims/sync'), told],
  },
  {
    name: 'an epoch that is not compared',
    edits: [
      { file: 'hims/mutation/push.ts', find: 'if (epoch !== terminal.epoch) return', put: 'if (epoch < 0) return' },
    ],
    suites: [push],
  },
  {
    name: 'a gap that is passed over',
    edits: [
      {
        file: 'hims/mutation/push.ts',
        find: 'firstGap(terminal.last_n, entries)',
        put: 'firstGap((entries[0]?.n ?? 1) - 1, entries)',
      },
    ],
    suites: [push],
  },
  {
    name: 'a number that stands for two mutations',
    edits: [
      { file: 'hims/mutation/push.ts', find: 'if (stranger !== null) return', put: 'if (stranger === -1) return' },
    ],
    suites: [push],
  },
  {
    name: 'a result that is not looked up',
    edits: [
      {
        file: 'hims/mutation/push.ts',
        find: 'entry.n <= lastN ? await storedResult(store, terminal, entry) : null',
        put: 'entry.n < 0 ? await storedResult(store, terminal, entry) : null',
      },
    ],
    suites: [push],
  },
  {
    name: 'a mutation that counts again under another number',
    edits: [
      {
        file: 'hims/mutation/push.ts',
        find: 'toldOf(before === null ? await attempt(applying, entry, world.faultOf) : again(before, entry))',
        put: 'toldOf(await attempt(applying, entry, world.faultOf))',
      },
    ],
    suites: [push, told],
  },
  {
    name: 'a poison record that blocks the queue',
    edits: [
      {
        file: 'hims/mutation/attempt.ts',
        find: `if (!read.ok) return { kind: 'refused', reason: \`unreadable \${read.problem}\`.slice(0, 200) }`,
        put: 'if (!read.ok) throw new Error(read.problem)',
      },
    ],
    suites: [push, unit('hims/sync')],
  },
  {
    name: 'a lease that is answered twice with different numbers',
    edits: [
      {
        file: 'hims/lease/lease.ts',
        find: `.where('id', '=', id).executeTakeFirst()`,
        put: `.where('id', '=', '').executeTakeFirst()`,
      },
      {
        file: 'hims/lease/lease.ts',
        find: `reply: JSON.stringify(leased) })`,
        put: `reply: JSON.stringify(leased) })\n    .onConflict((conflict) => conflict.doNothing())`,
      },
    ],
    suites: [unit('hims/lease')],
  },
  {
    name: 'a nonce that is good twice',
    edits: [
      {
        file: 'hims/sync/signed-request.ts',
        find: 'if (!nonces.use(terminal.id, input.nonce, input.created + WINDOW, seconds)) return',
        put: 'if (nonces.use(terminal.id, input.nonce, input.created + WINDOW, seconds) === null) return',
      },
    ],
    suites: [unit('hims/signature')],
  },
  {
    name: 'a signature that nobody checks',
    edits: [
      {
        file: 'hims/sync/signed-request.ts',
        find: `if (!(await verifyAside(key, Buffer.from(base), Buffer.from(signature, 'base64')))) {`,
        put: `if ((await verifyAside(key, Buffer.from(base), Buffer.from(signature, 'base64'))) === null) {`,
      },
    ],
    suites: [unit('hims/signature')],
  },
  {
    name: 'HIMS does not reduce a right',
    edits: [
      {
        file: 'hims/mutation/record-dispense.ts',
        find: `row: spent(right, row.quantity)`,
        put: `row: spent(right, 0)`,
      },
    ],
    suites: [unit('hims/dispense'), told],
  },
  {
    name: 'parked deeds are dropped',
    edits: [
      {
        file: 'hims/right/parked.ts',
        find: `await store.insertInto('parked').values(row).execute()`,
        put: 'void row',
      },
    ],
    suites: [unit('hims/dispense'), unit('hims/merge'), told],
  },
  {
    name: 'a review that is skipped',
    edits: [
      {
        file: 'hims/merge/person-review.ts',
        find: 'for (const proposal of proposals) await putReview',
        put: 'for (const proposal of proposals.slice(1)) await putReview',
      },
    ],
    suites: [unit('hims/merge')],
  },
  {
    name: 'a clock far ahead that counts as it is',
    edits: [
      {
        file: 'domain/time/hlc.ts',
        find: 'hlcMilliseconds(stamp) <= serverNow + FARTHEST_AHEAD',
        put: 'hlcMilliseconds(stamp) <= serverNow + FARTHEST_AHEAD * 40_000',
      },
    ],
    suites: [unit('domain-person/merge'), unit('hims/merge')],
  },
  {
    name: 'a link that changes the rows it joins',
    edits: [
      {
        file: 'hims/mutation/link-people.ts',
        find: '  await putRecord(store, incoming, at)\n',
        put: `  await putRecord(store, incoming, at)
  const kept = (await findRecord(store, 'person', row.kept))?.row
  if (kept !== undefined) {
    const phone = (await findRecord(store, 'person', row.merged))?.row.phone ?? null
    await putRecord(store, { known: { table: 'person', row: { ...kept, phone } }, whole: { ...kept, phone } }, at)
  }
`,
      },
    ],
    suites: [unit('hims/merge'), told],
  },
]
