import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

import { enter } from '../../build/demo/tour/stage.ts'
import { desk as deskContract } from '../../contract/desk.ts'
import { pharmacy as pharmacyContract } from '../../contract/pharmacy.ts'
import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { isFull } from '../fake/bridge/sweep.ts'
import { cameSince, rowsAtHims } from './away/at-hims.ts'
import type { KeptRow } from './away/at-hims.ts'
import * as clerk from './away/desk-deeds.ts'
import { calm, handsOn, speak, until } from './away/hands.ts'
import type { Hands } from './away/hands.ts'
import * as pharmacist from './away/pharmacy-deeds.ts'
import type { SmallHospital } from './hospital.ts'
import { askPage, root, smallHospital } from './hospital.ts'

/** What every page is asked alike. */
const statusOf = (at: Hands) => askPage(at, deskContract, 'terminal.status', {})

for (const language of languages) {
  describe(
    `every task with HIMS stopped, by keyboard alone, in ${language}`,
    { skip: !isFull, timeout: 1_200_000 },
    () => dayIn(language),
  )
}

/** One day of a small hospital of its own, whose pages speak one language. */
function dayIn(language: Language): void {
  let hospital: SmallHospital
  let desk: Hands
  let pharmacy: Hands
  let doctor: Hands
  let known: readonly KeptRow[] = []
  /** Who waits for medicine and may have it without a question. */
  let collecting: readonly string[] = []
  const everybody = () => [desk, pharmacy, doctor]
  const atHims = () => rowsAtHims(join(hospital.demonstration.data, 'hims.sqlite'))

  async function sitDown(spec: Parameters<typeof enter>[1], name: string, pin: string): Promise<Hands> {
    const hands = handsOn(await enter(hospital.runtime, spec), language)
    // The first start makes keys and takes in a whole hospital.
    hands.page.setDefaultTimeout(40_000)
    await hands.see('.operator', name)
    await speak(hands, language)
    await hands.choose(name)
    await hands.type(pin)
    await hands.press('Enter')
    await hands.gone('.unlock')
    return hands
  }

  before(async () => {
    hospital = await smallHospital(120)
    const { terminals } = hospital.demonstration
    desk = await sitDown(terminals.desk, 'Sunita Devi', '271828')
    pharmacy = await sitDown(terminals.pharmacy, 'Arvind Negi', '314159')
    doctor = await sitDown(terminals.doctor, 'Dr Meena Rao', '577215')
    for (const at of everybody()) {
      await until('everybody to be known', async () => {
        const { filling, waiting, link } = await statusOf(at)
        return !filling && waiting === 0 && link.kind === 'online'
      })
    }
    for (const text of ['ramesh kumar 58 seelampur', 'rameshwar kumar']) {
      await clerk.find(desk, text, 'Kumar')
      await clerk.giveToken(desk)
    }
    await doctor.see('.queue-row')
    collecting = await until('the pharmacy to have rights', async () => {
      const hits = await askPage(pharmacy, pharmacyContract, 'pick.find', { text: '' })
      const free: string[] = []
      for (const { person } of hits) {
        const list = await askPage(pharmacy, pharmacyContract, 'pick.open', { personId: person.id })
        const lines = list?.prescriptions.flatMap((each) => each.lines) ?? []
        const isPlain = lines.every(
          ({ allergies, warnings, mayGive, rightHere }) =>
            rightHere && mayGive > 1 && allergies.length === 0 && warnings.length === 0,
        )
        if (isPlain && lines.length > 0) free.push(person.name.latin)
      }
      return free.length >= 3 ? free : null
    })
    await until('HIMS to have all of it', async () => (await statusOf(desk)).waiting === 0)
    known = atHims()
    await hospital.demonstration.hims.stop()
    for (const at of everybody()) await at.see('.band')
  })
  after(async () => {
    for (const at of [desk, pharmacy, doctor]) await at?.app.close().catch(() => undefined)
    await hospital?.close()
  })

  const deed = (at: () => Hands, name: string, act: (at: Hands) => Promise<void>): void => {
    void test(name, async () => {
      try {
        await act(at())
      } catch (fault) {
        await at().page.screenshot({
          path: join(root, `out/test/away/${language}-${name.replaceAll(/\W+/g, '-')}.png`),
        })
        throw fault
      }
    })
  }
  const atDesk = (name: string, act: (desk: Hands) => Promise<void>) => deed(() => desk, name, act)
  const atPharmacy = (name: string, act: (pharmacy: Hands) => Promise<void>) => deed(() => pharmacy, name, act)
  const atDoctor = (name: string, act: (doctor: Hands) => Promise<void>) => deed(() => doctor, name, act)
  const shanti = () => clerk.find(desk, 'shanti devi', 'Shanti Devi')

  atDesk('somebody new is registered, with card and token', (it) =>
    clerk.register(it, { name: 'Wardha Lobo', age: '44', phone: '9811100101' }),
  )
  atDesk('somebody is found and gets a token', async (it) => {
    await shanti()
    await clerk.giveToken(it)
  })
  atDesk('a visit is sent on to another department', async (it) => {
    await shanti()
    await clerk.sendOn(it)
  })
  atDesk('a visit is cancelled', async (it) => {
    await clerk.find(it, 'sunil kumar', 'Sunil Kumar')
    await clerk.giveToken(it)
    await clerk.find(it, 'sunil kumar', 'Sunil Kumar')
    await clerk.cancel(it)
  })
  atDesk('a card is issued', async (it) => {
    await shanti()
    await clerk.giveCard(it)
  })
  atDesk('a lost card is replaced', async (it) => {
    await clerk.find(it, 'wardha', 'Wardha Lobo')
    await clerk.replaceLost(it, '0101', '44')
  })
  atDesk('a card that went home with a stranger is put right', async (it) => {
    await clerk.vouch(it)
    await shanti()
    await clerk.rightWrongCard(it)
  })
  atDesk('a card is revoked with a supervisor’s word', async (it) => {
    await clerk.find(it, 'sunil kumar', 'Sunil Kumar')
    await clerk.giveCard(it)
    await clerk.vouch(it)
    await clerk.find(it, 'sunil kumar', 'Sunil Kumar')
    await clerk.revoke(it)
  })
  atDesk('permanent cards are ordered for all of today', async (it) => {
    await clerk.vouch(it)
    await clerk.find(it, 'wardha', 'Wardha Lobo')
    await clerk.orderMany(it)
  })
  atDesk('a phone is corrected, and its history kept', async (it) => {
    await clerk.find(it, 'wardha', 'Wardha Lobo')
    await clerk.correctPhone(it, '9811100102')
  })
  atDesk('two records are joined', async (it) => {
    await clerk.vouch(it)
    await clerk.find(it, 'ramesh kumar 58 seelampur', 'Ramesh Kumar')
    await clerk.join(it, 'ramesh kumar verma', 'Control+1')
  })
  atDesk('and taken apart again', async (it) => {
    await clerk.vouch(it)
    await clerk.find(it, 'ramesh kumar 58 seelampur', 'Ramesh Kumar')
    await clerk.takeApart(it)
  })
  atDesk('somebody is added to a family', async (it) => {
    await clerk.find(it, 'wardha', 'Wardha Lobo')
    await clerk.addToFamily(it, 'shanti devi')
  })

  atDoctor('the next two are called, one after the other', async (it) => {
    await it.press('F9')
    await it.see('.steps-more')
    await calm(it)
    await it.press('F9')
    await calm(it)
  })
  atDoctor('medicine is written and signed', async (it) => {
    await it.press('F6')
    await it.see('.medicine-find input')
    await it.type('metf')
    await it.see('.medicine-find li')
    await calm(it)
    await it.press('Enter')
    await it.see('.item-form')
    await it.type('1-0-1')
    await it.press('Enter')
    await it.gone('.item-form')
    await calm(it)
    await it.press('Control+Enter')
    await it.gone('.medicine-find')
  })

  atPharmacy('all of a list is given', async (it) => {
    await pharmacist.openList(it, collecting[0] ?? '')
    await pharmacist.give(it)
  })
  atPharmacy('a part is given, and the rest owed', async (it) => {
    await pharmacist.openList(it, collecting[1] ?? '')
    await pharmacist.givePart(it, 1, '1')
  })
  atPharmacy('what was given by mistake is taken back', async (it) => {
    await pharmacist.openList(it, collecting[1] ?? '')
    await pharmacist.takeBack(it)
  })
  atPharmacy('the doctor is asked', async (it) => {
    await pharmacist.openList(it, collecting[2] ?? '')
    await pharmacist.askDoctor(it, 1)
  })
  atPharmacy('a delivery comes in two parts, some of it broken', async (it) => {
    await pharmacist.receive(it, { lot: 'mf 9', expected: '500', found: '480', damaged: '20' })
    await pharmacist.receive(it, { lot: 'mf 9', expected: '20', found: '20', damaged: '0' })
  })
  atPharmacy('a lot is sent to this shelf, and comes in two parts', async (it) => {
    await pharmacist.transfer(it, '50')
    await pharmacist.arrive(it, '30', '5')
    await pharmacist.arrive(it, '20', '0')
  })
  atPharmacy('a shelf is counted twice', (it) => pharmacist.count(it, '90'))
  atDesk('the day is signed', (it) => clerk.signDay(it))

  test('HIMS comes back, and everything arrives once', async () => {
    await hospital.demonstration.hims.start()
    for (const at of everybody()) {
      await at.press('F2')
      const isDone = async () => {
        const { waiting, link } = await statusOf(at)
        return waiting === 0 && link.kind === 'online'
      }
      await until('nothing to wait', isDone, 120_000)
    }
    const whole = atHims()
    const came = cameSince(known, whole)
    const rowsOf = (table: string) => came.filter((each) => each.table === table).map(({ row }) => row)
    assert.deepEqual(countKinds(came), {
      card: 6,
      'card active': 3,
      'card lost': 1,
      'card revoked': 1,
      'card suspended': 1,
      'day_statement signed': 1,
      family_link: 1,
      lot: 1,
      'order_event asked': 1,
      'order_event given-back': 1,
      person: 1,
      person_edit: 1,
      person_link: 1,
      prescription: 1,
      'stock_paper arrived': 2,
      'stock_paper counted': 1,
      'stock_paper received': 2,
      'stock_paper sent': 1,
      visit: 3,
      'visit_event called': 2,
      'visit_event cancelled': 1,
      'visit_event moved': 1,
      'visit_event seen': 2,
    })
    assert.deepEqual(
      rowsOf('person').map(({ phone }) => phone),
      ['9811100102'],
    )
    assert.ok(rowsOf('person_link').every(({ undone }) => undone !== null))
    // Of the two who were given medicine each line once, and nobody else anything.
    const given = rowsOf('dispense')
    const lines = new Set(given.map(({ itemId }) => itemId))
    assert.deepEqual([given.length, new Set(given.map(({ prescriptionId }) => prescriptionId)).size], [lines.size, 2])
    await shelfIsLedger(whole)
  })

  /** Of each lot that was touched, what the pharmacy shows in each store is what HIMS's events come to. */
  async function shelfIsLedger(whole: readonly KeptRow[]): Promise<void> {
    const shelf = await askPage(pharmacy, pharmacyContract, 'stock.shelf', { text: 'metformin' })
    const stands = shelf.flatMap(({ lots }) => lots)
    assert.ok(stands.some(({ lot }) => lot.lot === 'MF9'))
    for (const { lot, stands: shown } of stands) {
      const sums = new Map<string, number>()
      for (const { table, row } of whole) {
        if (table !== 'stock_event' || row['lotId'] !== lot.id) continue
        const store = typeof row['store'] === 'string' ? row['store'] : 'pharmacy'
        sums.set(store, (sums.get(store) ?? 0) + Number(row['delta']))
      }
      for (const { store, units } of shown) assert.equal(units, sums.get(store), `${lot.lot} in ${store}`)
    }
  }
}

/** What HIMS makes of others itself, and what is counted by what it comes to. */
const apart: ReadonlySet<string> = new Set(['right', 'review', 'stock_event', 'dispense'])

/** How many rows of each table came, and of each kind or standing. */
function countKinds(came: readonly KeptRow[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {}
  const add = (what: string) => void (counted[what] = (counted[what] ?? 0) + 1)
  for (const { table, row } of came) {
    if (apart.has(table)) continue
    if (typeof row['kind'] === 'string') add(`${table} ${row['kind']}`)
    else add(table)
    if (table === 'card') add(`card ${String(row['status'])}`)
  }
  return Object.fromEntries(Object.entries(counted).toSorted(([one], [other]) => one.localeCompare(other)))
}
