import type { Department, Facility } from '../../../domain/hospital/facility.ts'

export const facility: Facility = {
  hfr: 'IN0710000123',
  code: 'lok-nayak',
  name: { en: 'Lok Nayak Hospital', hi: 'लोक नायक अस्पताल', pa: 'ਲੋਕ ਨਾਇਕ ਹਸਪਤਾਲ', ur: 'لوک نائک ہسپتال' },
  runBy: 'delhi',
}

type Line = readonly [
  code: string,
  names: string,
  prefix: string,
  room: string,
  floor: number,
  line: Department['line'],
  sign: Department['sign'],
]

const lines: readonly Line[] = [
  ['medicine', 'Medicine|मेडिसिन|ਮੈਡੀਸਨ|میڈیسن', 'M', '14', 1, 'blue', 'medicine'],
  ['heart', 'Heart|हृदय|ਦਿਲ|دل', 'H', '18', 1, 'blue', 'heart'],
  ['bone', 'Bone|हड्डी|ਹੱਡੀਆਂ|ہڈی', 'B', '5', 0, 'brick', 'bone'],
  ['surgery', 'Surgery|सर्जरी|ਸਰਜਰੀ|سرجری', 'SU', '9', 0, 'brick', 'surgery'],
  ['child', 'Children|बच्चे|ਬੱਚੇ|بچے', 'C', '22', 2, 'green', 'child'],
  ['women', 'Women|महिला|ਔਰਤਾਂ|خواتین', 'W', '26', 2, 'green', 'women'],
  ['eye', 'Eye|आँख|ਅੱਖਾਂ|آنکھ', 'E', '31', 3, 'plum', 'eye'],
  ['ear', 'Ear, nose, throat|कान, नाक, गला|ਕੰਨ, ਨੱਕ, ਗਲਾ|کان، ناک، گلا', 'EN', '33', 3, 'plum', 'ear'],
  ['skin', 'Skin|त्वचा|ਚਮੜੀ|جلد', 'SK', '36', 3, 'plum', 'skin'],
  ['tooth', 'Teeth|दाँत|ਦੰਦ|دانت', 'T', '38', 3, 'plum', 'tooth'],
]

export const departments: readonly Department[] = lines.map(([code, names, prefix, room, floor, line, sign]) => {
  const [en = '', hi = '', pa = '', ur = ''] = names.split('|')
  return { code, name: { en, hi, pa, ur }, prefix, room, floor, line, sign }
})
