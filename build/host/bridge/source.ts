import { makeCodec } from './codec.ts'
import { makeEndpoint } from './endpoint.ts'
import { isolatedWorld } from './isolated-world.ts'
import type { PreloadSettings } from './isolated-world.ts'
import { mainWorld } from './main-world.ts'

// Node strips the types when it loads these functions, so their source text is what a page can run.

export const mainWorldSource = (greeting: string): string =>
  `(${String(mainWorld)})(window, ${String(makeEndpoint)}, ${JSON.stringify(greeting)})`

export const isolatedWorldSource = (settings: PreloadSettings, preload: string): string =>
  `(${String(isolatedWorld)})(window, ${String(makeCodec)}, ${String(makeEndpoint)}, ${JSON.stringify(settings)}, ` +
  `function (require, module, exports, process) {${preload}\n})\n//# sourceURL=preload`

/** Encodes the object it is called on: how a value of the page comes back whole to `executeJavaScript`. */
export const encodeSource = (): string => `function () { return (${String(makeCodec)})().encode(this) }`
