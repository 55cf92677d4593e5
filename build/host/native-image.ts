import { refusing } from './unsupported.ts'

export interface NativeImage {
  toPNG(): Buffer
  toDataURL(): string
  getSize(): { readonly width: number; readonly height: number }
  isEmpty(): boolean
}

/** A PNG's own header tells its size: big-endian at bytes 16 and 20. */
export function nativeImage(png: Buffer): NativeImage {
  return refusing('NativeImage', {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
    isEmpty: () => png.length === 0,
  })
}
