import { nowhere, saysNothing } from './facts.ts'
import type { Said } from './facts.ts'

export interface AadhaarSaid {
  readonly said: Said
  /** The last four digits of the number; the rest is forgotten here. */
  readonly reference: string
}

const START = /<\s*(PrintLetterBarcodeData|QPD[AB])\s/i
const ATTRIBUTE = /([a-z]{1,12})\s?=\s?(?:"([^"<]*)"|'([^'<]*)')/gi

/** The XML of Aadhaar letters before 2018 (and of the short form that came with them); nothing proves it. */
export function readAadhaarXml(code: string): AadhaarSaid | null {
  const start = START.exec(code)
  if (start === null || start.index > 200) return null
  const given = new Map<string, string>()
  for (const [, name = '', double, single] of code.slice(start.index).matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!given.has(key)) given.set(key, unescaped(double ?? single ?? ''))
  }
  const of = (name: string): string => given.get(name) ?? ''
  const short = start[1]?.toUpperCase().startsWith('QPD') ?? false
  const said = short ? shortForm(of) : longForm(of)
  if (said.names.every((name) => name.trim() === '')) return null
  return { said, reference: /(\d{4})\s*$/.exec(of(short ? 'u' : 'uid'))?.[1] ?? '' }
}

const longForm = (of: (name: string) => string): Said => ({
  ...saysNothing,
  names: [of('name'), of('lname')],
  sex: of('gender'),
  birth: of('dob') || of('yob'),
  careOf: of('co') || of('gname'),
  place: {
    house: [of('house'), of('street'), of('lm')],
    locality: [of('loc'), of('vtc')],
    district: of('dist'),
    state: of('state'),
    pin: of('pc'),
  },
})

function shortForm(of: (name: string) => string): Said {
  const address = of('a')
  const pin = /(?<!\d)(\d{6})\s*$/.exec(address)?.[1] ?? ''
  const state = /\bdelhi\b/i.test(address) ? 'Delhi' : ''
  return {
    ...saysNothing,
    names: [of('n')],
    sex: of('g'),
    birth: of('d'),
    phone: of('m'),
    place: { ...nowhere, house: [address], state, pin },
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0x10ffff ? ' ' : String.fromCodePoint(code)
    },
  )
