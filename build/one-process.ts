import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Runs the test files that its arguments name in this one process: small ones are done before a process has started. */
for (const file of process.argv.slice(2)) await import(pathToFileURL(join(import.meta.dirname, '..', file)).href)
