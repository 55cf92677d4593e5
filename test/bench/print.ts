import { join } from 'node:path'

import { create } from 'qrcode'

import type { Language } from '../../domain/language.ts'
import { languages } from '../../domain/language.ts'
import type { CardPaper, TokenSlip } from '../../domain/print/document.ts'
import { textNamed } from '../../domain/text/catalogue.ts'
import type { Values } from '../../domain/text/catalogue.ts'
import { encode } from '../../main/device/printer/encode.ts'
import type { PrinterProfile } from '../../main/device/printer/profile.ts'
import { profileNamed } from '../../main/device/printer/profile.ts'
import { drawCard } from '../../main/print/pdf/draw-card.ts'
import { drawTicket } from '../../main/print/thermal/draw-ticket.ts'
import { registerFonts } from '../../main/print/thermal/fonts.ts'
import { fonts, paper } from '../unit/main-pdf/fixture.ts'
import { tokenSlip } from '../unit/main-thermal/papers.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { plainPage, writable } from './plain-page.ts'
import type { PlainPaper } from './plain-page.ts'
import { duel, quantile, timeFigures } from './sample.ts'

const peerName = 'pdfkit page of the same texts'
const rounds: Readonly<Record<Size, number>> = { full: 6, tiny: 1 }
/** A tiny run speaks the one language whose slip has texts that the peer cannot write. */
const spoken: Readonly<Record<Size, readonly Language[]>> = { full: languages, tiny: ['ur'] }
const fontFolder = join(import.meta.dirname, '../../node_modules/@expo-google-fonts')

interface Job<Paper> {
  readonly paper: Paper
  /** Without the texts that the peer cannot write. */
  readonly plain: PlainPaper
  readonly texts: number
}

export const print = async (size: Size): Promise<readonly Figure[]> => [...(await slips(size)), ...(await cards(size))]

async function slips(size: Size): Promise<readonly Figure[]> {
  const profile = epson()
  const families = registerFonts(fontFolder)
  const qr = (code: string) => create(code, { errorCorrectionLevel: 'M' }).modules
  const draw = (slip: TokenSlip, text = textNamed) =>
    encode(drawTicket(slip, { fonts: families, text, qr }, profile.dots), profile)
  const jobs: Job<TokenSlip>[] = []
  for (const language of spoken[size]) {
    const slip = tokenSlip(language)
    const said = listener()
    draw(slip, said.text)
    const own = [slip.facility.name[language], slip.department.name[language], slip.token]
    const wanted = { width: 80, height: 150, texts: [...own, ...said.texts], code: slip.code }
    jobs.push({ paper: slip, plain: sparing(wanted), texts: wanted.texts.length })
  }
  return compared('token slip, drawn and encoded for the printer', jobs, rounds[size], (slip) => draw(slip))
}

async function cards(size: Size): Promise<readonly Figure[]> {
  const jobs: Job<CardPaper>[] = []
  for (const language of spoken[size]) {
    const card = { ...paper, language }
    const said = listener()
    await drawCard(card, { fonts, text: said.text })
    const { latin, own } = card.name
    const texts = [latin, own?.text ?? '', card.shortCode, card.facility.name[language], ...said.texts]
    const plain = sparing({ width: 85.6, height: 150, texts, code: card.code })
    jobs.push({ paper: card, plain, texts: texts.length })
  }
  return compared('card PDF, front and back', jobs, rounds[size], (card) => drawCard(card, { fonts, text: textNamed }))
}

async function compared<Paper>(
  what: string,
  kinds: readonly Job<Paper>[],
  times: number,
  draw: (paper: Paper) => Uint8Array | Promise<Uint8Array>,
): Promise<readonly Figure[]> {
  const bytes: { readonly ours: number[]; readonly peer: number[] } = { ours: [], peer: [] }
  const jobs = Array.from({ length: times }, () => kinds).flat()
  const samples = await duel(jobs, kinds.length, {
    ours: async (job) => void bytes.ours.push((await draw(job.paper)).length),
    peer: async (job) => void bytes.peer.push((await plainPage(job.plain, fonts)).length),
  })
  const sizes = { ours: quantile(bytes.ours, 0.5), peer: quantile(bytes.peer, 0.5) }
  const [all, plain] = [kinds.map(({ texts }) => texts), kinds.map((kind) => kind.plain.texts.length)]
  const written = { ours: 100, peer: (100 * sum(plain)) / sum(all) }
  return [
    ...timeFigures(what, peerName, samples),
    figure(`${what}, size`, 'bytes', peerName, sizes),
    figure(`${what}, texts written`, '%', peerName, written),
  ]
}

/** Without the texts that the peer cannot write; the report says how many those are. */
const sparing = (wanted: PlainPaper): PlainPaper => ({ ...wanted, texts: writable(wanted.texts, fonts) })

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Looks texts up and remembers each, so that the peer writes the same ones. */
function listener() {
  const texts: string[] = []
  return {
    texts,
    text: (language: Language, id: string, values?: Values): string => {
      const text = textNamed(language, id, values)
      texts.push(text.replace(/[\u2066-\u2069]/g, ''))
      return text
    },
  }
}

function epson(): PrinterProfile {
  const profile = profileNamed('epson-80')
  if (profile === null) throw new Error('The table has no such printer')
  return profile
}
