import { flushCompileCache } from 'node:module'

import { z } from 'zod'

import { arm } from './arm.ts'

const Armed = z.tuple([z.string(), z.string(), z.number()])

const armed = process.env['KILL_AT']
if (armed !== undefined) arm(Armed.parse(JSON.parse(armed)))
// One life keeps what it compiled for all that follow.
if (process.env['KEEP_COMPILED'] !== undefined) setTimeout(flushCompileCache, 1500)
// The real command, with its own command line.
await import('../../../hims/main.ts')
