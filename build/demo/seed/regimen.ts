/** What one consultation orders. A line: name|strength|form|morning-noon-evening-night|food|days|packs, packs for bottles. */
export interface Regimen {
  readonly department: string
  readonly ages: readonly [number, number]
  readonly sex: 'female' | 'male' | null
  readonly lines: readonly string[]
}

const forAll = { sex: null } as const

export const penicillinRegimen: Regimen = {
  ...forAll,
  department: 'medicine',
  ages: [40, 90],
  lines: [
    'Metformin|500 mg|tablet|1-0-1-0|with|30',
    'Telmisartan|40 mg|tablet|1-0-0-0|any|30',
    'Amoxicillin|500 mg|capsule|1-1-0-1|after|5',
    'Atorvastatin|10 mg|tablet|0-0-0-1|after|30',
  ],
}

export const regimens: readonly Regimen[] = [
  {
    ...forAll,
    department: 'medicine',
    ages: [35, 95],
    lines: [
      'Metformin|500 mg|tablet|1-0-1-0|with|30',
      'Glimepiride|1 mg|tablet|1-0-0-0|before|30',
      'Atorvastatin|10 mg|tablet|0-0-0-1|after|30',
    ],
  },
  {
    ...forAll,
    department: 'medicine',
    ages: [35, 95],
    lines: [
      'Telmisartan|40 mg|tablet|1-0-0-0|any|30',
      'Amlodipine|5 mg|tablet|0-0-1-0|any|30',
      'Hydrochlorothiazide|25 mg|tablet|0.5-0-0-0|after|30',
    ],
  },
  {
    ...forAll,
    department: 'medicine',
    ages: [14, 90],
    lines: [
      'Azithromycin|500 mg|tablet|1-0-0-0|after|3',
      'Paracetamol|500 mg|tablet|1-1-0-1|after|3',
      'Cetirizine|10 mg|tablet|0-0-0-1|after|5',
    ],
  },
  {
    ...forAll,
    department: 'medicine',
    ages: [14, 90],
    lines: [
      'Ondansetron|4 mg|tablet|1-0-1-0|before|3',
      'Oral rehydration salts|20.5 g sachet|powder|1-1-1-0|any|3|9',
      'Ciprofloxacin|500 mg|tablet|1-0-1-0|after|5',
    ],
  },
  {
    ...forAll,
    department: 'medicine',
    ages: [18, 90],
    lines: [
      'Salbutamol|100 mcg/dose|inhaler|2-0-0-2|any|30|1',
      'Budesonide + Formoterol|200 mcg + 6 mcg/dose|inhaler|1-0-0-1|before|30|1',
      'Montelukast|10 mg|tablet|0-0-0-1|after|30',
    ],
  },
  {
    ...forAll,
    department: 'heart',
    ages: [40, 95],
    lines: [
      'Acetylsalicylic acid|75 mg|tablet|0-1-0-0|after|30',
      'Clopidogrel|75 mg|tablet|0-1-0-0|after|30',
      'Atorvastatin|40 mg|tablet|0-0-0-1|after|30',
      'Metoprolol|25 mg|tablet|1-0-1-0|after|30',
      'Ramipril|5 mg|tablet|1-0-0-0|any|30',
    ],
  },
  {
    ...forAll,
    department: 'heart',
    ages: [50, 95],
    lines: [
      'Furosemide|40 mg|tablet|1-0-0-0|any|15',
      'Spironolactone|25 mg|tablet|1-0-0-0|any|15',
      'Digoxin|0.25 mg|tablet|1-0-0-0|any|15',
    ],
  },
  {
    ...forAll,
    department: 'bone',
    ages: [25, 90],
    lines: [
      'Diclofenac|50 mg|tablet|1-0-1-0|after|7',
      'Omeprazole|20 mg|capsule|1-0-0-0|before|7',
      'Calcium carbonate|500 mg|tablet|0-1-0-0|after|30',
      'Cholecalciferol|60000 IU|capsule|1-0-0-0|after|4',
    ],
  },
  {
    ...forAll,
    department: 'surgery',
    ages: [16, 90],
    lines: [
      'Amoxicillin + Clavulanic acid|500 mg + 125 mg|tablet|1-0-1-0|after|5',
      'Metronidazole|400 mg|tablet|1-1-0-1|after|5',
      'Ibuprofen|400 mg|tablet|1-0-1-0|after|3',
      'Povidone iodine|5 %|ointment|1-0-1-0|any|7|1',
    ],
  },
  {
    ...forAll,
    department: 'child',
    ages: [1, 12],
    lines: ['Amoxicillin|125 mg/5 ml|suspension|1-1-0-1|after|5|2', 'Paracetamol|125 mg/5 ml|syrup|1-1-0-1|after|3|1'],
  },
  {
    ...forAll,
    department: 'child',
    ages: [1, 12],
    lines: [
      'Oral rehydration salts|20.5 g sachet|powder|1-1-1-0|any|3|6',
      'Zinc sulfate|20 mg|tablet|1-0-0-0|any|14',
      'Ondansetron|2 mg/5 ml|syrup|1-0-1-0|before|2|1',
    ],
  },
  {
    ...forAll,
    department: 'child',
    ages: [2, 14],
    lines: [
      'Albendazole|400 mg|tablet|0-0-0-1|after|1',
      'Ferrous salt + Folic acid|20 mg + 0.1 mg/ml|drops|1-0-0-0|after|30|2',
      'Cetirizine|5 mg/5 ml|syrup|0-0-0-1|after|5|1',
    ],
  },
  {
    department: 'women',
    sex: 'female',
    ages: [19, 40],
    lines: [
      'Ferrous salt + Folic acid|100 mg + 0.5 mg|tablet|0-1-0-0|after|30',
      'Calcium carbonate|500 mg|tablet|1-0-1-0|after|30',
      'Folic acid|5 mg|tablet|1-0-0-0|any|30',
    ],
  },
  {
    department: 'women',
    sex: 'female',
    ages: [16, 50],
    lines: [
      'Tranexamic acid|500 mg|tablet|1-1-0-1|after|5',
      'Mefenamic acid|250 mg|capsule|1-1-0-1|after|3',
      'Ferrous salt + Folic acid|100 mg + 0.5 mg|tablet|0-1-0-0|after|30',
    ],
  },
  {
    ...forAll,
    department: 'eye',
    ages: [45, 95],
    lines: ['Timolol|0.5 %|drops|1-0-1-0|any|30|1', 'Latanoprost|0.005 %|drops|0-0-0-1|any|30|1'],
  },
  {
    ...forAll,
    department: 'eye',
    ages: [3, 95],
    lines: ['Ciprofloxacin|0.3 %|drops|1-1-1-1|any|7|1', 'Carboxymethylcellulose|0.5 %|drops|1-1-1-1|any|15|1'],
  },
  {
    ...forAll,
    department: 'ear',
    ages: [6, 80],
    lines: [
      'Xylometazoline|0.1 %|drops|1-0-0-1|any|5|1',
      'Amoxicillin + Clavulanic acid|500 mg + 125 mg|tablet|1-0-1-0|after|5',
      'Cetirizine|10 mg|tablet|0-0-0-1|after|5',
    ],
  },
  {
    ...forAll,
    department: 'skin',
    ages: [14, 80],
    lines: [
      'Clotrimazole|1 %|cream|1-0-0-1|any|14|2',
      'Fluconazole|150 mg|tablet|1-0-0-0|after|2',
      'Cetirizine|10 mg|tablet|0-0-0-1|after|10',
    ],
  },
  {
    ...forAll,
    department: 'skin',
    ages: [6, 80],
    lines: ['Permethrin|5 %|cream|0-0-0-1|any|1|2', 'Calamine|8 %|lotion|1-0-1-0|any|7|1'],
  },
  {
    ...forAll,
    department: 'tooth',
    ages: [14, 85],
    lines: [
      'Amoxicillin|500 mg|capsule|1-1-0-1|after|5',
      'Metronidazole|400 mg|tablet|1-1-0-1|after|5',
      'Ibuprofen|400 mg|tablet|1-0-1-0|after|3',
    ],
  },
]
