/** Medicines against infections: name, strength, form, allergy groups. */
export const infectionLines = `
Amoxicillin|250 mg|capsule|penicillin
Amoxicillin|500 mg|capsule|penicillin
Amoxicillin|125 mg/5 ml|suspension|penicillin
Amoxicillin + Clavulanic acid|500 mg + 125 mg|tablet|penicillin
Amoxicillin + Clavulanic acid|200 mg + 28.5 mg/5 ml|suspension|penicillin
Amoxicillin + Clavulanic acid|1 g + 200 mg|injection|penicillin
Ampicillin|500 mg|injection|penicillin
Benzathine benzylpenicillin|12 lakh units|injection|penicillin
Benzylpenicillin|10 lakh units|injection|penicillin
Cloxacillin|500 mg|capsule|penicillin
Phenoxymethylpenicillin|250 mg|tablet|penicillin
Piperacillin + Tazobactam|4 g + 500 mg|injection|penicillin
Cefadroxil|500 mg|tablet|cephalosporin
Cefazolin|1 g|injection|cephalosporin
Cefixime|200 mg|tablet|cephalosporin
Cefixime|100 mg/5 ml|suspension|cephalosporin
Cefuroxime|500 mg|tablet|cephalosporin
Cefotaxime|1 g|injection|cephalosporin
Ceftriaxone|1 g|injection|cephalosporin
Ceftazidime|1 g|injection|cephalosporin
Meropenem|1 g|injection|carbapenem
Azithromycin|250 mg|tablet|macrolide
Azithromycin|500 mg|tablet|macrolide
Azithromycin|200 mg/5 ml|suspension|macrolide
Clarithromycin|500 mg|tablet|macrolide
Ciprofloxacin|250 mg|tablet|fluoroquinolone
Ciprofloxacin|500 mg|tablet|fluoroquinolone
Ciprofloxacin|0.3 %|drops|fluoroquinolone
Levofloxacin|500 mg|tablet|fluoroquinolone
Doxycycline|100 mg|capsule|tetracycline
Gentamicin|40 mg/ml|injection|aminoglycoside
Amikacin|250 mg/ml|injection|aminoglycoside
Vancomycin|500 mg|injection|glycopeptide
Clindamycin|300 mg|capsule|lincosamide
Linezolid|600 mg|tablet|
Nitrofurantoin|100 mg|capsule|
Sulfamethoxazole + Trimethoprim|800 mg + 160 mg|tablet|sulfonamide
Sulfamethoxazole + Trimethoprim|200 mg + 40 mg/5 ml|suspension|sulfonamide
Silver sulfadiazine|1 %|cream|sulfonamide
Metronidazole|400 mg|tablet|nitroimidazole
Metronidazole|200 mg/5 ml|suspension|nitroimidazole
Metronidazole|500 mg/100 ml|injection|nitroimidazole
Isoniazid|300 mg|tablet|
Rifampicin|450 mg|capsule|rifamycin
Pyrazinamide|750 mg|tablet|
Ethambutol|800 mg|tablet|
Clofazimine|100 mg|capsule|
Dapsone|100 mg|tablet|sulfone
Fluconazole|150 mg|tablet|azole
Itraconazole|100 mg|capsule|azole
Clotrimazole|1 %|cream|azole
Clotrimazole|100 mg|suppository|azole
Terbinafine|250 mg|tablet|
Griseofulvin|250 mg|tablet|
Nystatin|1 lakh units/ml|suspension|
Aciclovir|400 mg|tablet|
Aciclovir|3 %|ointment|
Oseltamivir|75 mg|capsule|
Tenofovir + Lamivudine + Dolutegravir|300 mg + 300 mg + 50 mg|tablet|
Lamivudine|150 mg|tablet|
Zidovudine|300 mg|tablet|
Sofosbuvir|400 mg|tablet|
Daclatasvir|60 mg|tablet|
Entecavir|0.5 mg|tablet|
Albendazole|400 mg|tablet|
Albendazole|200 mg/5 ml|suspension|
Mebendazole|100 mg|tablet|
Ivermectin|12 mg|tablet|
Diethylcarbamazine|100 mg|tablet|
Praziquantel|600 mg|tablet|
Chloroquine|250 mg|tablet|aminoquinoline
Primaquine|7.5 mg|tablet|aminoquinoline
Artemether + Lumefantrine|80 mg + 480 mg|tablet|
Artesunate|60 mg|injection|
Permethrin|5 %|cream|
Mupirocin|2 %|ointment|
Fusidic acid|2 %|cream|
Framycetin|0.5 %|cream|aminoglycoside`
