import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import type { OwnScript } from '../../../domain/language.ts'
import { understand } from '../../../main/service/understand.ts'
import { closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { person, workingTerminal } from './fixture.ts'

const folder = temporaryFolder()
const others: string[] = []
const temporary = (): string => others[others.push(temporaryFolder()) - 1] ?? ''
let terminal: FakeTerminal

const own = (script: OwnScript, text: string) => [script, text] as const
const people = [
  person({ latin: 'Ramesh Kumar', own: own('Deva', 'रमेश कुमार'), age: 34, locality: 'Rohini' }),
  person({ latin: 'Ramesh Kumar', age: 61, locality: 'Karol Bagh' }),
  person({ latin: 'Lakshmi Devi', own: own('Deva', 'लक्ष्मी देवी'), age: 50, phone: '9876543210' }),
  person({ latin: 'Gurpreet Kaur', own: own('Guru', 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ'), age: 29 }),
  person({ latin: 'Mohammad Iqbal', own: own('Arab', 'محمد اقبال'), age: 45 }),
  person({ latin: 'Zeenat Begum', age: 38 }),
  person({ latin: 'Vikas Sharma', age: 22 }),
  person({ latin: 'Nandini', own: own('Deva', 'नंदिनी'), age: 31 }),
  person({ latin: 'Tsewang Dorje', age: 44 }),
  person({ latin: 'Bhuvneshwari Iyer', age: 58 }),
  person({ latin: 'Hemlata Negi', own: own('Deva', 'हेमलता नेगी'), age: 27 }),
  person({ latin: 'Kamla Thapliyal', age: 36 }),
  person({ latin: 'Urmila', age: 70 }),
  person({ latin: 'Zubeida', own: own('Arab', 'زبیدہ'), age: 52 }),
]
const [young, old, lakshmi, gurpreet, iqbal, zeenat, vikas, nandini, tsewang, bhuvneshwari, hemlata] = people
const [kamla, urmila, zubeida] = people.slice(11)

/** Registered later, and named like somebody else and more. */
const crowd = [
  ...Array.from({ length: 30 }, (_, at) => person({ latin: 'Nandini Bhatt', age: at })),
  ...Array.from({ length: 30 }, (_, at) => person({ latin: 'Kaleema Thapliyal', age: at })),
  ...Array.from({ length: 170 }, (_, at) => person({ latin: 'Urmila Rawat', age: at % 90 })),
  ...Array.from({ length: 5 }, (_, at) =>
    person({ latin: 'Zubeida Parveen', own: own('Arab', 'زبیدہ پروین'), age: at }),
  ),
]

before(async () => {
  const working = await workingTerminal(folder, 'desk', (hims) => {
    for (const row of [...people, ...crowd]) hims.putRow({ table: 'person', row })
    const names = ['Suresh', 'Anita', 'Manju', 'Deepak', 'Kamla', 'Imran', 'Harpreet', 'Pooja', 'Rajesh', 'Farhan']
    for (let at = 0; at < 300; at++) {
      const latin = `${names[at % 10]} ${['Yadav', 'Jha', 'Khan', 'Gupta', 'Das', 'Ali', 'Mishra'][at % 7]}`
      hims.putRow({ table: 'person', row: person({ latin, age: at % 90, locality: 'Shahdara' }) })
    }
  })
  terminal = working.terminal
})
after(async () => {
  await closeTerminals()
  for (const each of [folder, ...others]) removeFolder(each)
})

const search = async (text: string) =>
  desk.channels['person.search'].output.parse(await terminal.want('person.search', { text }))

const finds: readonly (readonly [string, (typeof people)[number] | undefined])[] = [
  ['ramesh kumar 34', young],
  ['ramesh 60', old],
  ['Ramesh Kumar karol bagh', old],
  ['रमेश कुमार ३४', young],
  ['ਰਮੇਸ਼ ਕੁਮਾਰ 34', young],
  ['رمیش کمار 34', young],
  ['laxmi devi', lakshmi],
  ['lakshmee', lakshmi],
  ['लक्ष्मी', lakshmi],
  ['9876543210', lakshmi],
  ['+91 98765 43210', lakshmi],
  ['gurprit kor', gurpreet],
  ['ਗੁਰਪ੍ਰੀਤ', gurpreet],
  ['गुरप्रीत कौर', gurpreet],
  ['mohd iqbal', iqbal],
  ['Muhammad Iqbal', iqbal],
  ['محمد اقبال', iqbal],
  ['मोहम्मद इक़बाल', iqbal],
  ['jinat begam', zeenat],
  ['vikash sharma', vikas],
  ['sharma vik', vikas],
  // Whole names, though longer ones are newer; even when there are more of those than are looked at.
  ['nandini', nandini],
  ['नंदिनी', nandini],
  ['ਨੰਦਿਨੀ', nandini],
  ['nandinee', nandini],
  ['zubeida', zubeida],
  ['زبیدہ', zubeida],
  ['urmila', urmila],
  ['उर्मिला', urmila],
  // Letters swapped, dropped, struck twice or struck beside, in the first letters too.
  ['nnadini', nandini],
  ['tsewnag dorje', tsewang],
  ['stewang dorje', tsewang],
  ['sewang dorje', tsewang],
  ['tsewang droje', tsewang],
  ['tsewanng', tsewang],
  ['bhvuneshwari', bhuvneshwari],
  ['bhuvnesjwari iyer', bhuvneshwari],
  // While the word is still being typed.
  ['bhvunesh', bhuvneshwari],
  ['hmelata negi', hemlata],
  ['hemalta', hemlata],
  ['हमेलता नेगी', hemlata],
  ['hmelata neig', hemlata],
  // Thirty sound like what was typed, but only one is a slip away.
  ['kalma thapliyal', kamla],
]
for (const [text, wanted] of finds) {
  test(`“${text}” finds its person first`, async () => {
    const { hits } = await search(text)
    assert.equal(hits[0]?.person.id, wanted?.id, hits.map(({ person: hit }) => hit.name.latin).join(', '))
  })
}

test('a slip does not bring strangers: a name that nobody has finds nobody that is unlike it', async () => {
  for (const text of ['qwrtp', 'xylophone', 'bxgqv', 'ღვინო']) {
    const { hits } = await search(text)
    assert.deepEqual(
      hits.map(({ person: hit }) => hit.name.latin),
      [],
      text,
    )
  }
})

test('a name that was corrected is found as it is written now, slips and all', async () => {
  const late = person({ latin: 'Chhaya Thakkar' })
  const working = await workingTerminal(temporary(), 'desk', (hims) => hims.putRow({ table: 'person', row: late }))
  const ask = async (text: string) =>
    desk.channels['person.search'].output
      .parse(await working.terminal.want('person.search', { text }))
      .hits.map(({ person: hit }) => hit.name.latin)
  assert.deepEqual(await ask('chhaya'), ['Chhaya Thakkar'])
  working.hims.putRow({ table: 'person', row: { ...late, name: { latin: 'Pragati Thakkar', own: null } } })
  await until(async () => (await ask('pragati')).length > 0)
  assert.deepEqual(await ask('pargati'), ['Pragati Thakkar'])
  assert.deepEqual(await ask('chhaya'), [])
})

test('an empty box finds nobody, and what was understood is said', async () => {
  assert.deepEqual((await search('  ')).hits, [])
  const { understood, hits, more } = await search('manju shahdara 40')
  assert.deepEqual(understood, {
    words: ['manju'],
    age: 40,
    phone: null,
    guardian: [],
    phoneEnd: null,
    place: 'shahdara',
    shortCode: null,
    abha: null,
  })
  assert.equal(hits.length, 20)
  assert.equal(more, true)
  assert.deepEqual(
    hits[0]?.reasons.map(({ field }) => field),
    ['name', 'age', 'place'],
  )
})

test('signs that mean something to the index are only signs here', async () => {
  for (const text of ['"', 'a" OR b', 'words : x', '*', "o'brien (", 'NEAR(a b)', '-- ;', '\u0000', '😀'])
    await search(text)
})

test('a box is understood: codes, phones and ages among the words', () => {
  const places = ['rohini', 'sector', '7', 'tilak', 'nagar', 'seelampur', 'bagh']
  const names = ['asha', 'tilak', 'ram']
  const sounds: Readonly<Record<string, string>> = { रोहिणी: 'rohini', سیلمپور: 'seelampur', बाग: 'bagh' }
  const dictionary = {
    isPlace: (word: string) => places.includes(word),
    isNameWord: (word: string) => names.includes(word),
    placeBySound: (word: string) => sounds[word] ?? null,
    isNameSound: () => false,
    byCardPrefix: () => [],
  }
  const words = (text: string) => understand(text, dictionary, '2026-11-22')
  const told = (text: string) => {
    const { words: name, age, place } = words(text)
    return [name, age, place]
  }
  assert.equal(words('asha 9812345678 33').phone, '9812345678')
  assert.equal(words('asha 9812345678 33').age, 33)
  assert.equal(words('asha 200').age, null)
  assert.equal(words('asha 1984 rohini').age, 42)
  assert.deepEqual(told('asha 1984 tilak'), [['asha'], 42, 'tilak'])
  assert.equal(words('asha 33 5678').phoneEnd, '5678')
  assert.equal(words('asha 33 1984').age, 42, 'what can be a year is one')
  assert.equal(words('asha 33 9812345678 4321').phoneEnd, null)
  assert.equal(words('12345678901').phone, null)
  assert.equal(words('asha 09812345678').phone, '9812345678')
  assert.equal(words('asha rohini').place, 'rohini')
  assert.deepEqual(told('asha 41 rohini sector 7'), [['asha'], 41, 'rohini sector 7'])
  assert.deepEqual(told('asha tilak nagar 41'), [['asha'], 41, 'tilak nagar'])
  assert.deepEqual(told('tilak nagar'), [['tilak'], null, 'nagar'])
  assert.deepEqual(told('asha tilak 41'), [['asha', 'tilak'], 41, null])
  assert.deepEqual(told('asha 41 tilak'), [['asha'], 41, 'tilak'])
  assert.deepEqual(told('आशा रोहिणी ४१'), [['आशा'], 41, 'rohini'])
  assert.deepEqual(told('عائشہ سیلم پور'), [['عائشہ'], null, 'seelampur'])
  assert.deepEqual(told('आशा रोहिणी बाग'), [['आशा'], null, 'rohini bagh'])
  // Nine letters with a right check letter are a name, unless a card here has them.
  assert.equal(words('paramjeeq').shortCode, null)
  assert.equal(
    understand('paramjeeq', { ...dictionary, byCardPrefix: () => ['a card'] }, '2026-11-22').shortCode,
    'PARA-MJEE-Q',
  )
  // So are a name and a year, and the code of somebody unknown.
  assert.deepEqual(told('geeta 1970'), [['geeta'], 56, null])
  assert.equal(words('geeta 1970').shortCode, null)
  assert.equal(words('peepal 285').shortCode, null)
  for (const typed of ['asha 35', 'asha 35y', 'asha 35 yrs', 'asha 35 years', 'asha ३५ साल', 'asha 35 برس'])
    assert.deepEqual(told(typed), [['asha'], 35, null], typed)
  // What somebody unknown is called: its number is no age, and its word no place.
  assert.deepEqual(told('peepal 285'), [['peepal', '285'], null, null])
  assert.deepEqual(told('पीपल २८५ 40'), [['पीपल', '285'], 40, null])
  assert.deepEqual(told('peepal 40'), [['peepal'], 40, null])
  for (const typed of ['PARA-MJEE-Q', 'para mjee q']) assert.equal(words(typed).shortCode, 'PARA-MJEE-Q')
  assert.equal(words('geeta1970').shortCode, 'GEET-A197-0')
  assert.equal(words('आशा ३३').age, 33)
})

test('a parent’s or husband’s name is told from the name, as papers part them in four languages', () => {
  const places = ['rohini']
  const dictionary = {
    isPlace: (word: string) => places.includes(word),
    isNameWord: () => false,
    placeBySound: () => null,
    isNameSound: () => false,
    byCardPrefix: () => [],
  }
  const told = (text: string) => {
    const { words, guardian, age, place } = understand(text, dictionary, '2026-11-22')
    return [words, guardian, age, place]
  }
  for (const typed of [
    'sunita devi w/o ramesh kumar 41 rohini',
    'sunita devi 41 rohini W/O Late Sh. Ramesh Kumar',
    'sunita devi wife of shri ramesh kumar rohini 41y',
  ])
    assert.deepEqual(told(typed), [['sunita', 'devi'], ['ramesh', 'kumar'], 41, 'rohini'], typed)
  assert.deepEqual(told('सुनीता पत्नी स्व. श्री रमेश ४१'), [['सुनीता'], ['रमेश'], 41, null])
  assert.deepEqual(told('ਸੁਨੀਤਾ ਪੁੱਤਰੀ ਰਮੇਸ਼'), [['ਸੁਨੀਤਾ'], ['ਰਮੇਸ਼'], null, null])
  assert.deepEqual(told('عمران ولد رمیش'), [['عمران'], ['رمیش'], null, null])
  assert.deepEqual(told('so ram of rohini'), [['so', 'ram', 'of'], [], null, 'rohini'])
})

test('of namesakes whoever has the told father stands first, however many there are', async () => {
  const namesakes = Array.from({ length: 300 }, (_, at) => ({
    ...person({ latin: 'Sunita Devi' }),
    guardian: {
      relation: 'husband',
      name: at === 7 ? 'Rameshwar Prasad' : `Mahesh ${at % 2 === 0 ? 'Lal' : 'Chand'}`,
    } as const,
  }))
  const working = await workingTerminal(temporary(), 'desk', (hims) => {
    for (const row of namesakes) hims.putRow({ table: 'person', row })
  })
  for (const text of ['sunita devi w/o rameshwar prasad', 'sunita w/o ramesvar', 'sunita devi पत्नी रामेश्वर']) {
    const { hits } = desk.channels['person.search'].output.parse(await working.terminal.want('person.search', { text }))
    assert.equal(hits[0]?.person.id, namesakes[7]?.id, text)
    assert.ok(hits[0]?.reasons.some(({ field, match }) => field === 'guardian' && match !== 'different'))
  }
})

test('an ABHA number finds its person, with hyphens, spaces or neither', async () => {
  const held = { ...person({ latin: 'Simran Kaur' }), abha: '91234567890123' }
  const { terminal: other } = await workingTerminal(temporary(), 'desk', (hims) => {
    hims.putRow({ table: 'person', row: held })
    hims.putRow({ table: 'person', row: person({ latin: 'Simran Kaur', phone: '9123456789' }) })
  })
  const ask = async (text: string) =>
    desk.channels['person.search'].output.parse(await other.want('person.search', { text }))
  for (const text of ['91-2345-6789-0123', '91234567890123', '91 2345 6789 0123', '९१२३४५६७८९०१२३']) {
    const { understood, hits } = await ask(text)
    assert.deepEqual([understood.abha, understood.phone, understood.shortCode], ['91234567890123', null, null])
    assert.deepEqual(
      hits.map((hit) => [hit.person.id, hit.reasons]),
      [[held.id, [{ field: 'abha', match: 'same' }]]],
    )
  }
  assert.deepEqual((await ask('91-2345-6789-0124')).hits, [])
})
