import type { District } from '../person/person.ts'

/**
 * Localities with the PIN of the post office that delivers there, after India Post's directory, by revenue district as they
 * were before December 2025.
 */
export const localityTable: Partial<Record<District, string>> = {
  central: `
Civil Lines 110054, Timarpur 110054, Majnu Ka Tila 110054, Burari 110084, Wazirabad Village 110084, Jagatpur 110084,
Karol Bagh 110005, Dev Nagar 110005, Anand Parbat 110005, Daryaganj 110002, Ajmeri Gate 110002, Paharganj 110055,
Motia Khan 110055, Chandni Chowk 110006, Sadar Bazar 110006, Jama Masjid 110006, Ballimaran 110006, Hauz Qazi 110006,
Old Rajinder Nagar 110060, Malka Ganj 110007`,
  east: `
Preet Vihar 110092, Laxmi Nagar 110092, Shakarpur 110092, Mandawali Fazalpur 110092, Nirman Vihar 110092,
Anand Vihar 110092, Gandhi Nagar 110031, Geeta Colony 110031, Kailash Nagar 110031, Krishna Nagar 110051,
Patparganj 110091, Mayur Vihar Phase 1 110091, Trilokpuri 110091, Kalyanpuri 110091, Khichripur 110091,
Mayur Vihar Phase 3 110096, Kondli 110096, Ghazipur 110096, Vasundhara Enclave 110096, New Ashok Nagar 110096`,
  'new-delhi': `
Connaught Place 110001, Gole Market 110001, Lodhi Colony 110003, Delhi Cantt 110010, Inderpuri 110012,
Todapur 110012, Chanakyapuri 110021, Moti Bagh 110021, R K Puram 110022, Sarojini Nagar 110023, Netaji Nagar 110023,
Naraina 110028, Mahipalpur 110037, Rangpuri 110037, Rajokri 110038, Vasant Vihar 110057, Munirka 110067,
Vasant Kunj 110070, Kishangarh 110070`,
  north: `
Model Town 110009, Mukherjee Nagar 110009, GTB Nagar 110009, Nirankari Colony 110009, Gulabi Bagh 110007,
Adarsh Nagar 110033, Azadpur 110033, Jahangirpuri 110033, Bhalswa 110033, Alipur 110036, Bakhtawarpur 110036,
Bawana 110039, Narela 110040, Bankner 110040, Samaypur 110042, Badli 110042, Siraspur 110042, Holambi Kalan 110082`,
  'north-east': `
Seelampur 110053, Jafrabad 110053, Maujpur 110053, Ghonda 110053, Bhajanpura 110053, Yamuna Vihar 110053,
Brahmpuri 110053, New Usmanpur 110053, Welcome Colony 110053, Shastri Park 110053, Gokalpuri 110094,
Mustafabad 110094, Khajuri Khas 110094, Dayalpur 110094, Johripur 110094, Chand Bagh 110094, Sonia Vihar 110090,
Karawal Nagar 110090, Nand Nagri 110093, Harsh Vihar 110093`,
  'north-west': `
Pitampura 110034, Saraswati Vihar 110034, Rani Bagh 110034, Shakurpur 110034, Tri Nagar 110035, Keshav Puram 110035,
Ashok Vihar 110052, Wazirpur 110052, Kanjhawala 110081, Karala 110081, Mubarakpur Dabas 110081, Mangolpuri 110083,
Rohini Sector 5 110085, Rohini Sector 7 110085, Rithala 110085, Rohini Sector 15 110089, Sultanpuri 110086,
Kirari Suleman Nagar 110086, Budh Vihar 110086, Pooth Kalan 110086, Shalimar Bagh 110088, Haiderpur 110088`,
  shahdara: `
Shahdara 110032, Babarpur 110032, Rohtas Nagar 110032, Balbir Nagar 110032, Mansarovar Park 110032,
Vishwas Nagar 110032, Bholanath Nagar 110032, Loni Road 110032, Azad Nagar 110051, Ram Nagar 110051,
Sunder Nagri 110093, Vivek Vihar 110095, Dilshad Garden 110095, New Seemapuri 110095, Old Seemapuri 110095,
Jhilmil 110095, Tahirpur 110095`,
  south: `
Hauz Khas 110016, Green Park 110016, Saket 110017, Malviya Nagar 110017, Chirag Delhi 110017, Pushp Vihar 110017,
Khirki Extension 110017, Mehrauli 110030, Lado Sarai 110030, Saidulajab 110030, Aya Nagar 110047, Gautam Nagar 110049,
Ambedkar Nagar 110062, Dakshinpuri 110062, Deoli 110062, Khanpur 110062, Madangir 110062, Neb Sarai 110068,
Chhatarpur 110074, Fatehpur Beri 110074, Sangam Vihar 110080`,
  'south-east': `
Nizamuddin Basti 110013, Sarai Kale Khan 110013, Jangpura 110014, Bhogal 110014, Kalkaji 110019, Govindpuri 110019,
Tughlakabad Extension 110019, Tehkhand 110020, Harkesh Nagar 110020, Lajpat Nagar 110024, Amar Colony 110024,
Jamia Nagar 110025, Zakir Nagar 110025, Batla House 110025, Shaheen Bagh 110025, Abul Fazal Enclave 110025,
Badarpur 110044, Jaitpur 110044, Molarband 110044, Pul Prahladpur 110044, Srinivaspuri 110065, Sarita Vihar 110076,
Madanpur Khadar 110076`,
  'south-west': `
Kapashera 110037, Najafgarh 110043, Gopal Nagar 110043, Mitraon 110043, Palam Colony 110045, Sadh Nagar 110045,
Mahavir Enclave 110045, Dabri 110045, Sagarpur 110046, Bindapur 110059, Matiala 110059, Bijwasan 110061,
Chhawla 110071, Goyla Dairy 110071, Jharoda Kalan 110072, Ujwa 110073, Dwarka Sector 6 110075,
Dwarka Sector 10 110075, Dwarka Sector 8 110077, Kakrola 110078`,
  west: `
Patel Nagar 110008, Shadipur 110008, Baljit Nagar 110008, Moti Nagar 110015, Kirti Nagar 110015, Ramesh Nagar 110015,
Basai Darapur 110015, Tilak Nagar 110018, Vikaspuri 110018, Khyala 110018, Vishnu Garden 110018, Punjabi Bagh 110026,
Rajouri Garden 110027, Subhash Nagar 110027, Raghubir Nagar 110027, Tagore Garden 110027, Nangloi 110041,
Mundka 110041, Nihal Vihar 110041, Janakpuri 110058, Uttam Nagar 110059, Hastsal 110059, Mohan Garden 110059,
Paschim Vihar 110063, Madipur 110063, Hari Nagar 110064, Mayapuri 110064`,
}
