/** The JSON of a printed ABHA card. */
export const abhaCard = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    hidn: '91-2345-6789-0123',
    hid: 'simran.k91@abdm',
    name: 'Simran Kaur',
    gender: 'F',
    statelgd: '7',
    distlgd: '85',
    dob: '6/4/1991',
    'state name': 'DELHI',
    district_name: 'WEST',
    mobile: '9811047263',
    address: 'H 14-B Gali 9 Tilak Nagar West Delhi 110018',
    ...more,
  })

/** The JSON that the ABHA app shows, which names its address `phr` and leaves much out. */
export const abhaApp = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    hidn: '-',
    phr: 'simran.k91@abdm',
    name: 'Simran Kaur',
    gender: 'F',
    statelgd: '7',
    distlgd: '85',
    dob: '1991',
    address: 'Tilak Nagar',
    ...more,
  })
