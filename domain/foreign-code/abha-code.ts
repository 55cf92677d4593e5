import { z } from 'zod'

import { nowhere, saysNothing } from './facts.ts'
import type { Said } from './facts.ts'

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).slice(0, 400))
  .catch('')

/**
 * The JSON of an ABHA card (`hid`) and of the ABHA app (`phr`), as devforum.abdm.gov.in t/3919 and other readers show
 * it. Keys differ and go missing; a value that is no text counts as missing.
 */
const AbhaJson = z.looseObject({
  hidn: text,
  hid: text,
  phr: text,
  name: text,
  gender: text,
  dob: text,
  yob: text,
  dayOfBirth: text,
  monthOfBirth: text,
  yearOfBirth: text,
  mobile: text,
  address: text,
  pincode: text,
  district_name: text,
  'district name': text,
  'dist name': text,
  distname: text,
  state_name: text,
  'state name': text,
  statelgd: text,
  distlgd: text,
})

/** Local Government Directory's number of Delhi. */
const DELHI = /^0?7$/

/** Null for every text that is no ABHA code. */
export function readAbhaCode(code: string): Said | null {
  const line = code.trim()
  if (!line.startsWith('{') || !line.endsWith('}')) return null
  const json = AbhaJson.safeParse(parsed(line))
  if (!json.success) return null
  const { hidn, hid, phr, name, gender, mobile, address } = json.data
  if (name.trim() === '' || [hidn, hid, phr].every((number) => number.trim() === '')) return null
  const pin = /^\d{6}$/.test(json.data.pincode) ? json.data.pincode : (/(?<!\d)\d{6}(?!\d)/.exec(address)?.[0] ?? '')
  const { careOf, house } = withoutRelative(address)
  return {
    ...saysNothing,
    names: [name],
    sex: gender,
    birth: birthIn(json.data),
    phone: mobile,
    careOf,
    place: { ...nowhere, house: [house], ...placeIn(json.data), pin },
    abha: hidn,
  }
}

/** Early cards have names where the directory's numbers belong. */
const named = (said: string): string => (/\p{L}/u.test(said) ? said : '')

function placeIn(json: z.infer<typeof AbhaJson>): { readonly state: string; readonly district: string } {
  const { statelgd, distlgd } = json
  const byNumber = DELHI.test(statelgd.trim()) ? 'Delhi' : named(statelgd)
  return {
    state: json.state_name || json['state name'] || byNumber,
    district: json.district_name || json['district name'] || json['dist name'] || json.distname || named(distlgd),
  }
}

/** An address out of Aadhaar begins with a relative, up to a comma, a sign or the number of the house. */
const RELATIVE = /^\s*([SDWHC]\s?[/\\]\s?O\b[\s:.,-]*[^\s,#\d][^,#\d]{0,60}?)\s*(?:[,#]\s*|(?=\d))(.+)$/is

function withoutRelative(address: string): { readonly careOf: string; readonly house: string } {
  const [, careOf, house] = RELATIVE.exec(address) ?? []
  return careOf === undefined || house === undefined ? { careOf: '', house: address } : { careOf, house }
}

function birthIn(json: z.infer<typeof AbhaJson>): string {
  if (json.dob.trim() !== '') return json.dob
  const { dayOfBirth: day, monthOfBirth: month, yearOfBirth: year } = json
  return day !== '' && month !== '' && year !== '' ? `${day}/${month}/${year}` : year || json.yob
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
