import { sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** Made up, like everybody here. */
export const aadhaarPerson = {
  reference: '482620241103101530123',
  name: 'Gurpreet Kaur',
  birth: '06-04-1991',
  sex: 'F',
  careOf: 'W/O: Harjit Singh',
  district: 'West',
  landmark: 'Near Gurudwara',
  house: '14-B',
  location: 'Tilak Nagar',
  pin: '110018',
  postOffice: 'Tilak Nagar',
  state: 'Delhi',
  street: 'Gali 9',
  subDistrict: 'Patel Nagar',
  vtc: 'West Delhi',
}

interface Make {
  readonly key: KeyObject
  readonly person?: Partial<typeof aadhaarPerson>
  /** `V2` and later write their mark first and the mobile's last digits instead of hashes. */
  readonly version?: '' | 'V2' | 'V3'
  readonly present?: '0' | '1' | '2' | '3'
  readonly photo?: number
  /** Changes the bytes after they were signed. */
  readonly spoil?: (bytes: Uint8Array) => void
  readonly pack?: (bytes: Uint8Array) => Uint8Array
}

const TEXTS = 255

/** The decimal text of a secure QR as UIDAI's manual of 15 March 2019 lays it out. */
export function secureQr({
  key,
  person = {},
  version = 'V2',
  present = '3',
  photo = 500,
  spoil,
  pack = gzipSync,
}: Make): string {
  const said = { ...aadhaarPerson, ...person }
  const { reference, name, birth, sex, careOf, district, landmark, house, location, pin, postOffice } = said
  const { state, street, subDistrict, vtc } = said
  const texts = [present, reference, name, birth, sex, careOf, district, landmark, house, location, pin, postOffice]
  const all = [...(version === '' ? [] : [version]), ...texts, state, street, subDistrict, vtc]
  const ended = [...all, ...(version === '' ? [] : ['7263'])].map((text) => [...Buffer.from(text), TEXTS])
  const picture = [0xff, 0x4f, 0xff, 0x51, ...Array.from({ length: photo }, (_, at) => (at * 91 + 7) % 256)]
  const hashes = version === '' ? { '0': 0, '1': 32, '2': 32, '3': 64 }[present] : 0
  const signed = Buffer.from([...ended.flat(), ...picture, ...Array.from({ length: hashes }, (_, at) => at + 160)])
  const bytes = Buffer.concat([signed, sign('sha256', signed, key)])
  spoil?.(bytes)
  return BigInt(`0x${Buffer.from(pack(bytes)).toString('hex')}`).toString()
}

/** The QR of Aadhaar letters before 2018. */
export const letterXml = (more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?> <PrintLetterBarcodeData uid="234567894826" name="Gurpreet Kaur" gender="F" yob="1991" co="W/O Harjit Singh" house="14-B" street="Gali 9" lm="Near Gurudwara" loc="Tilak Nagar" vtc="West Delhi" po="Tilak Nagar" dist="West" subdist="Patel Nagar" state="Delhi" pc="110018"${more}/>`
