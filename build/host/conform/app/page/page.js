// Cases seen from a page. Each gives [what is, what Electron's documentation says].
window.pageSecret = 'must not be seen by the preload'
const { conform } = window
const policy = trustedTypes.createPolicy('conform', { createScriptURL: (url) => url })

const failure = async (act) => {
  try {
    await act()
    return null
  } catch (error) {
    return error.message
  }
}
const media = async (constraints) => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints)
    const kinds = stream.getTracks().map((track) => track.kind)
    for (const track of stream.getTracks()) track.stop()
    return kinds
  } catch (error) {
    return error.name
  }
}
const socket = () =>
  new Promise((resolve) => {
    const opened = new WebSocket('ws://127.0.0.1:9/')
    opened.addEventListener('open', () => resolve('open'))
    opened.addEventListener('error', () => resolve('refused'))
  })
const worker = () =>
  new Promise((resolve, reject) => {
    const started = new Worker(policy.createScriptURL(new URL('./worker.js', import.meta.url).href), { type: 'module' })
    started.addEventListener('message', (event) => resolve(event.data))
    started.addEventListener('error', (event) => reject(new Error(event.message)))
  })
// Modules are strict: assigning to what cannot be written throws.
const strictAssign = (target, key) => {
  target[key] = 'overwritten'
}
const echo = (value) => conform.invoke('echo', value)

const cases = {
  'page has no Node': async () => [
    [typeof require, typeof process, typeof module, typeof Buffer],
    Array(4).fill('undefined'),
  ],
  'page sees no global of the preload': async () => [typeof window.preloadSecret, 'undefined'],
  'preload sees no global of the page': async () => [conform.inPreload().pageSecret, 'undefined'],
  'preload does not see what it exposed': async () => [conform.inPreload().ownName, 'undefined'],
  'preload is sandboxed and isolated': async () => {
    const { sandboxed, contextIsolated, type } = conform.inPreload()
    return [
      [sandboxed, contextIsolated, type],
      [true, true, 'renderer'],
    ]
  },
  'preload may not require Node modules': async () => [conform.inPreload().require, 'module not found: fs'],
  'additionalArguments reach the preload': async () => [conform.inPreload().argument, true],
  'bridge object is frozen': async () => [Object.isFrozen(conform) && Object.isFrozen(conform.value.nested), true],
  'bridge object cannot be replaced': async () => [
    (await failure(() => strictAssign(window, 'conform'))) !== null,
    true,
  ],
  'bridge members cannot be replaced': async () => [(await failure(() => strictAssign(conform, 'add'))) !== null, true],
  'exposing a key twice throws': async () => [
    conform.exposeAgain(),
    'Cannot bind an API on top of an existing property on the window object',
  ],
  'bridge call returns at once': async () => [conform.add(2, 3), 5],
  'bridge passes callbacks': async () => [conform.callBack((value) => value + 1), 22],
  'bridge returns functions': async () => [conform.returnsFunction()(21), 42],
  'bridge resolves promises': async () => [await conform.later('value'), 'value'],
  'bridge rejects promises with the message': async () => [
    await failure(() => conform.rejects()),
    'refused by the preload',
  ],
  'bridge rethrows with the message': async () => [await failure(() => conform.throws()), 'thrown by the preload'],
  'bridge drops prototypes': async () => [
    [conform.counter.value, typeof conform.counter.next],
    [1, 'undefined'],
  ],
  'bridge copies nested values': async () => [
    [conform.value.nested[1].deep, conform.value.date instanceof Date, Array.isArray(conform.value.nested)],
    ['yes', true, true],
  ],
  'bridge refuses symbols': async () => [(await failure(() => conform.later(Symbol('no')))) !== null, true],
  'invoke carries plain values': async () => {
    const value = { text: 'कखग', list: [1, null, true], nested: { deep: [] } }
    return [await echo(value), value]
  },
  'invoke carries undefined, NaN and minus zero': async () => {
    const back = await echo([undefined, Number.NaN, -0, Infinity])
    return [
      [back[0] === undefined, Number.isNaN(back[1]), Object.is(back[2], -0), back[3] === Infinity],
      Array(4).fill(true),
    ]
  },
  'invoke carries bigint': async () => [await echo(12345678901234567890n), 12345678901234567890n],
  'invoke carries Date': async () => {
    const back = await echo(new Date(86400000))
    return [
      [back instanceof Date, back.getTime()],
      [true, 86400000],
    ]
  },
  'invoke carries Map and Set': async () => {
    const back = await echo({ map: new Map([['key', new Set([1, 2])]]) })
    return [
      [back.map instanceof Map, [...back.map.get('key')]],
      [true, [1, 2]],
    ]
  },
  'invoke carries bytes': async () => {
    const back = await echo(Uint8Array.of(0, 127, 255))
    return [
      [back instanceof Uint8Array, [...back]],
      [true, [0, 127, 255]],
    ]
  },
  'invoke carries other views': async () => {
    const back = await echo(Float64Array.of(0.5, -2))
    return [
      [back instanceof Float64Array, [...back]],
      [true, [0.5, -2]],
    ]
  },
  'invoke carries a mebibyte': async () => {
    const bytes = new Uint8Array(1 << 20).map((_, at) => at % 251)
    const back = await echo(bytes)
    return [
      [back.length, back.every((byte, at) => byte === at % 251)],
      [1 << 20, true],
    ]
  },
  'invoke carries a key named __proto__': async () => {
    const back = await echo(JSON.parse('{"__proto__": {"polluted": true}}'))
    return [
      [{}.polluted === undefined, Object.hasOwn(back, '__proto__')],
      [true, true],
    ]
  },
  'invoke refuses functions': async () => [await conform.invokeFunction(), 'An object could not be cloned.'],
  'invoke names the channel and the error': async () => [
    await failure(() => conform.invoke('fails')),
    "Error invoking remote method 'fails': RangeError: out of range",
  ],
  'invoke of an unknown channel is refused': async () => [
    await failure(() => conform.invoke('unknown')),
    "Error invoking remote method 'unknown': Error: No handler registered for 'unknown'",
  ],
  'invoke of a removed channel is refused': async () => [
    await failure(() => conform.invoke('removed')),
    "Error invoking remote method 'removed': Error: No handler registered for 'removed'",
  ],
  'handler sees the frame that sent': async () => [
    await conform.invoke('frame'),
    { url: 'app://terminal/desk/index.html', origin: 'app://terminal', parent: null, isSender: true },
  ],
  'send and reply': async () => {
    const answered = conform.once('answer')
    conform.send('question', 'how', { deep: 1 })
    return [await answered, ['how', { deep: 1 }, 'answered']]
  },
  'page is a secure context': async () => [window.isSecureContext, true],
  'policy stops inline scripts': async () => [window.inlineScriptRan, undefined],
  // oxlint-disable-next-line no-eval
  'policy stops eval': async () => [(await failure(() => (0, eval)('1'))) !== null, true],
  'trusted types guard innerHTML': async () => [
    (await failure(() => {
      document.createElement('div').innerHTML = '<b>no</b>'
    })) !== null,
    true,
  ],
  'handler answers a relative fetch': async () => [(await (await fetch('./text.txt')).text()).trim(), 'fetched'],
  'handler sees method, body and address': async () => {
    const response = await fetch('./echo?q=1', { method: 'POST', body: 'body' })
    return [
      [await response.text(), response.headers.get('x-seen-url')],
      ['POST body', 'app://terminal/desk/echo?q=1'],
    ]
  },
  "handler's status is seen": async () => [(await fetch('./missing')).status, 404],
  'policy keeps the network out of reach': async () => [
    (await failure(() => fetch('http://127.0.0.1:9/'))) !== null,
    true,
  ],
  'policy keeps sockets out of reach': async () => [await socket(), 'refused'],
  'module worker with imports, fetch and WebAssembly': async () => [
    await worker(),
    ['imported', 'fetched', true, 'refused'],
  ],
  'camera is allowed': async () => [await media({ video: true }), ['video']],
  'microphone is denied': async () => [await media({ audio: true }), 'NotAllowedError'],
  'camera with microphone is denied': async () => [await media({ video: true, audio: true }), 'NotAllowedError'],
  'other permissions are denied': async () => [
    (await navigator.permissions.query({ name: 'geolocation' })).state,
    'denied',
  ],
  'window.open is denied': async () => [window.open('https://example.com/popup'), null],
  'a link to a new window is denied': async () => {
    document.querySelector('#out').click()
    return [await conform.invoke('wait-opened', 2), ['https://example.com/popup', 'https://example.com/outside']]
  },
  'navigation elsewhere is asked about and denied': async () => {
    location.href = 'https://example.com/away'
    return [
      [await conform.invoke('wait-navigation'), location.pathname],
      ['https://example.com/away', '/desk/index.html'],
    ]
  },
  'a frame inside has no bridge': async () => [
    typeof document.querySelector('iframe').contentWindow.conform,
    'undefined',
  ],
  'main can push to the preload': async () => {
    await conform.invoke('push-please')
    return [conform.pushed().length > 0 && conform.pushed()[0], ['pushed', { at: 1 }]]
  },
}

await conform.invoke('ready')
for (const [name, test] of Object.entries(cases)) {
  try {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('nothing within 8 s')), 8000))
    const [actual, expected] = await Promise.race([test(), late])
    await conform.invoke('case', name, actual, expected)
  } catch (error) {
    await conform.invoke('case-failed', name, String(error))
  }
}
setTimeout(() => {
  throw new Error('thrown by the page')
})
console.warn('page is done')
await new Promise((done) => setTimeout(done, 50))
await conform.invoke('page-done')
