import type { Newcomer } from './desk-scene.ts'

/** The two invented people whom the tour registers: one before HIMS stops, one after. */
export const first: Newcomer = {
  latin: 'Gurpreet Kaur Bhatia',
  own: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਭਾਟੀਆ',
  sex: 'female',
  birth: '06041991',
  phone: '9811047263',
  relation: 'husband',
  guardian: 'Harjinder Singh',
  house: 'Flat 12, Gali 4',
  locality: 'Vishnu Garden',
  pin: '110018',
  language: 'ਪੰਜਾਬੀ',
}

export const second: Newcomer = {
  latin: 'Zubaida Khatoon Ansari',
  own: 'زبیدہ خاتون انصاری',
  sex: 'female',
  birth: '47',
  phone: '9873310442',
  relation: 'husband',
  guardian: 'Mohammad Irfan Ansari',
  house: 'C-88, Gali 2',
  locality: 'Okhla',
  pin: '110025',
  language: 'اردو',
}
