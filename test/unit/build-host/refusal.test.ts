import assert from 'node:assert/strict'
import { test } from 'node:test'

import { createEmitter, preventable } from '../../../build/host/emitter.ts'
import { pdfParameters } from '../../../build/host/pdf.ts'
import { HostUnsupportedError, refusing, unsupportedModule } from '../../../build/host/unsupported.ts'

test('a member the host lacks throws, and names itself', () => {
  const object: { readonly has: number; readonly lacks?: () => void } = refusing('webContents', { has: 1 })
  assert.equal(object.has, 1)
  assert.throws(() => object.lacks?.(), new HostUnsupportedError('webContents.lacks'))
})

test('an object of the host can be awaited and printed', async () => {
  const object = refusing('app', { name: 'app' })
  assert.equal(await Promise.resolve(object), object)
  assert.equal(JSON.stringify(object), '{"name":"app"}')
})

test('a module the host lacks can be imported and nothing more', () => {
  const dialog: object = unsupportedModule('dialog')
  assert.throws(
    () => Reflect.get(dialog, 'showMessageBox'),
    /the development host cannot do dialog.showMessageBox; run on Electron/,
  )
  assert.throws(() => unsupportedModule('Tray')(), HostUnsupportedError)
})

test('an event that is never fired cannot be listened to', () => {
  const emitter = createEmitter<{ readonly known: readonly [number]; readonly never: readonly [] }>('window', ['known'])
  const heard: number[] = []
  emitter.once('known', (value) => heard.push(value))
  emitter.emit('known', 1)
  emitter.emit('known', 2)
  assert.deepEqual(heard, [1])
  assert.throws(() => emitter.on('never', () => {}), /window event 'never'/)
})

test('a prevented event says so', () => {
  const event = preventable({ url: 'app://terminal/' })
  assert.equal(event.defaultPrevented, false)
  event.preventDefault()
  assert.deepEqual([event.defaultPrevented, event.url], [true, 'app://terminal/'])
})

test('paper is given in inches and only the margins named are set', () => {
  const { paperWidth, paperHeight, marginTop, marginLeft } = pdfParameters({ pageSize: 'A4', margins: { top: 0 } })
  assert.deepEqual([paperWidth, paperHeight, marginTop, marginLeft], [8.27, 11.7, 0, undefined])
})
