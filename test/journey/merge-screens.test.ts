import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import { OperatorId } from '../../domain/id.ts'
import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { deskAnswers, hits, now, offline, reviewsHere, status, viewOf } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround, lookAt } from '../fake/bridge/gallery.ts'
import { everyWay, settled, waysOf } from '../fake/bridge/inspect.ts'
import type { Way } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { sideOf } from '../fake/bridge/merge-answers.ts'
import { patience } from '../fake/bridge/sweep.ts'

type DeskPage = OpenPage<Desk>

const press = async ({ page }: DeskPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

interface Screen {
  readonly name: string
  readonly reach: (desk: DeskPage, language: Language) => Promise<void>
}

const [first, second] = hits
if (first === undefined || second === undefined) throw new Error('Two people are needed')

const link = {
  id: '01926c00-0000-7000-8000-000000000a09',
  kept: first.person.id,
  merged: second.person.id,
  at: '2026-11-20T04:11:00.000Z',
  by: OperatorId.parse('imran-qureshi'),
  undone: null,
}

/** The first of the list is two records already; the others are not. */
const merged: Partial<Handlers<Desk['channels']>> = {
  'person.open': async ({ id }) => {
    const found = hits.find(({ person }) => person.id === id)
    if (found === undefined) return null
    return { ...viewOf(found), linked: found === first ? [{ link, person: second.person }] : [] }
  },
  'person.compare': async (asked) => {
    const [one, other] = [asked.one, asked.other].map((id) => hits.find(({ person }) => person.id === id))
    if (one === undefined || other === undefined) return null
    const alreadyOne = asked.one === first.person.id && asked.other === second.person.id
    return {
      one: sideOf(one),
      other: sideOf(other, { visits: 1, allergies: 1 }),
      differs: ['birth', 'guardian', 'address'],
      alreadyOne,
      link: alreadyOne ? link : null,
      supervisor: !alreadyOne,
    }
  },
}

const find = async (it: DeskPage) => {
  await press(it, 'F2')
  // Set, not typed: what comes faster than hands is held for a scanner.
  await it.page.locator('#search').fill('ramesh kumar 58 seelampur')
  await it.page.getByText('M 148').waitFor()
}

const screens: readonly Screen[] = [
  {
    name: 'person-linked',
    reach: async (it) => {
      await find(it)
      await it.page.locator('.linked').waitFor()
    },
  },
  {
    name: 'separate',
    reach: async (it) => {
      await press(it, 'Shift+F7')
      await it.page.locator('.merge-table').waitFor()
    },
  },
  {
    name: 'separated',
    reach: async (it) => {
      await press(it, 'F9')
      await it.page.locator('.next .two').waitFor()
    },
  },
  {
    name: 'correct',
    reach: async (it) => {
      await find(it)
      await it.page.locator('.next .two').waitFor()
      await press(it, 'F8')
      await it.page.locator('.form-grid input').first().waitFor()
    },
  },
  {
    name: 'correct-changed',
    reach: async (it) => {
      const boxes = it.page.locator('.form-grid input:not([type="radio"])')
      await boxes.nth(0).fill('Ramesh Kumar Gupta')
      // Past the sex to the birth.
      for (const key of ['F8', 'F8']) await press(it, key)
      await it.page.locator('input:focus').fill('15/03/1968')
      await boxes.nth(3).fill('9810043')
      await press(it, 'Control+Enter')
      await it.page.locator('.problem-line').waitFor()
    },
  },
  {
    name: 'corrected',
    reach: async (it) => {
      await it.page.locator('.form-grid input:not([type="radio"])').nth(3).fill('9810043218')
      await press(it, 'Control+Enter')
      await it.page.locator('.note.ok').waitFor()
    },
  },
  {
    name: 'correction-undone',
    reach: async (it) => {
      await press(it, 'F9')
      await it.page.locator('.change-list').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'twin-looking',
    reach: async (it) => {
      await press(it, 'Enter')
      await find(it)
      await it.page.locator('.next .two').waitFor()
      await press(it, 'ArrowDown')
      await it.page.locator('.linked').waitFor({ state: 'detached' })
      await settled(it.page)
      await press(it, 'F7')
      await it.page.locator('.note.care').waitFor()
    },
  },
  {
    name: 'compare',
    reach: async (it) => {
      await it.page.locator('#search').fill('ramesh kumar 58 seelampur')
      await it.page.getByText('M 148').waitFor()
      // The list stands where it stood for these words.
      await press(it, 'ArrowDown')
      await it.page.locator('.person-panel h2', { hasText: 'Verma' }).waitFor()
      await settled(it.page)
      await press(it, 'F7')
      await it.page.locator('.merge-table').waitFor()
      await press(it, '2')
    },
  },
  {
    name: 'decide',
    reach: async (it) => {
      await press(it, 'Enter')
      await it.page.locator('#search').waitFor()
      await press(it, 'Alt+4')
      await it.page.locator('.sync-facts button').click()
      await it.page.locator('.versions').waitFor()
    },
  },
  {
    name: 'decide-duplicate',
    reach: async (it) => {
      await press(it, 'ArrowDown')
      await it.page.locator('.merge-table').waitFor()
    },
  },
  {
    name: 'decide-offline',
    reach: async (it, language) => {
      await it.tell('status', status(language, offline))
      await press(it, 'ArrowDown')
      await it.page.locator('.versions').waitFor()
    },
  },
]

/** Screens that hold the words of several others: one look at each in every language. */
const telling: ReadonlySet<string> = new Set(['correct-changed', 'corrected', 'compare', 'decide', 'decide-duplicate'])

const sign = async (it: DeskPage) => {
  await press(it, 'F5')
  await it.page.locator('.day-why input').first().fill('Written by hand')
  await press(it, 'F9')
  await it.page.locator('.pin-box input').fill('2468')
}

interface Around extends Screen {
  readonly ways: readonly Way[]
}

/** The end of a day, then a family and a card that somebody else went home with. */
const endOfDay: readonly Around[] = [
  {
    name: 'day',
    ways: everyWay,
    reach: async (it) => {
      await it.page.locator('.day-notice').waitFor()
      await press(it, 'Alt+7')
      await it.page.locator('.day-part').first().waitFor()
    },
  },
  { name: 'day-sign', ways: waysOf(['en', 'ur']), reach: sign },
  {
    name: 'day-list',
    ways: waysOf(['pa']),
    reach: async (it) => {
      await press(it, 'Control+Enter')
      await it.page.locator('.note.ok').waitFor()
      await it.page.locator('.day-number').nth(5).click()
      await it.page.locator('.day-lines li').first().waitFor()
    },
  },
  {
    name: 'family',
    ways: waysOf(['hi', 'ur']),
    reach: async (it) => {
      await find(it)
      await it.page.locator('.next .two').waitFor()
      await press(it, 'F8')
      await it.page.locator('.edit').waitFor()
      await press(it, 'F6')
      await it.page.locator('.relative').first().waitFor()
    },
  },
  {
    name: 'card-batch',
    ways: everyWay,
    reach: async (it) => {
      await press(it, 'Escape')
      await it.page.locator('.edit').waitFor()
      await press(it, 'Escape')
      await it.page.locator('.next .two').waitFor()
      await press(it, 'F6')
      await it.page.locator('.card-steps').waitFor()
      await press(it, 'Shift+F9')
      await it.page.locator('.batch-people .tick').nth(3).waitFor()
      await it.page.locator('.batch-progress .note').nth(2).waitFor()
      await press(it, 'F7')
      await it.page.locator('.batch-people [data-selected]').nth(3).waitFor()
    },
  },
  {
    name: 'card-batch-asked',
    ways: waysOf(['ur']),
    reach: async (it) => {
      await press(it, 'Control+Enter')
      await it.page.locator('.batch .sheet-panel > .note').waitFor()
      for (const key of ['F6', 'F8', 'F9']) {
        await press(it, key)
        // One thing at a time: what comes before the answer is a key that bounced.
        await settled(it.page)
      }
    },
  },
  {
    name: 'wrong-card',
    ways: everyWay,
    reach: async (it) => {
      await press(it, 'Escape')
      await it.page.locator('.card-steps').waitFor()
      await press(it, 'Shift+F8')
      await it.page.locator('.person-pick input').fill('ramesh kumar 58 seelampur')
      await it.page.locator('.person-pick button').nth(1).waitFor()
      await press(it, 'Control+1')
      await press(it, 'F7')
      await it.page.locator('.wrong-part [data-selected]').nth(1).waitFor()
    },
  },
  {
    name: 'wrong-card-done',
    ways: waysOf(['en']),
    reach: async (it) => {
      await press(it, 'Control+Enter')
      await it.page.locator('.person-pick input').waitFor()
    },
  },
]

describe('corrections and merging in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('desk')

  const open = async (chromium: Browser, language: Language, more: Partial<Handlers<Desk['channels']>> = {}) => {
    const answers = { ...deskAnswers(language), ...merged, ...more }
    const it = await openPage(chromium, { contract: desk, answers, url: url(), at: now })
    await it.page.locator('#search').waitFor()
    return it
  }

  test('axe finds nothing on any screen, and in four languages or at 200 % no text is cut', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it, 'en')
      found.push(...(await lookAround(it, 'desk', `merge-${name}`, telling.has(name) ? everyWay : waysOf(['en']))))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('the keys ask for what the screen shows', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const asked: Partial<Handlers<Desk['channels']>> = {
      'review.decide': async () => ({ kind: 'ask-supervisor' }),
    }
    const it = await open(chromium, 'en', asked)
    for (const { reach } of screens) await reach(it, 'en')
    const said = (name: string) => it.asked.filter((each) => each.name === name).map(({ input }) => input)
    const phone = { was: '9810043217', set: '9810043218' }
    const [correction, undo] = said('person.correct')
    assert.deepEqual(correction, {
      personId: first.person.id,
      was: { name: first.person.name, birth: { kind: 'date', on: '1968-03-14' }, phone: phone.was },
      set: {
        name: { ...first.person.name, latin: 'Ramesh Kumar Gupta' },
        birth: { kind: 'date', on: '1968-03-15' },
        phone: phone.set,
      },
      sources: { name: 'spoken', birth: 'spoken', phone: 'spoken' },
    })
    assert.deepEqual(
      [JSON.stringify(undo)],
      [JSON.stringify({ personId: first.person.id, was: Object(correction).set, set: Object(correction).was })],
    )
    assert.deepEqual(said('person.unlink'), [{ linkId: link.id, reason: '' }])
    // The second was looked at first, the third found for it, and 2 chose the third to keep.
    assert.deepEqual(said('person.link'), [{ kept: hits[2]?.person.id, merged: second.person.id }])
    await press(it, 'F8')
    await it.page.locator('.merge-panel .note.care').waitFor()
    assert.deepEqual(said('review.decide'), [{ reviewId: reviewsHere[2]?.id, choice: 'proposed', kept: null }])
    await press(it, 'Escape')
    await it.page.locator('.sync-screen').waitFor()
    await it.leave()
  })

  test('a day is signed, a family written down and a card put right, in words that are never cut', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    let wrong: 'known' | 'unknown' | 'refused' = 'known'
    const known = deskAnswers('en')
    const it = await open(chromium, 'en', {
      'day.unsigned': async () => [{ day: '2026-11-21', kind: 'never' }],
      'wrong-card.open': async (asked) => {
        if (wrong === 'refused') throw new Error('The store does not answer')
        return wrong === 'known' ? known['wrong-card.open'](asked) : null
      },
    })
    const found: string[] = []
    for (const { name, reach, ways } of endOfDay) {
      await reach(it, 'en')
      found.push(...(await lookAround(it, 'desk', name, ways)))
    }
    wrong = 'unknown'
    await it.tell('changed', { tables: ['card'] })
    await it.page.locator('.wrong-card .note.care').waitFor()
    found.push(...(await lookAround(it, 'desk', 'wrong-card-unknown', waysOf(languages))))
    wrong = 'refused'
    await press(it, 'Enter')
    await it.page.locator('.wrong-card .note.stop').waitFor()
    found.push(...(await lookAround(it, 'desk', 'wrong-card-refused', waysOf(['hi']))))
    wrong = 'known'
    await press(it, 'Enter')
    await it.page.locator('.wrong-card .person-pick input').waitFor()
    assert.deepEqual(found, [])
    const said = (name: string) => it.asked.filter((each) => each.name === name).map(({ input }) => input)
    const why = (name: string) => ({ kind: 'token-without-paper', name, explained: 'Written by hand' })
    assert.deepEqual(said('day.sign'), [
      {
        day: '2026-11-22',
        supervisor: 'imran-qureshi',
        pin: '2468',
        note: '',
        explained: [why('M 162'), why('M 171')],
      },
    ])
    const steps = said('batch.step').map((asked) => Object(asked).step.kind)
    assert.deepEqual(steps, ['print', 'stop', 'undo'])
    assert.equal(Object(said('batch.order')[0]).people.length, 5)
    const [righted] = said('wrong-card.right').map((asked) => Object(asked))
    assert.deepEqual([righted?.holder, righted?.visits.length, righted?.reissue], [second.person.id, 2, true])
    assert.equal(said('person.history').length > 0 && said('family.list').length > 0, true)
    await it.leave()
  })

  test('with nothing to decide the page says so', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en', {
      'review.list': async () => ({ reviews: [], open: 0, supervisor: false }),
    })
    await press(it, 'Alt+4')
    await it.page.locator('.sync-facts button').click()
    await it.page.getByText('Nothing to decide.').waitFor()
    assert.deepEqual(await lookAt(it, 'desk', 'merge-decide-none-en'), [])
    await it.leave()
  })
})
