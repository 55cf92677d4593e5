import { pharmacy } from '../../../contract/pharmacy.ts'
import { shortCode } from '../../../domain/card/short-code.ts'
import type { PrintedPaper } from '../tray.ts'
import { askPage } from './ask-page.ts'
import {
  codesOn,
  factsOf,
  newPaper,
  openCards,
  papersOf,
  printed,
  replaceCard,
  reportLost,
  showPaper,
  wishSet,
} from './card-scene.ts'
import { find, nextPerson } from './desk-scene.ts'
import type { Member } from './desk-steps.ts'
import { hasZbar, readByZbar } from './outside-reader.ts'
import { first } from './people.ts'
import { rowOf } from './pharmacy-scene.ts'
import type { Facts } from './report.ts'
import type { Scene } from './run-tour.ts'
import { say } from './say.ts'
import { until } from './until.ts'

/** The permanent set as it was handed over. */
export interface CardSet {
  readonly purse: PrintedPaper
  readonly large: PrintedPaper
  readonly stickers: PrintedPaper
}

/** A card is lost, stopped and replaced; then the permanent set takes the place of the temporary card. */
export async function cardSteps(scene: Scene, member: Member): Promise<CardSet> {
  const before = await listOf(scene)
  const replacement = await replaceSteps(scene, member)
  await strangerSteps(scene, member.card, replacement, before)
  return setSteps(scene)
}

async function replaceSteps({ log, desk, demonstration, picture }: Scene, member: Member): Promise<PrintedPaper> {
  await log.step('the desk opens the list of a person’s cards, and one is reported lost', async () => {
    await openCards(desk, first.latin)
    await picture(desk, 'desk-cards')
    await reportLost(desk, member.shortCode)
    await picture(desk, 'desk-card-lost')
  })
  let came: PrintedPaper | null = null
  await log.step('two facts that only its owner knows replace it, and a new card comes out', async () => {
    const before = papersOf(demonstration)
    await replaceCard(desk, first.phone.slice(-4), first.birth)
    await picture(desk, 'desk-card-facts')
    const start = performance.now()
    await desk.page.keyboard.press('Control+Enter')
    const code = await printed(desk, 1)
    const ms = Math.round(performance.now() - start)
    if (code === member.shortCode) throw new Error('the lost card came out again')
    await picture(desk, 'desk-card-replaced')
    came = await newPaper(demonstration, 'card', before)
    return { 'check and print ms': ms }
  })
  if (came === null) throw new Error('no card came out')
  return came
}

/** Whoever finds the lost card gets nothing with it at the pharmacy, and its owner does with the new one. */
async function strangerSteps(
  scene: Scene,
  lost: PrintedPaper,
  replacement: PrintedPaper,
  listBefore: number,
): Promise<void> {
  const { log, demonstration, pharmacy: actor, picture } = scene
  await log.step('the lost card opens nothing at the pharmacy, which was told that it is lost', async () => {
    const start = performance.now()
    await until('the signed list of lost cards at the pharmacy', async () => (await listOf(scene)) > listBefore)
    const ms = Math.round(performance.now() - start)
    await showPaper(demonstration, actor, lost, say('pharmacy.scan.revoked.lost'))
    const [text = ''] = await codesOn(lost)
    const { card } = await askPage(actor, pharmacy, 'scan.text', { text, source: 'camera' })
    if (card.kind !== 'revoked' || card.reason !== 'lost') throw new Error(`the lost card is ${card.kind} there`)
    await picture(actor, 'pharmacy-card-lost')
    await actor.page.keyboard.press('Escape')
    return { 'waited for the list ms': ms, 'list before': listBefore, 'list now': await listOf(scene) }
  })
  await log.step('the new card opens the prescription', async () => {
    await showPaper(demonstration, actor, replacement, say('pharmacy.scan.valid'))
    await rowOf(actor, 'Metformin').waitFor()
    await picture(actor, 'pharmacy-card-new')
    await actor.page.keyboard.press('Escape')
  })
}

/** The number of the pharmacy's list of cards that are no longer good. */
const listOf = async ({ pharmacy: actor }: Scene): Promise<number> =>
  (await askPage(actor, pharmacy, 'terminal.status', {})).cardList.seq

async function setSteps({ log, desk, demonstration, picture }: Scene): Promise<CardSet> {
  let set: CardSet | null = null
  await log.step('the permanent set with the name in its codes: a card, a large one, ten stickers', async () => {
    await nextPerson(desk)
    await find(desk, first.phone, first.latin)
    await desk.page.getByRole('heading', { name: first.latin }).first().waitFor()
    await openCards(desk, first.latin)
    await wishSet(desk, 'hand')
    await picture(desk, 'desk-cards-wishes')
    const before = papersOf(demonstration)
    const start = performance.now()
    await desk.page.keyboard.press('Shift+F6')
    await printed(desk, 3)
    const ms = Math.round(performance.now() - start)
    await picture(desk, 'desk-cards-permanent')
    set = {
      purse: await newPaper(demonstration, 'card', before),
      large: await newPaper(demonstration, 'large', before),
      stickers: await newPaper(demonstration, 'stickers', before),
    }
    await nextPerson(desk)
    return { 'save and print ms': ms }
  })
  if (set === null) throw new Error('no set came out')
  const { large, stickers }: CardSet = set
  await log.step('large card and stickers are one card, which names its holder only at home', async () => {
    const [named, plain] = [await outsideToo(demonstration.data, large), await outsideToo(demonstration.data, stickers)]
    const [home, outside] = [factsOf(named), factsOf(plain)]
    if (home.cardId !== outside.cardId) throw new Error('they have two numbers')
    if (home.name !== first.latin || outside.name !== null) throw new Error(`${home.name}, ${outside.name}`)
    const facts: Facts = { card: shortCode(home.cardId), named: named.length, plain: plain.length, zbarimg: hasZbar() }
    return facts
  })
  await log.step('a sticker under the desk’s scanner opens its holder', async () => {
    await showPaper(demonstration, desk, stickers, say('desk.scan.valid'))
    await desk.page.getByRole('heading', { name: first.latin }).first().waitFor()
    await picture(desk, 'desk-sticker')
    await desk.page.keyboard.press('Escape')
  })
  return set
}

/** The one text that all codes of a paper say, to our decoder and to an independent one. */
async function outsideToo(data: string, paper: PrintedPaper): Promise<string> {
  const [text, ...more] = await codesOn(paper)
  if (text === undefined || more.length > 0) throw new Error(`${paper.id} has ${more.length} other codes`)
  if (!hasZbar()) return text
  const lines = new Set(readByZbar(`${data}/papers/${paper.id}.png`)?.split('\n'))
  if (lines.size !== 1 || !lines.has(text)) throw new Error(`zbarimg read ${[...lines].join(' and ')}`)
  return text
}
