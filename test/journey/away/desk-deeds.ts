import { calm, until } from './hands.ts'
import type { Hands } from './hands.ts'

/** Back to the empty search box, whatever stands there. */
export async function home({ page, press, see }: Hands): Promise<void> {
  await until('the empty search box', async () => {
    await press('F2')
    await see('#search')
    return (await page.locator('#search').inputValue()) === ''
  })
}

/** Types into the one box until this person is the one who stands beside the list. */
export async function find(desk: Hands, text: string, name: string): Promise<void> {
  await home(desk)
  await desk.type(text)
  await desk.see('.person-panel h2', name)
  await desk.see('.next .two')
  await calm(desk)
}

/** Registers somebody new with card and token; the name, the age and the phone are typed. */
export async function register(
  desk: Hands,
  who: { readonly name: string; readonly age: string; readonly phone: string },
): Promise<void> {
  const { press, type, see, page, t } = desk
  await home(desk)
  await press('F3')
  await see('.form-grid')
  await type(who.name)
  await see('.candidate')
  await press('Control+1', 'Enter', 'Enter', '1', 'Enter')
  await type(who.age)
  await press('Enter')
  await type(who.phone)
  await calm(desk)
  const isHeldBack = async () => {
    const said = (await page.locator('.likely .note').allTextContents()).join(' ')
    return [1, 2, 3, 4, 5, 6].some((count) => said.includes(t('desk.likely.asked', { count })))
  }
  await press('Control+Enter')
  await until('it to be saved', async () => {
    if ((await page.locator('.issued').count()) > 0) return true
    // Somebody alike is here already: this is somebody else.
    if (await isHeldBack()) await press('F8', 'Control+Enter')
    await calm(desk)
    return false
  })
}

/** A token for the person who stands there, by the likely key. */
export async function giveToken({ press, see }: Hands): Promise<void> {
  await press('Enter')
  await see('.issued')
}

export async function sendOn(desk: Hands): Promise<void> {
  const { press, see, gone } = desk
  await press('Alt+6')
  await see('.departments')
  await press('1')
  await calm(desk)
  await press('1')
  await see('.departments .note.ok')
  await press('Escape')
  await gone('.departments .note.ok')
}

export async function cancel(desk: Hands): Promise<void> {
  const { press, see } = desk
  await press('Alt+6')
  await see('.departments')
  await press('3')
  await calm(desk)
  await press('2')
  await see('.departments .note.ok')
  await press('Escape')
}

const supervisor = { name: 'Shabnam Khan', pin: '141421' } as const

/** A supervisor's PIN for the next deed. */
export async function vouch(desk: Hands): Promise<void> {
  const { press, see, type, tabTo, choose, gone, page, t } = desk
  await until('to be asked whose word it is', async () => {
    await press('Alt+9')
    await calm(desk)
    return (await page.locator('.palette .operator').count()) > 0
  })
  await choose(supervisor.name)
  await see('.palette .pin-box')
  await tabTo(t('staff.second.pin', { name: supervisor.name }))
  await type(supervisor.pin)
  await press('Enter')
  await gone('.palette')
}

export async function openCards(desk: Hands): Promise<void> {
  await desk.press('F6')
  await desk.see('.cards-screen')
  await calm(desk)
}

/** Gives whoever stands there a card; who has one already has another. */
export async function giveCard(desk: Hands): Promise<void> {
  await desk.press('F6')
  await calm(desk)
  if ((await desk.page.locator('.cards-screen').count()) > 0) await desk.press('F6')
  await desk.see('.issued')
}

/** The chosen card is lost, and another takes its place after two facts are told. */
export async function replaceLost(desk: Hands, phoneEnd: string, age: string): Promise<void> {
  const { press, see, tabTo, type, t } = desk
  await openCards(desk)
  await press('F7')
  await see('.cards-work .note.ok')
  await press('F8')
  await see('.replace-form')
  await tabTo(t('cards.fact.phone'))
  await type(phoneEnd)
  await tabTo(t('cards.fact.birth'))
  await type(age)
  await calm(desk)
  await press('Control+Enter')
  await see('.issued')
}

export async function revoke(desk: Hands): Promise<void> {
  await openCards(desk)
  await desk.press('F12')
  await desk.see('.cards-work .note.ok')
}

/** Permanent cards for everybody who was registered here today. */
export async function orderMany(desk: Hands): Promise<void> {
  const { press, see, choose, t } = desk
  await openCards(desk)
  await press('Shift+F9')
  await see('.batch-whom')
  await choose(t('cards.batch.by.registered-on'))
  await see('.batch-people .tick')
  await press('F7')
  await see('.batch-people [data-selected]')
  await press('Control+Enter')
  await see('.batch-progress')
  await calm(desk)
  await press('F6')
  await see('.batch-progress .batch-bar')
}

/** The phone is another; the record says who changed it and what it was. */
export async function correctPhone(desk: Hands, phone: string): Promise<void> {
  const { press, see, tabTo, type, page, t } = desk
  await press('F8')
  await see('.form-panel')
  await tabTo(t('desk.new.phone'))
  await press('Control+a')
  await type(phone)
  await calm(desk)
  await press('Control+Enter')
  await page.getByText(t('merge.saved'), { exact: true }).waitFor()
}

/** The person who stands there and another of the list are one. */
export async function join(desk: Hands, text: string, row: string): Promise<void> {
  const { press, see, type, gone } = desk
  await press('F7')
  await see('.note.care')
  await type(text)
  await calm(desk)
  await press(row)
  await calm(desk)
  await press('F7')
  await see('.merge-screen .form-foot')
  await press('Enter')
  await gone('.merge-screen')
}

export async function takeApart(desk: Hands): Promise<void> {
  const { press, see, tabTo, gone, t } = desk
  await see('.linked')
  await tabTo(t('merge.separate'))
  await press('Enter')
  await see('.merge-screen .form-foot')
  await press('F9')
  await gone('.merge-screen')
}

export async function addToFamily(desk: Hands, text: string): Promise<void> {
  const { press, see, type } = desk
  await press('F8')
  await see('.form-panel')
  await press('F6')
  await see('.family-screen')
  await press('Control+a')
  await type(text)
  await see('.person-pick button')
  await calm(desk)
  await press('Control+1')
  await see('.roles')
  await press('1', 'Control+Enter')
  await see('.told .note.ok')
}

/** The chosen card went home with somebody whom nobody knows. */
export async function rightWrongCard(desk: Hands): Promise<void> {
  const { press, see } = desk
  await openCards(desk)
  await press('Shift+F8')
  await see('.wrong-card .person-pick')
  await press('F8')
  await calm(desk)
  await press('Control+Enter')
  await see('.wrong-card .note.ok')
}

/** A supervisor signs the day, with a word for each difference. */
export async function signDay(desk: Hands): Promise<void> {
  const { press, see, tabTo, type, page, t } = desk
  await press('Alt+7')
  await see('.day-part')
  await press('F5')
  await see('.day-form')
  if ((await page.locator('.day-why').count()) > 0) {
    await type('written by hand')
    await press('F9')
  }
  await tabTo(t('common.unlock.pin'))
  await type(supervisor.pin)
  await press('Control+Enter')
  await page.getByText(t('day.sign.done')).first().waitFor()
}
