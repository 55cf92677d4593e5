import { writeSync } from 'node:fs'

import { emptyStore, fillerOf } from '../../bench/feed/pull-store.ts'

/** Fills a store and says how far its cursor is each time it looks, until it is killed or done. */
const [folder = '', hims = ''] = process.argv.slice(2)
const store = emptyStore(folder, 'kept')
const filler = fillerOf(store)
const watch = setInterval(() => writeSync(1, `${store.device.read().cursor}\n`), 5)
const outcome = await filler.pull(hims)
clearInterval(watch)
await filler.close()
writeSync(1, `${outcome?.kind ?? 'none'} ${store.device.read().cursor}\n`)
store.close()
