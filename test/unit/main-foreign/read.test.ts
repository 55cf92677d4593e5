import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

import { encodeBase45 } from '../../../domain/card/base45.ts'
import { ForeignIdentity, evidenceOf } from '../../../domain/foreign-code/foreign-identity.ts'
import { issuerKey, trustedIssuers } from '../../../main/foreign/issuer.ts'
import { aadhaarPerson, letterXml, secureQr } from '../../fake/foreign/aadhaar.ts'
import { abhaApp, abhaCard } from '../../fake/foreign/abha.ts'
import { rsaSigner } from '../../fake/foreign/certificate.ts'
import { claim169, encryptedClaim, identity as claims } from '../../fake/foreign/claim-169.ts'
import { healthCard, patient } from '../../fake/foreign/health-card.ts'
import { configured, ec, ed, otherEc, read, uidai, world } from './world.ts'

function identity(text: string, changes = {}): ForeignIdentity {
  const found = read(text, changes)
  assert.equal(found?.kind, 'read', JSON.stringify(found))
  return ForeignIdentity.parse(found.kind === 'read' ? found.identity : null)
}
const why = (text: string, changes = {}) => {
  const found = read(text, changes)
  return found?.kind === 'refused' ? found.why : found
}

test('an ABHA card fills what it says and proves nothing', () => {
  assert.deepEqual(identity(abhaCard()), {
    kind: 'abha',
    proof: { kind: 'unsigned' },
    reference: '0123',
    facts: {
      latin: 'Simran Kaur',
      own: null,
      sex: 'female',
      birth: { kind: 'date', on: '1991-04-06' },
      phone: '9811047263',
      guardian: null,
      house: 'H 14-B Gali 9 Tilak Nagar West Delhi 110018',
      locality: '',
      district: 'west',
      pin: '110018',
      abha: '91234567890123',
    },
  })
})

test('the ABHA app says less, in other keys: a year is an age, a dash no number', () => {
  const { facts, reference } = identity(abhaApp())
  assert.deepEqual(facts.birth, { kind: 'age', years: 35, asOf: '2026-11-22' })
  assert.deepEqual([facts.abha, facts.phone, reference, facts.latin], [null, null, '', 'Simran Kaur'])
  assert.equal(identity(abhaApp({ dob: 1991, 'dist name': 'West', 'state name': 'Delhi' })).facts.district, 'west')
  const parts = { dob: undefined, dayOfBirth: '06', monthOfBirth: '4', yearOfBirth: '1991' }
  assert.deepEqual(identity(abhaApp(parts)).facts.birth, { kind: 'date', on: '1991-04-06' })
  assert.deepEqual(identity(abhaApp({ dob: '', yearOfBirth: 1991 })).facts.birth, facts.birth)
  assert.equal(identity(abhaCard({ mobile: null, gender: {}, address: ['x'] })).facts.phone, null)
  assert.equal(read('{"name":"x"}'), null)
  assert.equal(read('{"hidn":"12-3456-7890-1234"}'), null)
})

test('a secure QR of every version is read, and a true signature names its issuer', () => {
  for (const version of ['', 'V2', 'V3'] as const) {
    for (const present of ['0', '1', '2', '3'] as const) {
      const found = identity(secureQr({ key: uidai.key, version, present }))
      assert.deepEqual(found.proof, { kind: 'signed', by: 'UIDAI' })
      assert.deepEqual(found.facts, {
        latin: 'Gurpreet Kaur',
        own: null,
        sex: 'female',
        birth: { kind: 'date', on: '1991-04-06' },
        phone: null,
        guardian: { relation: 'husband', name: 'Harjit Singh' },
        house: '14-B, Gali 9, Near Gurudwara',
        locality: 'Tilak Nagar, West Delhi',
        district: 'west',
        pin: '110018',
        abha: null,
      })
      assert.equal(found.reference, '4826')
    }
  }
  assert.equal(identity(secureQr({ key: uidai.key, pack: deflateSync })).proof.kind, 'signed', 'zlib as well as gzip')
  assert.equal(identity(secureQr({ key: uidai.key, photo: 0, version: '' })).facts.latin, 'Gurpreet Kaur')
  assert.equal(identity(secureQr({ key: uidai.key, person: { name: 'ਗੁਰਪ੍ਰੀਤ' } })).facts.own?.script, 'Guru')
})

test('one changed byte anywhere in a secure QR is a bad signature; a key nobody knows proves nothing', () => {
  const length = 700
  for (let at = 0; at < length; at += 53) {
    const text = secureQr({
      key: uidai.key,
      spoil: (bytes) => void (bytes[bytes.length - 1 - at] = (bytes[bytes.length - 1 - at] ?? 0) ^ 1),
    })
    assert.equal(why(text), 'bad-signature', `byte ${at} from the end`)
  }
  assert.equal(why(secureQr({ key: rsaSigner().key })), 'bad-signature')
  assert.deepEqual(identity(secureQr({ key: rsaSigner().key }), { issuers: [] }).proof, { kind: 'unknown-issuer' })
  const older = { kind: 'aadhaar', name: 'UIDAI 2019', issuer: null, key: rsaSigner().certificate } as const
  const both = trustedIssuers([older, ...configured])
  assert.deepEqual(identity(secureQr({ key: uidai.key }), { issuers: both }).proof, { kind: 'signed', by: 'UIDAI' })
})

test('the letter of before 2018 keeps four digits of its number and nothing more', () => {
  const found = read(letterXml())
  assert.equal(JSON.stringify(found).includes('23456789'), false)
  assert.equal(identity(letterXml()).reference, '4826')
  assert.deepEqual(identity(letterXml()).facts.birth, { kind: 'age', years: 35, asOf: '2026-11-22' })
  assert.deepEqual(identity(letterXml(' dob="06/04/1991"')).facts.birth, { kind: 'date', on: '1991-04-06' })
  const odd = `</?xml version="1.0"?><PrintLetterBarcodeData uid='9' name='A &amp; B &#x41;' dob='1980-01-31' co='S/O: C&apos;D'/>`
  assert.deepEqual([identity(odd).facts.latin, identity(odd).facts.guardian?.name], ['A & B A', "C'D"])
  const short =
    '<QPDB n="Milan Rao" u="xxxxxxxx5808" g="M" m="xxxxxx1310" d="08-03-2001" a="42 Model Town,Delhi,110009" i="AAAA"/>'
  const { facts, reference } = identity(short)
  assert.deepEqual([facts.latin, facts.phone, facts.pin, reference], ['Milan Rao', null, '110009', '5808'])
})

test('a Claim 169 is verified with EdDSA and with ES256, tagged or not, zlib or Brotli', () => {
  for (const text of [
    claim169({ key: ed.privateKey }),
    claim169({ key: ed.privateKey, tagged: false }),
    claim169({ key: ed.privateKey, pack: brotliCompressSync }),
    claim169({ key: ed.privateKey, identity: new Map([...claims].map(([key, value]) => [String(key), value])) }),
  ]) {
    const { proof, facts, reference } = identity(text)
    assert.deepEqual(proof, { kind: 'signed', by: 'Test nation' })
    assert.deepEqual(
      [facts.latin, facts.own?.text, facts.sex, facts.phone, facts.pin, reference],
      ['Mohammad Irfan', 'محمد عرفان', 'male', '9876543210', '110053', '2438'],
    )
    assert.deepEqual(
      [facts.birth, facts.house],
      [{ kind: 'date', on: '1988-01-02' }, 'H 12, Gali 3, Jafrabad, Delhi 110053'],
    )
  }
  const second = claim169({ key: ec.privateKey, issuer: 'https://two.example.org' })
  assert.deepEqual(identity(second).proof, { kind: 'signed', by: 'Other nation' })
})

test('a Claim 169 that was changed, ran out, is not valid yet, unknown or encrypted says so', () => {
  const key = ed.privateKey
  assert.equal(why(claim169({ key, spoil: (bytes) => void (bytes[bytes.length - 5] = 0x41) })), 'bad-signature')
  assert.equal(why(claim169({ key: ec.privateKey })), 'bad-signature', 'signed by another issuer than it names')
  assert.deepEqual(identity(claim169({ key, expires: 1_790_000_000 })).proof, {
    kind: 'expired',
    by: 'Test nation',
    on: '2026-09-21',
  })
  assert.equal(identity(claim169({ key, notBefore: 1_890_000_000 })).proof.kind, 'too-early')
  assert.equal(identity(claim169({ key, issuer: 'https://who.example.org' })).proof.kind, 'unknown-issuer')
  assert.equal(why(encryptedClaim()), 'encrypted')
})

test('a SMART Health Card fills from its one patient and is verified by the key of its issuer', () => {
  const found = identity(healthCard({ key: ec.privateKey }))
  assert.deepEqual(found.proof, { kind: 'signed', by: 'Test clinic' })
  assert.deepEqual(
    [found.facts.latin, found.facts.sex, found.facts.birth],
    ['Maria Lourdes Fernandes', 'female', { kind: 'date', on: '1979-11-30' }],
  )
  const partly = identity(healthCard({ key: ec.privateKey, patient: { ...patient, birthDate: '1979-11' } }))
  assert.deepEqual(partly.facts.birth, { kind: 'age', years: 47, asOf: '2026-11-22' })
  assert.deepEqual(identity(healthCard({ key: ec.privateKey, expires: 1_790_000_000 })).proof.kind, 'expired')
})

test('a health card of a stranger proves nothing; one that claims our issuer without their key is refused', () => {
  const stranger = healthCard({ key: otherEc.privateKey, issuer: 'https://else.example.org' })
  assert.equal(identity(stranger).proof.kind, 'unknown-issuer')
  assert.equal(why(healthCard({ key: otherEc.privateKey })), 'bad-signature')
  assert.equal(why(healthCard({ key: ec.privateKey, issuer: 'https://else.example.org' })), 'bad-signature')
  const other = healthCard({ key: ec.privateKey, patient: { ...patient, birthDate: '1990-01-01' } })
  assert.ok(other.length > 400)
  const swapped = healthCard({
    key: ec.privateKey,
    spoil: (jws) => [jws.split('.')[0], jws.split('.')[1], Buffer.alloc(64, 7).toString('base64url')].join('.'),
  })
  assert.equal(why(swapped), 'bad-signature')
})

test('a card in several parts, without ES256, or with two patients is answered clearly', () => {
  assert.equal(why('shc:/1/3/5676290952'), 'several-parts')
  assert.equal(why('shc:/567'), 'unreadable')
  assert.equal(why('shc:/9999'), 'unreadable')
  assert.equal(why(healthCard({ key: ec.privateKey, payload: '{}' })), 'unreadable')
  assert.equal(why(healthCard({ key: ec.privateKey, more: [patient] })), 'unreadable')
})

test('a bomb is stopped at 64 kB whatever it claims', () => {
  const zeros = new Uint8Array(20_000_000)
  assert.equal(why(BigInt(`0x${gzipSync(new Uint8Array(1_500_000)).toString('hex')}`).toString()), 'too-large')
  assert.equal(why(healthCard({ key: ec.privateKey, payload: ' '.repeat(400_000) })), 'too-large')
  assert.equal(read(BigInt(`0x${gzipSync(zeros).toString('hex')}`).toString()), null, 'longer than any scan')
  assert.equal(why(encodeBase45(deflateSync(new Uint8Array(1_000_000)))), 'too-large')
  assert.equal(read(encodeBase45(brotliCompressSync(zeros)).padEnd(60, '0')), null)
})

test('evidence keeps the end of a number and who signed', () => {
  const found = identity(secureQr({ key: uidai.key, person: { reference: aadhaarPerson.reference } }))
  assert.deepEqual(evidenceOf(found, world.today), {
    kind: 'aadhaar',
    signedBy: 'UIDAI',
    reference: '4826',
    readOn: '2026-11-22',
  })
  assert.equal(evidenceOf(identity(abhaCard()), world.today).signedBy, null)
})

test('a key that cannot sign such a code is no issuer', () => {
  assert.equal(issuerKey({ kind: 'aadhaar', key: 'no key' }), null)
  assert.equal(
    issuerKey({ kind: 'aadhaar', key: ed.publicKey.export({ type: 'spki', format: 'pem' }).toString() }),
    null,
  )
  assert.equal(issuerKey({ kind: 'smart-health-card', key: { kty: 'EC' } }), null)
  assert.ok(issuerKey({ kind: 'aadhaar', key: uidai.certificate }))
})

test('texts that are none of these are left to others', () => {
  for (const text of [
    '',
    'DLH1:ABC',
    '9811047263',
    'Ramesh',
    '{}',
    '[1]',
    'null',
    '<a>',
    'HTTPS://EXAMPLE.ORG/'.repeat(9),
  ]) {
    assert.equal(read(text), null, text)
  }
})

test('a scanner that turns letters, or puts a sign before every code, changes nothing', () => {
  const turned = (text: string) =>
    text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))
  const codes = [
    abhaCard(),
    abhaApp(),
    letterXml(),
    secureQr({ key: uidai.key }),
    claim169({ key: ed.privateKey }),
    healthCard({ key: ec.privateKey }),
  ]
  for (const code of codes) {
    const meant = identity(code)
    assert.deepEqual(identity(turned(code)), meant)
    for (const sign of ['@', '~#', '\uFEFF', '|']) assert.deepEqual(identity(sign + code), meant)
  }
  assert.equal(identity('{"hidn":"91-2345-6789-0123","name":"NAME HIDN"}').facts.latin, 'Name Hidn')
})

test('an ABHA address out of Aadhaar begins with a relative; early cards name state and district', () => {
  const of = (address: string) => {
    const { guardian, house } = identity(abhaCard({ address })).facts
    return [guardian, house]
  }
  assert.deepEqual(of('C/O: Hari Kishan, H 14, Gali 9'), [
    { relation: 'guardian', name: 'Hari Kishan' },
    'H 14, Gali 9',
  ])
  assert.deepEqual(of('W/O Amar Singh # 12 Tilak Nagar'), [
    { relation: 'husband', name: 'Amar Singh' },
    '12 Tilak Nagar',
  ])
  assert.deepEqual(of('D/O RAM LAL 14-B Gali 9'), [{ relation: 'father', name: 'Ram Lal' }, '14-B Gali 9'])
  for (const address of ['H 14, Gali 9', 'S/O', 'C/O Hari Kishan', 'Co-operative Flats, Rohini'])
    assert.deepEqual(of(address), [null, address])
  const early = abhaApp({ statelgd: 'Delhi', distlgd: 'South West' })
  assert.equal(identity(early).facts.district, 'south-west')
})
