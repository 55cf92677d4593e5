import { parentPort } from 'node:worker_threads'

import { ok } from '../../domain/result.ts'
import { openPage } from '../../sync/page.ts'
import { sentRows } from '../store/ready-row.ts'
import type { PageMessage, PageTask } from './page-message.ts'

/** The entry of the thread that unpacks and checks pages, while another one writes those before. */
const port = parentPort
if (port === null) throw new Error('Pages are opened only in a thread')

const tell = (message: PageMessage) => port.postMessage(message)

port.on('message', (page: PageTask) => {
  const opened = openPage(page)
  tell({ kind: 'opened', rows: opened.ok ? ok(sentRows(opened.value)) : opened })
})
tell({ kind: 'awake' })
