/** Sound as a synthesizer wrote it: 16 bits a sample, one channel. */
export interface Wave {
  /** A whole WAV file, whose header says how long it is. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly seconds: number
  /** Of the loudest sample, from 0 to 1. */
  readonly peak: number
}

const HEADER = 44
const BYTES_A_SAMPLE = 2
const FULL = 32_768

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((more) => view.getUint8(at + more)))

/**
 * Reads what `espeak-ng --stdout` writes: a header of 44 bytes, whose lengths it cannot know yet and leaves too large, and
 * the samples (http://soundfile.sapp.org/doc/WaveFormat/). Null for anything else.
 */
export function readWave(written: Uint8Array): Wave | null {
  if (written.length < HEADER) return null
  // A copy with memory of its own: a Buffer's lies somewhere in a pool.
  const bytes = Uint8Array.from(written)
  const view = new DataView(bytes.buffer)
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WAVE' || textAt(view, 36) !== 'data') return null
  if (view.getUint16(20, true) !== 1 || view.getUint16(22, true) !== 1 || view.getUint16(34, true) !== 16) return null
  const rate = view.getUint32(24, true)
  const samples = Math.floor((bytes.length - HEADER) / BYTES_A_SAMPLE)
  view.setUint32(4, HEADER - 8 + samples * BYTES_A_SAMPLE, true)
  view.setUint32(40, samples * BYTES_A_SAMPLE, true)
  let peak = 0
  for (let at = 0; at < samples; at++) {
    peak = Math.max(peak, Math.abs(view.getInt16(HEADER + at * BYTES_A_SAMPLE, true)))
  }
  return { bytes: bytes.slice(0, HEADER + samples * BYTES_A_SAMPLE), seconds: samples / rate, peak: peak / FULL }
}
