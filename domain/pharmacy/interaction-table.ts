/** What comes of two medicines together; its words are `safety.effect.NAME`. */
export const effects = [
  'bleeding',
  'clot',
  'bone-marrow',
  'level-up',
  'level-down',
  'slow-heart',
  'heart-rhythm',
  'potassium-high',
  'potassium-low',
  'kidney',
  'hearing',
  'muscle',
  'pressure-falls',
  'serotonin',
  'breathing',
  'airways',
  'fits',
  'rash',
  'pregnancy',
  'vessels',
  'sugar-low',
  'apart',
  'movement',
] as const
export type Effect = (typeof effects)[number]

/** `severe`: a pharmacist says why it is given all the same. `careful`: it is shown. */
export type Severity = 'severe' | 'careful'

export interface Interaction {
  readonly id: string
  /** The one that is stronger, weaker or harmful through the others. International Nonproprietary Names. */
  readonly one: readonly string[]
  readonly others: readonly string[]
  readonly severity: Severity
  readonly effect: Effect
  /** Where it is written. PI: prescribing information of the product in the USA. */
  readonly source: string
}

const painkillers = ['ibuprofen', 'diclofenac', 'mefenamic acid', 'naproxen', 'indometacin', 'ketorolac', 'piroxicam']
const pressure = ['enalapril', 'ramipril', 'lisinopril', 'telmisartan', 'losartan']
const macrolides = ['clarithromycin', 'erythromycin']
const strongInhibitors = [...macrolides, 'itraconazole', 'ketoconazole']
const inducers = ['rifampicin', 'carbamazepine', 'phenytoin', 'phenobarbital']
const betaBlockers = ['metoprolol', 'propranolol', 'atenolol', 'bisoprolol', 'carvedilol', 'labetalol']
const antidepressants = ['fluoxetine', 'escitalopram', 'sertraline', 'amitriptyline']
const opioids = ['morphine', 'tramadol', 'codeine', 'fentanyl', 'pethidine', 'methadone', 'buprenorphine']
const benzodiazepines = ['diazepam', 'lorazepam', 'clonazepam', 'midazolam', 'alprazolam', 'clobazam', 'nitrazepam']
const cations = ['calcium carbonate', 'ferrous salt', 'zinc sulfate', 'aluminium hydroxide', 'magnesium hydroxide']
const sulfonylureas = ['glimepiride', 'glibenclamide', 'gliclazide', 'glipizide']

const row = (
  id: string,
  one: readonly string[],
  others: readonly string[],
  severity: Severity,
  effect: Effect,
  source: string,
): Interaction => ({ id, one, others, severity, effect, source })

const blood: readonly Interaction[] = [
  row('warfarin-painkiller', ['warfarin'], painkillers, 'severe', 'bleeding', 'Coumadin PI, section 7'),
  row('warfarin-aspirin', ['warfarin'], ['acetylsalicylic acid'], 'severe', 'bleeding', 'Coumadin PI, section 7'),
  row(
    'warfarin-level-up',
    ['warfarin'],
    ['metronidazole', 'sulfamethoxazole', 'fluconazole', 'amiodarone'],
    'severe',
    'bleeding',
    'Coumadin PI, section 7 (CYP2C9 inhibitors)',
  ),
  row('warfarin-inducer', ['warfarin'], inducers, 'severe', 'clot', 'Coumadin PI, section 7 (CYP inducers)'),
  row(
    'warfarin-antibiotic',
    ['warfarin'],
    [...macrolides, 'azithromycin', 'ciprofloxacin', 'levofloxacin'],
    'careful',
    'bleeding',
    'Coumadin PI, section 7 (antibiotics)',
  ),
  row('dabigatran-rifampicin', ['dabigatran'], ['rifampicin'], 'severe', 'clot', 'Pradaxa PI, section 7'),
  row(
    'dabigatran-bleeding',
    ['dabigatran'],
    [...painkillers, 'acetylsalicylic acid', 'warfarin', 'heparin', 'enoxaparin'],
    'severe',
    'bleeding',
    'Pradaxa PI, section 5',
  ),
  row('enoxaparin-painkiller', ['enoxaparin'], painkillers, 'careful', 'bleeding', 'Lovenox PI, section 7'),
  row(
    'clopidogrel-omeprazole',
    ['clopidogrel'],
    ['omeprazole', 'esomeprazole'],
    'severe',
    'clot',
    'Plavix PI, section 7',
  ),
  row('aspirin-ibuprofen', ['acetylsalicylic acid'], ['ibuprofen'], 'careful', 'clot', 'Motrin PI, Drug Interactions'),
]

const marrow: readonly Interaction[] = [
  row(
    'methotrexate-cotrimoxazole',
    ['methotrexate'],
    ['trimethoprim', 'sulfamethoxazole'],
    'severe',
    'bone-marrow',
    'WHO Model Formulary 2008, Appendix 1',
  ),
  row(
    'methotrexate-painkiller',
    ['methotrexate'],
    [...painkillers, 'acetylsalicylic acid'],
    'severe',
    'level-up',
    'WHO Model Formulary 2008, Appendix 1',
  ),
  row(
    'azathioprine-allopurinol',
    ['azathioprine', 'mercaptopurine'],
    ['allopurinol'],
    'severe',
    'bone-marrow',
    'Imuran PI',
  ),
  row('clozapine-carbamazepine', ['clozapine'], ['carbamazepine'], 'severe', 'bone-marrow', 'Clozaril PI, section 7'),
]

const heart: readonly Interaction[] = [
  row(
    'digoxin-level-up',
    ['digoxin'],
    ['amiodarone', 'verapamil', 'itraconazole', ...macrolides],
    'severe',
    'level-up',
    'Lanoxin PI, section 7',
  ),
  row(
    'digoxin-diuretic',
    ['digoxin'],
    ['furosemide', 'hydrochlorothiazide'],
    'careful',
    'potassium-low',
    'WHO Model Formulary 2008, Appendix 1',
  ),
  row('verapamil-beta', betaBlockers, ['verapamil'], 'severe', 'slow-heart', 'WHO Model Formulary 2008, Appendix 1'),
  row('diltiazem-beta', betaBlockers, ['diltiazem'], 'careful', 'slow-heart', 'Cardizem PI, Drug Interactions'),
  row('amiodarone-slow', ['amiodarone'], ['verapamil', 'diltiazem'], 'careful', 'slow-heart', 'Pacerone PI'),
  row('sofosbuvir-amiodarone', ['sofosbuvir'], ['amiodarone'], 'severe', 'slow-heart', 'Sovaldi PI, section 5'),
  row(
    'amiodarone-rhythm',
    ['amiodarone'],
    [...macrolides, 'azithromycin', 'levofloxacin', 'haloperidol', 'domperidone'],
    'severe',
    'heart-rhythm',
    'Pacerone PI, Drug Interactions',
  ),
  row('domperidone-inhibitor', ['domperidone'], strongInhibitors, 'severe', 'heart-rhythm', 'EMA/465179/2014'),
  row(
    'nitrate-sildenafil',
    ['glyceryl trinitrate', 'isosorbide dinitrate', 'isosorbide mononitrate'],
    ['sildenafil', 'tadalafil'],
    'severe',
    'pressure-falls',
    'Viagra PI, section 4',
  ),
]

const salts: readonly Interaction[] = [
  row(
    'potassium-sparing',
    ['potassium chloride'],
    ['spironolactone', 'amiloride', 'triamterene'],
    'severe',
    'potassium-high',
    'Aldactone PI, section 7',
  ),
  row(
    'spironolactone-trimethoprim',
    ['spironolactone'],
    ['trimethoprim'],
    'severe',
    'potassium-high',
    'Aldactone PI, section 7',
  ),
  row('spironolactone-pressure', ['spironolactone'], pressure, 'careful', 'potassium-high', 'Aldactone PI, section 7'),
  row(
    'potassium-pressure',
    ['potassium chloride'],
    pressure,
    'careful',
    'potassium-high',
    'Vasotec PI, Drug Interactions',
  ),
  row('painkiller-pressure', painkillers, pressure, 'careful', 'kidney', 'Motrin PI, Drug Interactions'),
  row('tenofovir-painkiller', ['tenofovir'], painkillers, 'careful', 'kidney', 'Viread PI, section 5'),
  row(
    'lithium-level-up',
    ['lithium'],
    [...painkillers, ...pressure, 'hydrochlorothiazide'],
    'severe',
    'level-up',
    'Lithium carbonate PI, section 7',
  ),
  row('lithium-furosemide', ['lithium'], ['furosemide'], 'careful', 'level-up', 'Lithium carbonate PI, section 7'),
  row(
    'loop-aminoglycoside',
    ['gentamicin', 'amikacin', 'streptomycin'],
    ['furosemide'],
    'severe',
    'hearing',
    'Lasix PI, Warnings',
  ),
  row(
    'vancomycin-aminoglycoside',
    ['vancomycin'],
    ['gentamicin', 'amikacin'],
    'careful',
    'kidney',
    'Vancomycin PI, Drug Interactions',
  ),
]

const nerves: readonly Interaction[] = [
  row('opioid-benzodiazepine', opioids, benzodiazepines, 'severe', 'breathing', 'PI of both, boxed warning (FDA 2016)'),
  row(
    'linezolid-serotonin',
    ['linezolid'],
    [...antidepressants, 'tramadol', 'pethidine', 'sumatriptan'],
    'severe',
    'serotonin',
    'Zyvox PI, sections 5 and 7',
  ),
  row('tramadol-antidepressant', ['tramadol'], antidepressants, 'severe', 'serotonin', 'Ultram PI, sections 5 and 7'),
  row('sumatriptan-antidepressant', ['sumatriptan'], antidepressants, 'careful', 'serotonin', 'Imitrex PI, section 7'),
  row(
    'sumatriptan-ergot',
    ['sumatriptan'],
    ['methylergometrine', 'ergotamine'],
    'severe',
    'vessels',
    'Imitrex PI, section 4',
  ),
  row('ergot-inhibitor', ['methylergometrine', 'ergotamine'], strongInhibitors, 'severe', 'vessels', 'Methergine PI'),
  row('carbamazepine-macrolide', ['carbamazepine'], macrolides, 'severe', 'level-up', 'Tegretol PI, Drug Interactions'),
  row(
    'carbamazepine-level-up',
    ['carbamazepine'],
    ['verapamil', 'diltiazem', 'fluconazole', 'isoniazid'],
    'careful',
    'level-up',
    'Tegretol PI, Drug Interactions',
  ),
  row('phenytoin-fluconazole', ['phenytoin'], ['fluconazole'], 'severe', 'level-up', 'Diflucan PI, Drug Interactions'),
  row(
    'phenytoin-level-up',
    ['phenytoin'],
    ['isoniazid', 'amiodarone'],
    'careful',
    'level-up',
    'Dilantin PI, section 7',
  ),
  row('valproate-meropenem', ['sodium valproate'], ['meropenem', 'imipenem'], 'severe', 'fits', 'Merrem PI, section 7'),
  row('lamotrigine-valproate', ['lamotrigine'], ['sodium valproate'], 'severe', 'rash', 'Lamictal PI, boxed warning'),
  row('clozapine-ciprofloxacin', ['clozapine'], ['ciprofloxacin'], 'severe', 'level-up', 'Clozaril PI, section 7'),
  row(
    'levodopa-blocker',
    ['levodopa'],
    ['metoclopramide', 'haloperidol', 'risperidone'],
    'careful',
    'movement',
    'Sinemet PI, Drug Interactions',
  ),
]

const infections: readonly Interaction[] = [
  row(
    'contraceptive-inducer',
    ['ethinylestradiol', 'levonorgestrel'],
    [...inducers, 'griseofulvin', 'efavirenz'],
    'severe',
    'pregnancy',
    'WHO Model Formulary 2008, Appendix 1',
  ),
  row('dolutegravir-inducer', ['dolutegravir'], inducers, 'severe', 'level-down', 'Tivicay PI, section 7'),
  row('dolutegravir-cation', ['dolutegravir'], cations, 'careful', 'apart', 'Tivicay PI, section 7'),
  row('metformin-dolutegravir', ['metformin'], ['dolutegravir'], 'careful', 'level-up', 'Tivicay PI, section 7'),
  row(
    'protease-rifampicin',
    ['lopinavir', 'atazanavir', 'darunavir'],
    ['rifampicin'],
    'severe',
    'level-down',
    'Kaletra PI, section 4',
  ),
  row(
    'hepatitis-inducer',
    ['sofosbuvir', 'daclatasvir'],
    inducers,
    'severe',
    'level-down',
    'Sovaldi PI, section 7; Daklinza PI, section 4',
  ),
  row(
    'lumefantrine-inducer',
    ['lumefantrine'],
    ['rifampicin', 'carbamazepine', 'phenytoin'],
    'severe',
    'level-down',
    'Coartem PI, section 4',
  ),
  row('itraconazole-inducer', ['itraconazole'], inducers, 'severe', 'level-down', 'Sporanox PI, Drug Interactions'),
  row(
    'theophylline-ciprofloxacin',
    ['theophylline', 'aminophylline'],
    ['ciprofloxacin'],
    'severe',
    'level-up',
    'Cipro PI, section 7',
  ),
  row(
    'quinolone-cation',
    ['ciprofloxacin', 'levofloxacin', 'doxycycline', 'tetracycline'],
    cations,
    'careful',
    'apart',
    'WHO Model Formulary 2008, Appendix 1',
  ),
]

const others: readonly Interaction[] = [
  row('simvastatin-inhibitor', ['simvastatin'], strongInhibitors, 'severe', 'muscle', 'Zocor PI, section 4'),
  row(
    'atorvastatin-inhibitor',
    ['atorvastatin'],
    ['clarithromycin', 'itraconazole'],
    'careful',
    'muscle',
    'Lipitor PI, section 7',
  ),
  row('colchicine-inhibitor', ['colchicine'], strongInhibitors, 'severe', 'level-up', 'Colcrys PI, section 7'),
  row(
    'colchicine-level-up',
    ['colchicine'],
    ['verapamil', 'diltiazem'],
    'careful',
    'level-up',
    'Colcrys PI, section 7',
  ),
  row(
    'sulfonylurea-fluconazole',
    sulfonylureas,
    ['fluconazole'],
    'careful',
    'sugar-low',
    'Diflucan PI, Drug Interactions',
  ),
  row(
    'levothyroxine-cation',
    ['levothyroxine'],
    ['calcium carbonate', 'ferrous salt'],
    'careful',
    'apart',
    'Synthroid PI, section 7',
  ),
  row(
    'beta-breath',
    ['salbutamol', 'formoterol', 'salmeterol'],
    ['propranolol', 'timolol'],
    'severe',
    'airways',
    'Inderal PI and Timoptic PI, Contraindications',
  ),
]

/**
 * Pairs of well-known medicines that harm together, by International Nonproprietary Name. A pair that is not here is not
 * safe for that; a hospital's pharmacist goes through it with the books (docs/known-issues.md).
 */
export const interactionTable: readonly Interaction[] = [
  ...blood,
  ...marrow,
  ...heart,
  ...salts,
  ...nerves,
  ...infections,
  ...others,
]
