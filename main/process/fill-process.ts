import { extname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

import { axiosTransport } from '../../sync/axios-transport.ts'
import { fillerAt } from './fill.ts'
import type { FillPlace } from './fill.ts'
import type { FillMessage, FillTask } from './fill-message.ts'
import { pageThread } from './page-thread.ts'

/** The entry of the thread of the store process that takes in what HIMS has. */
const port = parentPort
if (port === null) throw new Error('The filler runs only as a thread')

const tell = (message: FillMessage) => port.postMessage(message)
const place: FillPlace = workerData
const filler = fillerAt(place, {
  transport: axiosTransport,
  now: () => new Date(),
  kept: (tables) => tell({ kind: 'kept', tables: [...tables] }),
  // Beside this entry, as it is written or as it is built.
  pages: pageThread(join(import.meta.dirname, extname(import.meta.filename) === '.ts' ? 'page-process.ts' : 'page.js')),
})

port.on('message', (task: FillTask) => {
  switch (task.kind) {
    case 'pull':
      void filler.pull(task.hims).then((outcome) => tell({ kind: 'pulled', outcome }))
      return
    case 'close':
      filler.close()
      port.close()
      return
  }
})
