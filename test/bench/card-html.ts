import { pathToFileURL } from 'node:url'

import type { CardOrder } from '../../domain/print/document.ts'
import { textNamed } from '../../domain/text/catalogue.ts'
import { besideEnglish } from '../../main/print/pdf/card-sheet.ts'
import type { FontFiles } from '../../main/print/pdf/font.ts'
import { printedDay } from '../../main/print/pdf/printed-day.ts'
import { planQr } from '../../main/print/pdf/qr.ts'

/** The same two sides as a page of HTML, for a browser to print: same words, same fonts, same symbol, same lace. */
export function cardHtml(orders: readonly CardOrder[], fonts: FontFiles): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>e-Health Card</title><style>
${faces(fonts)}
@page { size: 85.6mm 53.98mm; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { font: 400 2.2mm/1.3 latn, deva, guru, arab; color: #0c1f24 }
section { width: 85.6mm; height: 53.97mm; position: relative; overflow: hidden; break-after: page }
section > * { position: absolute }
.art { inset: 0; width: 85.6mm; height: 53.98mm }
h1 { right: 3.6mm; top: 1.6mm; font-size: 3.2mm; color: #ffb400; text-align: right }
.issuer { left: 13.4mm; top: 1.8mm; color: #fff; font-size: 2.75mm }
h2 { left: 4mm; top: 13mm; width: 48mm; font-size: 4.5mm; line-height: 1.4 }
.facts { left: 4mm; top: 28mm; width: 48mm }
.facts b { display: block; font: 600 3mm/1.3 latn, deva, guru, arab }
.number { left: 4mm; top: 43mm } .number b { display: block; font: 700 4.7mm/1.3 latn; letter-spacing: 0.06em }
.code { left: 55.9mm; top: 16.7mm; width: 25mm; height: 25mm }
.valid { left: 54mm; top: 44.3mm; width: 29mm; text-align: center }
.how { top: 18mm; left: 3mm; width: 79mm; display: flex; justify-content: space-around; text-align: center }
.good { top: 32mm; left: 4mm; width: 77mm; display: grid; grid-template-columns: 1fr 1fr }
.foot { top: 45.5mm; left: 4mm; width: 77.6mm; color: #fff; display: flex; justify-content: space-between }
</style></head><body><svg width="0" height="0" style="position:absolute"><defs><g id="lace">${lace()}</g></defs></svg>
${orders.map(sides).join('\n')}</body></html>`
}

function faces(fonts: FontFiles): string {
  return Object.entries(fonts)
    .map(([name, path]) => {
      const [script = '', weight = ''] = name.toLowerCase().split('-')
      return `@font-face { font-family: ${script}; font-weight: ${weight}; src: url("${pathToFileURL(path).href}") }`
    })
    .join('\n')
}

function lace(): string {
  const rings = [
    [6.9, 18, 2.7],
    [14.9, 36, 3.5],
    [23.9, 54, 4.1],
    [33.9, 72, 4.7],
  ] as const
  return rings
    .flatMap(([radius, loops, size]) =>
      Array.from({ length: loops }, (_, loop) => {
        const turn = `rotate(${(360 / loops) * loop} 12 47) translate(12 47)`
        return `<ellipse cx="${radius}" rx="${size}" ry="${size * 0.62}" transform="${turn}"/>`
      }),
    )
    .join('')
}

const LACE = '<use href="#lace" fill="none" stroke="#dde9ea" stroke-width="0.11"/>'

function sides(order: CardOrder): string {
  const other = besideEnglish(order.language)
  const say = (id: string, values = {}) => textNamed('en', id, values)
  const both = (id: string) => `${say(id)} <span lang="${other}">${textNamed(other, id)}</span>`
  const { name, born, sex, guardian, shortCode, issued, expires, code } = order
  const relation =
    guardian === null ? '' : `<p>${both(`card.relation.${guardian.relation}`)}<b>${guardian.name}</b></p>`
  return `<section><svg class="art" viewBox="0 0 85.6 53.98">${LACE}<path fill="#053a42" d="M0 0h85.6v11.4H0z"/>
<path fill="#ffb400" d="M0 11.4h85.6v.9H0z"/></svg><h1>${both('card.title')}</h1><p class="issuer">${both('card.issuer')}</p>
<h2><span lang="${other}">${name.own?.text ?? ''}</span><br>${name.latin}</h2><div class="facts"><p>${both('card.born')}
<b>${printedDay(born)}</b></p><p>${both('card.sex')}<b>${both(`card.sex.${sex}`)}</b></p>${relation}</div>
<p class="number">${both('card.number')}<b>${shortCode}</b></p>${symbol(code)}<p class="valid">
${say('card.issued', { date: printedDay(issued) })}<br>${say('card.expires', { date: printedDay(expires) })}<br>
<span lang="${other}">${textNamed(other, 'card.expires', { date: printedDay(expires) })}</span></p></section>
<section><svg class="art" viewBox="0 0 85.6 53.98">${LACE}<path fill="#053a42" d="M0 45h85.6v9H0z"/></svg><div class="how">
${(['show', 'lost', 'emergency'] as const).map((each) => `<p>${both(`card.${each}`)}</p>`).join('')}</div><div class="good">
${(['en', 'ur', 'hi', 'pa'] as const).map((each) => `<p lang="${each}">${textNamed(each, 'card.accepted')}</p>`).join('')}
</div><div class="foot"><p>${both('card.helpline')}<br>${say('card.helpline.number')}</p><p>${both('card.found')}</p></div></section>`
}

function symbol(code: string): string {
  const { size, data } = planQr(code).modules
  let path = ''
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== 1 || (at % size > 0 && data[at - 1] === 1)) continue
    let length = 1
    while ((at + length) % size > 0 && data[at + length] === 1) length++
    path += `M${at % size} ${Math.floor(at / size)}h${length}v1h-${length}z`
  }
  return `<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR"><path d="${path}"/></svg>`
}
