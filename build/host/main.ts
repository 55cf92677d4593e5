// The host's entry, in Electron's order: required modules, the app's own module to its end, and only then `ready`.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

import { app, host } from './electron.ts'

const { commandLine, appPackage } = host
const require = createRequire(import.meta.url)

// An app under Electron sees the binary and its arguments, with no script between.
process.argv.splice(1, 1)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
for (const module of commandLine.requires) require(resolve(module))

console.error('[host] development host, not Electron')
await import(pathToFileURL(appPackage.entry).href)
await host.becomeReady()
