/** Medicines for the heart, diabetes, breath, nerves and mind: name, strength, form, allergy groups. */
export const chronicLines = `
Metformin|500 mg|tablet|
Metformin|1000 mg|tablet|
Glimepiride|1 mg|tablet|sulfonylurea
Glimepiride|2 mg|tablet|sulfonylurea
Teneligliptin|20 mg|tablet|
Insulin soluble|40 IU/ml|injection|insulin
Insulin intermediate acting (NPH)|40 IU/ml|injection|insulin
Insulin premix 30:70|40 IU/ml|injection|insulin
Insulin glargine|100 IU/ml|injection|insulin
Glucose|25 %|injection|
Levothyroxine|25 mcg|tablet|
Levothyroxine|50 mcg|tablet|
Levothyroxine|100 mcg|tablet|
Carbimazole|5 mg|tablet|
Amlodipine|2.5 mg|tablet|
Amlodipine|5 mg|tablet|
Telmisartan|20 mg|tablet|
Telmisartan|40 mg|tablet|
Telmisartan|80 mg|tablet|
Enalapril|5 mg|tablet|ace-inhibitor
Ramipril|5 mg|tablet|ace-inhibitor
Metoprolol|25 mg|tablet|beta-blocker
Metoprolol|50 mg|tablet|beta-blocker
Propranolol|40 mg|tablet|beta-blocker
Labetalol|100 mg|tablet|beta-blocker
Hydrochlorothiazide|25 mg|tablet|thiazide
Furosemide|40 mg|tablet|
Furosemide|10 mg/ml|injection|
Spironolactone|25 mg|tablet|
Mannitol|20 %|injection|
Atorvastatin|10 mg|tablet|statin
Atorvastatin|20 mg|tablet|statin
Atorvastatin|40 mg|tablet|statin
Acetylsalicylic acid|75 mg|tablet|nsaid
Clopidogrel|75 mg|tablet|
Warfarin|5 mg|tablet|
Dabigatran|110 mg|capsule|
Heparin|5000 IU/ml|injection|heparin
Enoxaparin|40 mg/0.4 ml|injection|heparin
Streptokinase|15 lakh IU|injection|
Isosorbide dinitrate|5 mg|tablet|nitrate
Glyceryl trinitrate|0.5 mg|tablet|nitrate
Diltiazem|60 mg|tablet|
Verapamil|40 mg|tablet|
Amiodarone|200 mg|tablet|iodine
Digoxin|0.25 mg|tablet|
Adrenaline|1 mg/ml|injection|
Atropine|0.6 mg/ml|injection|
Dopamine|40 mg/ml|injection|
Salbutamol|100 mcg/dose|inhaler|
Salbutamol|2 mg/5 ml|syrup|
Salbutamol|5 mg/ml|solution|
Budesonide|200 mcg/dose|inhaler|
Budesonide + Formoterol|200 mcg + 6 mcg/dose|inhaler|
Ipratropium|20 mcg/dose|inhaler|
Tiotropium|18 mcg/dose|inhaler|
Montelukast|10 mg|tablet|
Hydrocortisone|100 mg|injection|
Prednisolone|5 mg|tablet|
Prednisolone|10 mg|tablet|
Dexamethasone|4 mg/ml|injection|
Methylprednisolone|500 mg|injection|
Phenytoin|100 mg|tablet|aromatic-anticonvulsant
Carbamazepine|200 mg|tablet|aromatic-anticonvulsant
Sodium valproate|200 mg|tablet|
Sodium valproate|200 mg/5 ml|syrup|
Levetiracetam|500 mg|tablet|
Phenobarbital|30 mg|tablet|aromatic-anticonvulsant
Diazepam|5 mg/ml|injection|benzodiazepine
Clonazepam|0.5 mg|tablet|benzodiazepine
Lorazepam|2 mg|tablet|benzodiazepine
Levodopa + Carbidopa|100 mg + 25 mg|tablet|
Trihexyphenidyl|2 mg|tablet|
Sumatriptan|50 mg|tablet|triptan
Amitriptyline|25 mg|tablet|
Escitalopram|10 mg|tablet|
Fluoxetine|20 mg|capsule|
Haloperidol|5 mg|tablet|
Risperidone|2 mg|tablet|
Clozapine|25 mg|tablet|
Lithium|300 mg|tablet|
Methotrexate|2.5 mg|tablet|
Hydroxychloroquine|200 mg|tablet|aminoquinoline
Sulfasalazine|500 mg|tablet|sulfonamide
Azathioprine|50 mg|tablet|
Allopurinol|100 mg|tablet|
Colchicine|0.5 mg|tablet|`
