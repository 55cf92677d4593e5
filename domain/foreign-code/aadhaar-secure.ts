import type { AadhaarSaid } from './aadhaar-xml.ts'
import { saysNothing } from './facts.ts'

/** RSA-2048 writes 256 bytes, which no compression makes shorter: at least so many decimal digits. */
const FEWEST_DIGITS = 600
const SIGNATURE = 256
const DELIMITER = 255
const V = 0x56

/** The compressed bytes of a secure QR, which is one large decimal number; null for any other text. */
export function secureQrBytes(code: string): Uint8Array | null {
  const digits = code.trim()
  if (digits.length < FEWEST_DIGITS || !/^[0-9]+$/.test(digits)) return null
  const hex = BigInt(digits).toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Uint8Array.from({ length: even.length / 2 }, (_, at) => Number.parseInt(even.slice(at * 2, at * 2 + 2), 16))
}

export interface SecureQr extends AadhaarSaid {
  /** Everything before the signature, photo and hashes with it. */
  readonly signed: Uint8Array
  /** RSASSA-PKCS1-v1_5 with SHA-256 under UIDAI's 2048-bit key. */
  readonly signature: Uint8Array
}

/**
 * Inflated bytes of UIDAI's secure QR: texts ended by 255 (`V2` and later begin with their mark), then the last digits
 * of the mobile or the hashes, the photo and the signature. What follows the address is never looked at.
 */
export function readSecureQr(bytes: Uint8Array): SecureQr | null {
  if (bytes.length <= SIGNATURE) return null
  const signed = bytes.subarray(0, bytes.length - SIGNATURE)
  const texts = textsOf(signed, signed[0] === V ? 17 : 16)
  if (texts === null) return null
  const [
    present,
    reference,
    name,
    birth,
    sex,
    careOf,
    district,
    landmark,
    house,
    location,
    pin,
    ,
    state,
    street,
    ,
    vtc,
  ] = signed[0] === V ? texts.slice(1) : texts
  if (!/^[0-3]$/.test(present ?? '') || (name ?? '').trim() === '') return null
  const place = {
    house: [house ?? '', street ?? '', landmark ?? ''],
    locality: [location ?? '', vtc ?? ''],
    district: district ?? '',
    state: state ?? '',
    pin: pin ?? '',
  }
  return {
    said: {
      ...saysNothing,
      names: [name ?? ''],
      birth: birth ?? '',
      sex: sex ?? '',
      careOf: careOf ?? '',
      place,
    },
    reference: /^\d{4}/.exec(reference ?? '')?.[0] ?? '',
    signed,
    signature: bytes.subarray(bytes.length - SIGNATURE),
  }
}

/** The first texts, each ended by the delimiter; null when there are fewer. */
function textsOf(bytes: Uint8Array, count: number): readonly string[] | null {
  const texts: string[] = []
  let from = 0
  while (texts.length < count) {
    const to = bytes.indexOf(DELIMITER, from)
    if (to === -1) return null
    texts.push(textOf(bytes.subarray(from, to)))
    from = to + 1
  }
  return texts
}

/** UIDAI's manual says ISO 8859-1; letters beyond it come as UTF-8, which never holds a 255. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}
