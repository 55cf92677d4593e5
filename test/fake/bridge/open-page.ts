import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import type { z } from 'zod'

import { findChromium, isExecutableFile } from '../../../build/host/chromium.ts'
import { FEATURES_OFF } from '../../../build/host/launch.ts'
import type { EventTable, Handlers, RoleContract } from '../../../contract/channel.ts'
import type { Language } from '../../../domain/language.ts'

/** What crosses from the test to the page: bytes as base64, everything else as JSON. */
type Crossing = { readonly json: unknown } | { readonly base64: string } | { readonly refusal: string }

const inPage = (name: string): string => readFileSync(join(import.meta.dirname, 'in-page', name), 'utf8')

/** What every page has before its own script. */
const helpers = ['expose-bridge.js', 'settle.js', 'clipped-text.js', 'misplaced-text.js', 'run-axe.js']
  .map(inPage)
  .join('\n')

/** Said by an answer to make its question fail as the real bridge would. */
export class Refused extends Error {}

export interface OpenPage<R extends RoleContract> {
  readonly page: Page
  /** Tells the page an event; it must fit the contract. */
  readonly tell: <Name extends keyof R['events'] & string>(
    name: Name,
    event: z.input<R['events'][Name]>,
  ) => Promise<void>
  /** Shows what the page shows in another language and size of text: the status it was told last is told anew. */
  readonly turn: (language: Language, isLarge: boolean) => Promise<void>
  /** What the page asked, in order. */
  readonly asked: { readonly name: string; readonly input: unknown }[]
  /** Console errors and policy violations. */
  readonly complaints: string[]
  /** Gives the page back for the next one of its browser to be opened in: a quarter of the cost of a new page. */
  readonly leave: () => Promise<void>
}

export interface PageWish<R extends RoleContract> {
  readonly contract: R
  readonly answers: Handlers<R['channels']>
  readonly url: string
  readonly width?: number
  readonly height?: number
  /** The page's clock stands at this moment; its timers run. */
  readonly at: Date
}

/** A page lives too short for its scripts to be worth compiling twice. */
const THRIFTY = [
  '--js-flags=--no-opt',
  `--disable-features=${FEATURES_OFF},SpareRendererForSitePerProcess,PaintHolding`,
]

/** The machine's own Chromium, headless; null where there is none. */
export async function launchChromium(): Promise<Browser | null> {
  const world = { environment: process.env, platform: process.platform, isExecutable: isExecutableFile }
  const executablePath = findChromium(world)
  if (executablePath === null) return null
  const root = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: [...THRIFTY, ...(root ? ['--no-sandbox'] : [])] })
}

function answerer<R extends RoleContract>({ contract, answers }: PageWish<R>, asked: OpenPage<R>['asked']) {
  const table: Readonly<Record<string, ((input: never) => Promise<unknown>) | undefined>> = answers
  return async (name: string, question: unknown): Promise<Crossing> => {
    asked.push({ name, input: question })
    const channel = contract.channels[name]
    const answer = table[name]
    const input = channel?.input.safeParse(question)
    if (channel === undefined || answer === undefined) return { refusal: 'unknown-channel' }
    if (input?.success !== true) return { refusal: 'malformed-request' }
    try {
      // The channel's own schema has just checked it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const value = channel.output.parse(await answer(input.data as never))
      return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : { json: value }
    } catch (cause) {
      if (cause instanceof Refused) return { refusal: cause.message }
      throw cause
    }
  }
}

/** A page as it stays in its browser; whose questions it answers changes with every opening. */
interface Stage {
  readonly role: string
  readonly page: Page
  answer: (name: string, question: unknown) => Promise<Crossing>
  complain: (complaint: string) => void
}

/** Pages that were left, ready to be opened again. */
const idle = new WeakMap<Browser, Stage[]>()

async function newStage<R extends RoleContract>(browser: Browser, { contract }: PageWish<R>): Promise<Stage> {
  const context = await browser.newContext({ timezoneId: 'Asia/Kolkata', locale: 'en-IN' })
  const page = await context.newPage()
  const stage: Stage = {
    role: contract.role,
    page,
    answer: async () => ({ refusal: 'unknown-channel' }),
    complain: () => {},
  }
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') stage.complain(message.text())
  })
  page.on('pageerror', (error) => stage.complain(error.message))
  await page.exposeFunction('himsAsk', (name: string, question: unknown) => stage.answer(name, question))
  const table = JSON.stringify({ role: contract.role, names: Object.keys(contract.channels) })
  await page.addInitScript(`globalThis.himsContract = ${table};\n${helpers}`)
  return stage
}

/** Nothing of one opening is left for the next: no script, no storage, no route, no pointer over anything. */
async function leave(browser: Browser, stage: Stage): Promise<void> {
  stage.complain = () => {}
  stage.answer = () => new Promise(() => {})
  await stage.page.unrouteAll()
  await stage.page.evaluate('localStorage.clear(); sessionStorage.clear()')
  await stage.page.mouse.move(-1, -1)
  await stage.page.goto('about:blank')
  idle.set(browser, [...(idle.get(browser) ?? []), stage])
}

async function takeStage<R extends RoleContract>(browser: Browser, wish: PageWish<R>): Promise<Stage> {
  const stages = idle.get(browser) ?? []
  const found = stages.find(({ role }) => role === wish.contract.role)
  if (found === undefined) return newStage(browser, wish)
  stages.splice(stages.indexOf(found), 1)
  return found
}

/** Opens one role's page with canned answers in place of a terminal. */
export async function openPage<R extends RoleContract>(browser: Browser, wish: PageWish<R>): Promise<OpenPage<R>> {
  const { contract, url, at, width = 1366, height = 768 } = wish
  const stage = await takeStage(browser, wish)
  const { page } = stage
  const asked: OpenPage<R>['asked'] = []
  const complaints: string[] = []
  stage.answer = answerer(wish, asked)
  stage.complain = (complaint) => void complaints.push(complaint)
  await page.setViewportSize({ width, height })
  await page.clock.setFixedTime(at)
  await page.goto(url)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const events: EventTable = contract.events
  return {
    page,
    asked,
    complaints,
    leave: () => leave(browser, stage),
    turn: async (language, isLarge) => page.evaluate(`himsTurn(${JSON.stringify({ language, isLarge })})`),
    tell: async (name, event) => {
      const payload = events[name]?.parse(event)
      await page.evaluate(`globalThis.himsTell(${JSON.stringify(name)}, ${JSON.stringify(payload)})`)
    },
  }
}
