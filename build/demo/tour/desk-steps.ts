import { desk } from '../../../contract/desk.ts'
import { loadPicture, pixelsOf } from '../../paper/raster.ts'
import { readCode } from '../../paper/read-code.ts'
import type { PrintedPaper } from '../tray.ts'
import { askPage } from './ask-page.ts'
import { newPaper, openCards, papersOf, printed, showPaper, wishSet } from './card-scene.ts'
import { fillForm, find, linkBand, nextPerson, saveAndPrint, unlock } from './desk-scene.ts'
import type { Registered } from './desk-scene.ts'
import { hasZbar, readByZbar } from './outside-reader.ts'
import { first, second } from './people.ts'
import type { Scene } from './run-tour.ts'
import type { Actor } from './stage.ts'
import { called, say } from './say.ts'
import { until } from './until.ts'

/** A person who was registered in the tour, with the card that came out for them. */
export interface Member extends Registered {
  readonly personId: string
  readonly card: PrintedPaper
}

const PROBES = [
  ['Latin letters', 'ramesh kumar 58 seelampur'],
  ['Devanagari', 'रमेश कुमार 58'],
  ['Gurmukhi', 'ਰਮੇਸ਼ ਕੁਮਾਰ 58'],
  ['Urdu', 'رمیش کمار 58'],
] as const

/** Registers by the form; the paper that came last is the card. */
async function register({ desk: actor, demonstration, picture }: Scene, who: typeof first): Promise<Member> {
  const before = demonstration.tray.papers().length
  await fillForm(actor, who)
  await picture(actor, 'desk-form')
  const registered = await saveAndPrint(actor)
  const card = await until('the card in the tray', () =>
    demonstration.tray.papers().length > before + 1
      ? demonstration.tray.papers().find(({ kind }) => kind === 'card')
      : null,
  )
  return { ...registered, card, personId: await personOf(actor, who.phone) }
}

/** The id of the person just registered, by the page's own search. */
async function personOf(actor: Actor, phone: string): Promise<string> {
  const { hits } = await askPage(actor, desk, 'person.search', { text: phone })
  return hits[0]?.person.id ?? ''
}

export async function deskSteps(scene: Scene): Promise<Member> {
  const { log, desk: actor, picture, demonstration } = scene
  await picture(actor, 'desk-locked')
  await log.step('a wrong PIN opens nothing and says how many tries are left', async () => {
    await unlock(actor, 'Sunita Devi', '000000')
    await actor.page.getByText(/\d tries left/).waitFor()
    await picture(actor, 'desk-wrong-pin')
  })
  await log.step('the clerk unlocks with a PIN', async () => {
    await unlock(actor, 'Sunita Devi', '271828')
    await actor.page.getByRole('combobox', { name: say('desk.find.label') }).waitFor()
    await until(
      'the hospital’s people to be here',
      async () => !(await askPage(actor, desk, 'terminal.status', {})).filling,
    )
    await picture(actor, 'desk-home')
  })
  await log.step('a person is found by name in any of four scripts', async () => {
    const times: Record<string, number> = {}
    for (const [script, text] of PROBES) times[`${script} ms`] = await find(actor, text, 'Ramesh Kumar')
    await picture(actor, 'desk-found')
    return times
  })
  let member: Member | null = null
  await log.step('a new person is registered; card and token come out', async () => {
    await actor.page.getByRole('combobox', { name: say('desk.find.label') }).fill('')
    member = await register(scene, first)
    await picture(actor, 'desk-issued')
    return { token: member.token, 'save and print ms': member.ms }
  })
  if (member === null) throw new Error('nobody was registered')
  const registered: Member = member
  await log.step('the card reads the same by an independent reader', async () => {
    const { text } = await readCode(pixelsOf(await loadPicture(registered.card.png)))
    if (text === null || !text.startsWith('DLH1:')) throw new Error(`our decoder read ${text}`)
    if (!hasZbar()) return { zbarimg: 'not installed' }
    const path = `${demonstration.data}/papers/${registered.card.id}.png`
    const outside = readByZbar(path)
    if (outside !== text) throw new Error(`zbarimg read ${outside}`)
    return { zbarimg: 'the same', characters: text.length }
  })
  await log.step('the likely duplicate is shown before saving', async () => {
    await nextPerson(actor)
    await fillForm(actor, { ...first, latin: 'Gurprit Kaur Bhatia' })
    await actor.page.getByRole('button', { name: called('desk.likely.same-person') }).waitFor()
    await picture(actor, 'desk-likely')
    await actor.page.keyboard.press('F7')
    await actor.page.getByRole('heading', { name: first.latin }).first().waitFor()
  })
  return registered
}

/** HIMS is stopped for real; the desk goes on, at the same speed. */
export async function secondPersonStep(scene: Scene, before: Member): Promise<Member> {
  const { log, desk: actor, picture, demonstration } = scene
  await log.step('the server stops, and a calm band says so', async () => {
    await demonstration.hims.stop()
    await linkBand(actor).waitFor()
    await picture(actor, 'desk-offline')
    await picture(scene.room, 'room-server-stopped')
  })
  let member: Member | null = null
  await log.step('without the server the desk registers and prints at the same speed', async () => {
    await actor.page.keyboard.press('F2')
    member = await register(scene, second)
    const waiting = linkBand(actor).getByText(/\d+ records? /)
    await waiting.waitFor()
    await picture(actor, 'desk-issued-offline')
    return {
      token: member.token,
      'save and print ms': member.ms,
      'before the stop ms': before.ms,
      banner: ((await waiting.textContent()) ?? '').slice(0, 200),
    }
  })
  if (member === null) throw new Error('nobody was registered')
  const registered: Member = member
  let posted: PrintedPaper | null = null
  await log.step(
    'without the server the desk signs a named permanent set, with a letter that opens nobody',
    async () => {
      await nextPerson(actor)
      await find(actor, second.phone, second.latin)
      await actor.page.getByRole('heading', { name: second.latin }).first().waitFor()
      await openCards(actor, second.latin)
      await wishSet(actor, 'post')
      const papers = papersOf(demonstration)
      const start = performance.now()
      await actor.page.keyboard.press('Shift+F6')
      await printed(actor, 4)
      const ms = Math.round(performance.now() - start)
      await picture(actor, 'desk-cards-posted')
      posted = await newPaper(demonstration, 'card', papers)
      const letter = await newPaper(demonstration, 'letter', papers)
      await nextPerson(actor)
      // A stranger may hold the envelope: its code is the number of the card alone, which proves nothing.
      await showPaper(demonstration, actor, letter, say('desk.scan.not-a-card'))
      await picture(actor, 'desk-letter')
      await actor.page.keyboard.press('Escape')
      return { 'save and print ms': ms }
    },
  )
  return { ...registered, card: posted ?? registered.card }
}
