import type { Answer } from '../../../domain/scheme/answer.ts'
import type { PersonFacts } from '../../../domain/scheme/known.ts'
import { and, or, person } from './by-hand.ts'
import type { Person, Truth } from './by-hand.ts'

/*
 * Each scheme once more, from what its orders say and not from the rule file. Where nobody has found an order for a part,
 * that part stays a perhaps.
 */
const unsourced: Truth = 0.5

const woman = (who: Person): Truth => who.is('sex', ['female', 'other'])
const inDelhi = (who: Person): Truth => who.is('delhi-home', [true])

/** Poor households, families of the 2011 list, pensioners of two kinds since 24 February 2026, frontline workers. */
function pmjay(who: Person): Truth {
  if (!who.since('2025-04-05')) return 0
  const pensions = who.since('2026-02-24')
    ? [who.is('widow-pension', [true], ['pension-paper']), who.is('disability-pension', [true], ['pension-paper'])]
    : []
  const ways = or(
    who.is('ration-card', ['aay', 'priority'], ['ration-card']),
    who.is('pmjay-list', [true], ['ayushman-card', 'pmjay-letter']),
    who.is('frontline-worker', [true], ['worker-id']),
    ...pensions,
  )
  return and(inDelhi(who), ways)
}

/** 70 by Aadhaar, from 29 October 2024; members of CGHS, ECHS and CAPF have to choose it. */
function vayVandana(who: Person): Truth {
  if (!who.since('2024-10-29')) return 0
  const free = or(who.is('other-government-cover', [false]), who.is('chooses-vay-vandana', [true]))
  return and(
    who.years((years) => years >= 70, ['aadhaar']),
    free,
  )
}

/** Delhi pays as much again: for PM-JAY families from the first day, for elders from 28 April 2025. */
function topUp(who: Person): Truth {
  if (!who.since('2025-04-05')) return 0
  return and(inDelhi(who), or(pmjay(who), who.since('2025-04-28') ? vayVandana(who) : 0))
}

const homePapers = [
  'domicile-certificate',
  'ration-card',
  'voter-card',
  'driving-licence',
  'passport',
  'electoral-roll',
  'aadhaar',
]

/** Up to three lakh or a food card, three years in Delhi, a government hospital; a child's birth certificate. */
function arogyaKosh(who: Person): Truth {
  const poor = or(
    who.amount('income', (rupees) => rupees <= 300_000, ['income-certificate']),
    who.is('ration-card', ['aay', 'priority'], ['ration-card']),
  )
  const ofAge = or(
    who.years((years) => years >= 18),
    who.years((years) => years < 18, ['birth-certificate']),
  )
  const settled = who.day('delhi-since', (day) => who.yearsSince(day, 3), homePapers)
  return and(poor, settled, ofAge, who.is('government-hospital', [true]))
}

const accident = (who: Person): Truth => who.isSaid('road-accident', [true])
const sinceAccident = (who: Person, days: number): Truth =>
  who.day('accident-on', (day) => who.daysSince(day) >= 0 && who.daysSince(day) <= days)

/** An accident on Delhi's roads, within 72 hours; nothing says that it still runs. */
const farishte = (who: Person): Truth =>
  and(accident(who), who.is('accident-in-delhi', [true]), sinceAccident(who, 3), unsourced)

/** Any road, a motor vehicle, seven days, from 5 May 2025. */
const roadCashless = (who: Person): Truth =>
  who.since('2025-05-05')
    ? and(
        accident(who),
        who.is('accident-with-vehicle', [true]),
        who.day('accident-on', (day) => day >= '2025-05-05'),
        sinceAccident(who, 7),
      )
    : 0

const dgehs = (who: Person): Truth =>
  and(
    who.is('delhi-service', ['serving', 'pensioner', 'family'], ['dgehs-card']),
    who.day('dgehs-until', (day) => day >= who.today, ['dgehs-card']),
  )

/** Dependants up to nine thousand and dearness relief, of which today's amount is not known. */
function cghs(who: Person): Truth {
  const dependant = or(
    who.is('central-service', ['serving', 'pensioner']),
    who.amount('own-income', (rupees) => rupees <= 9000),
    unsourced,
  )
  return and(
    who.is('central-service', ['serving', 'pensioner', 'spouse', 'family'], ['cghs-card']),
    who.day('cghs-until', (day) => day >= who.today, ['cghs-card']),
    dependant,
  )
}

/** Insured workers and their families; the ceiling rose from fifteen to twenty-one thousand with 2017. */
function esi(who: Person): Truth {
  const ceiling = who.since('2017-01-01') ? 21_000 : 15_000
  const wage = or(
    who.amount('wage', (rupees) => rupees <= ceiling),
    and(
      who.is('worker-disabled', [true], ['disability-certificate']),
      who.amount('wage', (rupees) => rupees <= 25_000),
    ),
    who.is('wage-rose', [true]),
  )
  return and(who.is('esi-worker', ['self', 'family'], ['esi-card']), wage)
}

/** ₹2,20,000, and ₹5,00,000 by the order of 2 January 2026. */
const ewsBed = (who: Person): Truth =>
  who.amount('income', (rupees) => rupees <= (who.since('2026-01-02') ? 500_000 : 220_000), ['income-certificate'])

const expecting = (who: Person, papers: readonly string[] | null = null): Truth =>
  who.isSaid('pregnant', [true], papers)
const newMother = (who: Person): Truth => who.isSaid('new-mother', [true])

/** Expectant mothers and sick infants in public hospitals; how long after birth the mother is in, nobody has found. */
function jssk(who: Person): Truth {
  if (!who.since('2011-06-01')) return 0
  const infant = and(
    who.years((years) => years < 1),
    who.is('unwell', [true]),
  )
  const mother = and(woman(who), or(expecting(who), and(newMother(who), unsourced)))
  return and(who.is('government-hospital', [true]), or(mother, infant))
}

const freeCare = (who: Person): Truth => (who.since('2016-02-01') ? who.is('delhi-hospital', [true]) : 0)

/** Children to their last vaccine at sixteen, and expectant mothers. */
const immunisation = (who: Person): Truth =>
  or(
    who.years((years) => years <= 16),
    and(woman(who), expecting(who)),
  )

const ntep = (who: Person): Truth => or(who.isSaid('tb', ['found']), and(who.isSaid('tb', ['suspected']), unsourced))

const nikshayPoshan = (who: Person): Truth =>
  who.since('2018-04-01')
    ? and(who.isSaid('tb', ['found']), who.is('tb-notified', [true], ['nikshay-id']), who.is('tb-treatment', [true]))
    : 0

const pmsma = (who: Person): Truth =>
  who.since('2016-07-31')
    ? and(
        woman(who),
        expecting(who),
        who.amount('pregnancy-month', (month) => month >= 4),
      )
    : 0

const poor = (who: Person): Truth => who.is('bpl', [true], ['bpl-card', 'ration-card'])

/** Delhi is a high-performing state: poor, SC and ST mothers, in a government or accredited hospital. */
function jsy(who: Person): Truth {
  if (!who.since('2005-04-12')) return 0
  return and(
    woman(who),
    or(expecting(who, ['mcp-card']), and(newMother(who), unsourced)),
    or(poor(who), who.is('social-group', ['sc', 'st'], ['caste-certificate'])),
    who.is('birth-place', ['government', 'accredited']),
  )
}

/** The first child, or a second that is a girl born since April 2022, in a family of small means. */
function pmmvy(who: Person): Truth {
  const first = who.amount('child-number', (child) => child === 1)
  const secondGirl = and(
    who.amount('child-number', (child) => child === 2),
    who.is('newborn-girl', [true], ['birth-certificate']),
    who.day('delivered-on', (day) => day >= '2022-04-01', ['birth-certificate']),
  )
  const child = or(and(expecting(who, ['mcp-card']), first), and(newMother(who), or(first, secondGirl)))
  const means = or(
    who.amount('income', (rupees) => rupees < 800_000, ['income-certificate']),
    poor(who),
    who.is('e-shram', [true], ['e-shram-card']),
    pmjay(who),
  )
  return and(woman(who), child, means, unsourced)
}

/** Every child below six; then to eighteen, in government and aided schools. */
const rbsk = (who: Person): Truth =>
  or(
    who.years((years) => years < 6),
    and(
      who.years((years) => years < 18),
      who.is('school', ['government', 'aided']),
    ),
  )

const schemes: Readonly<Record<string, (who: Person) => Truth>> = {
  pmjay,
  'pmjay-top-up': topUp,
  'vay-vandana': vayVandana,
  'arogya-kosh': arogyaKosh,
  farishte,
  'road-cashless': roadCashless,
  dgehs,
  cghs,
  esi,
  'ews-bed': ewsBed,
  jssk,
  'free-care': freeCare,
  immunisation,
  ntep,
  'nikshay-poshan': nikshayPoshan,
  pmsma,
  jsy,
  pmmvy,
  rbsk,
}

const answers: Readonly<Record<Truth, Answer>> = { 0: 'no', 0.5: 'perhaps', 1: 'yes' }

/** What the words of every scheme answer, by its id. */
export function answersByWords(facts: PersonFacts, today: string): Readonly<Record<string, Answer>> {
  const who = person(facts, today)
  return Object.fromEntries(Object.entries(schemes).map(([id, judged]) => [id, answers[judged(who)]]))
}
