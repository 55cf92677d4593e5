import type { Department, Facility } from '../../../domain/hospital/facility.ts'
import type { Language } from '../../../domain/language.ts'
import type { PersonName } from '../../../domain/person/person.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type {
  MedicineLabel,
  OwedSlip,
  SchemeList,
  StaffBadge,
  StockSlip,
  TokenSlip,
} from '../../../domain/print/document.ts'

export const facility: Facility = {
  hfr: null,
  code: 'lok-nayak',
  name: { en: 'Lok Nayak Hospital', hi: 'लोक नायक अस्पताल', pa: 'ਲੋਕ ਨਾਇਕ ਹਸਪਤਾਲ', ur: 'لوک نائک ہسپتال' },
}

export const medicineDepartment: Department = {
  code: 'medicine',
  name: { en: 'Medicine', hi: 'मेडिसिन', pa: 'ਮੈਡੀਸਨ', ur: 'میڈیسن' },
  prefix: 'M',
  room: '14',
  floor: 1,
  line: 'blue',
  sign: 'medicine',
}

export const names: Readonly<Record<Language, PersonName>> = {
  en: { latin: 'Ramesh Kumar', own: null },
  hi: { latin: 'Ramesh Kumar', own: { script: 'Deva', text: 'रमेश कुमार' } },
  pa: { latin: 'Gurpreet Kaur', own: { script: 'Guru', text: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ' } },
  ur: { latin: 'Mohammad Yusuf Qureshi', own: { script: 'Arab', text: 'محمد یوسف قریشی' } },
}

export const medicine = (name: string, strength: string, form: Medicine['form']): Medicine => ({
  code: 'm',
  name,
  strength,
  form,
  groups: [],
  shelf: 'B 22',
})

export const tokenSlip = (language: Language, change: Partial<TokenSlip> = {}): TokenSlip => ({
  kind: 'token-slip',
  language,
  facility,
  department: medicineDepartment,
  token: 'M 148',
  initials: 'G. K.',
  age: 35,
  sex: 'female',
  expected: { from: '10:20', to: '10:40', before: 35 },
  priority: 'none',
  doctor: null,
  printedAt: '2026-11-22T09:43',
  counter: '7',
  code: 'VISIT1:019ABCDEF0127ABC8DEF0123456789AB:9F3A-77',
  copy: 1,
  ...change,
})

export const medicineLabel = (language: Language, change: Partial<MedicineLabel> = {}): MedicineLabel => ({
  kind: 'medicine-label',
  language,
  facility,
  medicine: medicine('Telmisartan', '40 mg', 'tablet'),
  dose: { morning: 1, noon: 0, evening: 1, night: 0, food: 'after' },
  days: 30,
  quantity: 60,
  lot: 'TL1188',
  expiry: '2027-01-31',
  personName: names[language],
  printedAt: '2026-11-22T11:06',
  copy: 1,
  ...change,
})

const storeNames = { en: 'Main medicine store', hi: 'मुख्य दवा भंडार', pa: 'ਮੁੱਖ ਦਵਾਈ ਸਟੋਰ', ur: 'مرکزی دوا اسٹور' }

export const owedSlip = (language: Language, change: Partial<OwedSlip> = {}): OwedSlip => ({
  kind: 'owed-slip',
  language,
  facility,
  personName: names[language],
  lines: [
    {
      medicine: medicine('Telmisartan', '40 mg', 'tablet'),
      given: 20,
      owed: 10,
      elsewhere: [{ store: storeNames[language], units: 240 }],
    },
    { medicine: medicine('Amoxicillin and clavulanic acid', '228.5 mg/5 ml', 'suspension'), given: 0, owed: 100 },
  ],
  stockAsOf: '2026-11-22T10:52',
  printedAt: '2026-11-22T11:06',
  counter: '3',
  copy: 1,
  ...change,
})

export const stockSlip = (language: Language, change: Partial<StockSlip> = {}): StockSlip => ({
  kind: 'stock-slip',
  language,
  facility,
  what: 'received',
  from: 'Central Medical Stores Depot, Karkardooma',
  to: storeNames[language],
  reference: 'CMSD/2026/11417',
  lines: [
    { medicine: 'Metformin 500 mg', lot: 'MF2607', expiry: '2027-03-31', expected: 6000, found: 5990, damaged: 20 },
    {
      medicine: 'Amoxicillin and clavulanic acid 228.5 mg/5 ml',
      lot: 'AX0311',
      expiry: null,
      expected: null,
      found: 120,
      damaged: 0,
    },
  ],
  by: ['Arvind Negi', 'Shabnam Khan'],
  at: '2026-11-22T10:52',
  printedAt: '2026-11-22T11:06',
  counter: '3',
  copy: 1,
  ...change,
})

const words = {
  en: [
    'Delhi free medicines and tests',
    'Medicines and tests of this hospital are free.',
    'Please bring: Aadhaar card',
  ],
  hi: ['दिल्ली में मुफ़्त दवा और जाँच', 'इस अस्पताल की दवा और जाँच मुफ़्त है।', 'कृपया लाइए: आधार कार्ड'],
  pa: ['ਦਿੱਲੀ ਵਿੱਚ ਮੁਫ਼ਤ ਦਵਾਈ', 'ਇਸ ਹਸਪਤਾਲ ਦੀ ਦਵਾਈ ਅਤੇ ਜਾਂਚ ਮੁਫ਼ਤ ਹੈ।', 'ਕਿਰਪਾ ਕਰਕੇ ਲਿਆਓ: ਆਧਾਰ ਕਾਰਡ'],
  ur: ['دہلی میں مفت دوا اور جانچ', 'اس اسپتال کی دوا اور جانچ مفت ہے۔', 'براہِ کرم لائیں: آدھار کارڈ'],
} as const

export const schemeList = (language: Language, change: Partial<SchemeList> = {}): SchemeList => {
  const [name, benefit, bring] = words[language]
  return {
    kind: 'scheme-list',
    language,
    facility,
    personName: names[language],
    yes: [{ name, benefit }],
    perhaps: [{ name, bring: [bring, bring] }],
    rules: { version: 31, day: '2026-11-01', issuer: facility.name[language] },
    printedAt: '2026-11-22T09:43',
    counter: '7',
    copy: 1,
    ...change,
  }
}

export const staffBadge = (language: Language, change: Partial<StaffBadge> = {}): StaffBadge => ({
  kind: 'staff-badge',
  language,
  facility,
  name: 'Imran Qureshi',
  roles: ['clerk', 'supervisor'],
  printedAt: '2026-11-22T09:43',
  counter: 'Counter 7',
  code: 'DLB1:7ZK2M4QXW9B0T5RD3HJ8NPVYAC',
  copy: 1,
  ...change,
})
