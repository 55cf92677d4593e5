import { startupSnapshot } from 'node:v8'

import { Life } from './said.ts'
import { live } from './terminal-life.ts'

// All that a life begins with is in the snapshot already: a process starts in a third of the time.
startupSnapshot.setDeserializeMainFunction(() => live(Life.parse(JSON.parse(process.argv.at(-1) ?? ''))))
