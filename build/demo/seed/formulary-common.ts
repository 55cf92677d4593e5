/** Medicines for pain, stomach, skin, eyes, mothers and children: name, strength, form, allergy groups. */
export const commonLines = `
Paracetamol|500 mg|tablet|
Paracetamol|650 mg|tablet|
Paracetamol|125 mg/5 ml|syrup|
Paracetamol|100 mg/ml|drops|
Paracetamol|170 mg|suppository|
Ibuprofen|200 mg|tablet|nsaid
Ibuprofen|400 mg|tablet|nsaid
Ibuprofen|100 mg/5 ml|suspension|nsaid
Diclofenac|50 mg|tablet|nsaid
Diclofenac|25 mg/ml|injection|nsaid
Mefenamic acid|250 mg|capsule|nsaid
Tramadol|50 mg|capsule|opioid
Morphine|10 mg|tablet|opioid
Lignocaine|2 %|injection|local-anaesthetic
Lignocaine|2 %|gel|local-anaesthetic
Bupivacaine|0.5 %|injection|local-anaesthetic
Cetirizine|10 mg|tablet|
Cetirizine|5 mg/5 ml|syrup|
Pheniramine|22.75 mg/ml|injection|
Omeprazole|20 mg|capsule|
Pantoprazole|40 mg|injection|
Ondansetron|4 mg|tablet|
Ondansetron|2 mg/5 ml|syrup|
Domperidone|10 mg|tablet|
Metoclopramide|10 mg|tablet|
Dicyclomine|10 mg|tablet|
Hyoscine butylbromide|20 mg/ml|injection|
Bisacodyl|5 mg|tablet|
Lactulose|10 g/15 ml|solution|
Ispaghula|3.5 g|powder|
Oral rehydration salts|20.5 g sachet|powder|
Zinc sulfate|20 mg|tablet|
Mesalazine|400 mg|tablet|
Ferrous salt + Folic acid|100 mg + 0.5 mg|tablet|iron
Ferrous salt + Folic acid|20 mg + 0.1 mg/ml|drops|iron
Iron sucrose|20 mg/ml|injection|iron
Folic acid|5 mg|tablet|
Cyanocobalamin|1000 mcg/ml|injection|
Calcium carbonate|500 mg|tablet|
Cholecalciferol|60000 IU|capsule|
Cholecalciferol|400 IU/ml|drops|
Ascorbic acid|500 mg|tablet|
Pyridoxine|10 mg|tablet|
Thiamine|100 mg|tablet|
Vitamin A|1 lakh IU/ml|syrup|
Vitamin K1 (phytomenadione)|10 mg/ml|injection|
Oxytocin|10 IU/ml|injection|
Misoprostol|200 mcg|tablet|
Methylergometrine|0.2 mg/ml|injection|
Tranexamic acid|500 mg|tablet|
Ethinylestradiol + Levonorgestrel|0.03 mg + 0.15 mg|tablet|
Levonorgestrel|1.5 mg|tablet|
Medroxyprogesterone|10 mg|tablet|
Clomifene|50 mg|tablet|
Betamethasone valerate|0.1 %|cream|
Calamine|8 %|lotion|
Salicylic acid|6 %|ointment|
Benzoyl peroxide|2.5 %|gel|
Coal tar|5 %|solution|
Povidone iodine|5 %|ointment|iodine
Povidone iodine|10 %|solution|iodine
Chlorhexidine|5 %|solution|
Hydrogen peroxide|6 %|solution|
Carboxymethylcellulose|0.5 %|drops|
Timolol|0.5 %|drops|beta-blocker
Latanoprost|0.005 %|drops|
Prednisolone|1 %|drops|
Tropicamide|1 %|drops|
Pilocarpine|2 %|drops|
Ciprofloxacin|0.3 %|ointment|fluoroquinolone
Xylometazoline|0.1 %|drops|
Budesonide|100 mcg/dose|spray|
Sodium chloride|0.9 %|injection|
Ringer lactate|500 ml|injection|
Potassium chloride|500 mg/5 ml|syrup|
Magnesium sulfate|500 mg/ml|injection|
Rabies vaccine|2.5 IU|injection|vaccine
Tetanus + diphtheria vaccine|0.5 ml|injection|vaccine
Anti-snake venom|10 ml|injection|antiserum
Activated charcoal|25 g|powder|
Naloxone|0.4 mg/ml|injection|
N-acetylcysteine|200 mg/ml|injection|`
