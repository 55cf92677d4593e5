// Electron fires `ready` only after this module has been evaluated, so this line must never be passed.
import { app } from 'electron'

await app.whenReady()
console.log('CONFORM ready was reached')
app.exit(0)
