import type { Chance } from './chance.ts'
import { carryStick, dispense, giveWay, order } from './dispense.ts'
import type { Mood, Step } from './run-state.ts'
import {
  changeWeather,
  copyOrRestore,
  fallServer,
  fallTerminal,
  fullDisk,
  moveClock,
  restoreHub,
  tend,
} from './trouble.ts'
import { changeCard, checkIn, correct, giveCard, giveToken, link, register } from './work.ts'

type Deck = readonly (readonly [number, Step])[]

/** What happens in a hospital, and how often, in thousandths or so. */
const work: Deck = [
  [220, register],
  [160, giveToken],
  [110, correct],
  [60, giveCard],
  [25, changeCard],
  [40, link],
  [60, checkIn],
  [90, order],
  [200, dispense],
  [25, giveWay],
]

const decks: Readonly<Record<Mood, Deck>> = {
  all: [
    ...work,
    [15, fallTerminal],
    [6, fallServer],
    [50, changeWeather],
    [6, moveClock],
    [8, fullDisk],
    [6, carryStick],
    [6, copyOrRestore],
    [3, restoreHub],
    [20, tend],
  ],
  clock: [...work, [120, moveClock], [5, fallTerminal], [25, changeWeather]],
}

const draw = (deck: Deck) => {
  const total = deck.reduce((sum, [weight]) => sum + weight, 0)
  return (chance: Chance): Step => {
    let place = chance.whole(total)
    const drawn = deck.find(([weight]) => (place -= weight) < 0)
    if (drawn === undefined) throw new Error('Nothing was drawn')
    return drawn[1]
  }
}

const draws = { all: draw(decks.all), clock: draw(decks.clock) } as const

export const chancesOf = (mood: Mood): ((chance: Chance) => Step) => draws[mood]
