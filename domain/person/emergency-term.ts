import type { MessageId } from '../text/catalogue.ts'

/** What a doctor must know in an emergency, by the list of a card's sealed block that it stands in. */
export interface EmergencyTerm {
  readonly kind: EmergencyKind
  /** What the catalogues call it, `cards.coded.NAME`; null for a whole group of the formulary, which has a name of its own. */
  readonly name: CodedName | null
  /** SNOMED CT identifier. */
  readonly code: number
  /** The group of medicines, as `Medicine.groups` names it, to stop at. */
  readonly group: string | null
}

export const emergencyKinds = ['allergies', 'conditions', 'medicines'] as const
export type EmergencyKind = (typeof emergencyKinds)[number]

type NameIn<Message> = Message extends `cards.coded.${infer Name}` ? Name : never
export type CodedName = NameIn<MessageId>

type Line = readonly [name: CodedName | null, code: number, group?: string]

const termsOf = (kind: EmergencyKind, lines: readonly Line[]): readonly EmergencyTerm[] =>
  lines.map(([name, code, group = null]) => ({ kind, name, code, group }))

/**
 * Findings of the value set `allergyintolerance-code` of HL7 FHIR R4 where nothing else is said. A group that has no such
 * finding is the substance itself, as FHIR allows, or its common medicines one by one.
 */
const allergies = termsOf('allergies', [
  [null, 91936005, 'penicillin'],
  [null, 294532003, 'cephalosporin'],
  [null, 91939003, 'sulfonamide'],
  [null, 293610009, 'nsaid'],
  ['aspirin', 293586001],
  ['paracetamol', 293584003],
  // Substance with opioid receptor agonist mechanism of action.
  [null, 404642006, 'opioid'],
  [null, 293718005, 'local-anaesthetic'],
  ['suxamethonium', 294224007],
  ['ciprofloxacin', 294487000, 'fluoroquinolone'],
  ['ofloxacin', 294489002, 'fluoroquinolone'],
  ['norfloxacin', 294490006, 'fluoroquinolone'],
  ['erythromycin', 91931000, 'macrolide'],
  ['azithromycin', 294472005, 'macrolide'],
  ['clarithromycin', 294471003, 'macrolide'],
  ['carbapenem', 294531005, 'carbapenem'],
  ['tetracycline', 294592000, 'tetracycline'],
  ['doxycycline', 294585005, 'tetracycline'],
  ['aminoglycoside', 294462007, 'aminoglycoside'],
  ['vancomycin', 294475007, 'glycopeptide'],
  ['teicoplanin', 294476008, 'glycopeptide'],
  ['clindamycin', 294561002, 'lincosamide'],
  ['lincomycin', 294562009, 'lincosamide'],
  ['nitroimidazole', 294566007, 'nitroimidazole'],
  ['rifampicin', 294611004, 'rifamycin'],
  ['rifabutin', 294612006, 'rifamycin'],
  ['dapsone', 294617000, 'sulfone'],
  ['fluconazole', 294365005, 'azole'],
  ['itraconazole', 294366006, 'azole'],
  ['clotrimazole', 294356003, 'azole'],
  ['chloroquine', 294394003, 'aminoquinoline'],
  ['hydroxychloroquine', 294393009, 'aminoquinoline'],
  ['primaquine', 294391006, 'aminoquinoline'],
  ['phenytoin', 293869004, 'aromatic-anticonvulsant'],
  ['carbamazepine', 293867002, 'aromatic-anticonvulsant'],
  ['phenobarbital', 293865005, 'aromatic-anticonvulsant'],
  // Benzodiazepine (substance).
  [null, 372664007, 'benzodiazepine'],
  [null, 293962009, 'beta-blocker'],
  // Substance with angiotensin-converting enzyme inhibitor mechanism of action.
  [null, 372733002, 'ace-inhibitor'],
  // Thiazide diuretic (substance).
  [null, 372747003, 'thiazide'],
  [null, 294970008, 'statin'],
  [null, 294872001, 'heparin'],
  [null, 294728006, 'sulfonylurea'],
  ['insulin', 294714000, 'insulin'],
  [null, 294913003, 'iodine'],
  ['contrast-medium', 293637006],
  ['chlorhexidine', 294431008],
  // Allergy to Hevea brasiliensis latex protein.
  ['latex', 1003755004],
  ['egg', 213020009],
  // Allergy to cow's milk protein.
  ['milk', 782555009],
  ['peanut', 91935009],
  ['nut', 91934008],
  ['fish', 417532002],
  ['seafood', 91937001],
  ['bee-venom', 424213003],
  ['wasp-venom', 423058007],
])

/** Disorders, and findings such as `Pregnant` and `Cardiac pacemaker in situ`. HIV and illnesses of the mind are left out: a block may be read some day. */
const conditions = termsOf('conditions', [
  ['diabetes', 73211009],
  ['epilepsy', 84757009],
  ['asthma', 195967001],
  ['lung-disease', 13645005],
  ['heart-disease', 56265001],
  ['high-blood-pressure', 38341003],
  ['pacemaker', 441509002],
  ['stroke', 230690007],
  ['kidney-disease', 709044004],
  ['haemophilia', 90935002],
  ['sickle-cell', 417357006],
  ['thalassaemia', 40108008],
  ['pregnant', 77386006],
])

/** Substances, and one group of products: what acts against clotting. */
const medicines = termsOf('medicines', [
  ['insulin', 67866001],
  ['anticoagulant', 81839001],
  ['warfarin', 372756006],
  ['aspirin', 387458008],
  ['clopidogrel', 386952008],
  ['prednisolone', 116601002],
  ['digoxin', 387461009],
  ['methotrexate', 387381009],
])

/** The codes that a desk can put on a card, and that every terminal can say in its languages. */
export const emergencyTerms: readonly EmergencyTerm[] = [...allergies, ...conditions, ...medicines]

const byCode: ReadonlyMap<number, EmergencyTerm> = new Map(emergencyTerms.map((term) => [term.code, term]))

/** What a code means, or null when this version does not know it. */
export const emergencyTerm = (code: number): EmergencyTerm | null => byCode.get(code) ?? null
