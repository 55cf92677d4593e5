import assert from 'node:assert/strict'
import { test } from 'node:test'

import { BASE45 } from '../../../domain/scan/layout-test.ts'
import { letterOf } from '../../../renderer/ui/wedge-key.ts'
import { BURST } from '../../../renderer/ui/wedge-pace.ts'
import { LONG, SILENCE, hearKey, hearSilence, quietWedge } from '../../../renderer/ui/wedge.ts'
import type { Act, Heard, Press, Wedge } from '../../../renderer/ui/wedge.ts'
import { pressOf, strokeOf } from '../../fake/scanner/wedge-typist.ts'

/** Types a text with a pause between keys and returns what was heard of each. */
function heardOf(text: string, gap: number, before: Wedge = quietWedge): readonly Heard[] {
  let wedge = before
  return Array.from(text, (letter, at) => {
    const heard = hearKey(wedge, pressOf(letter, 1000 + at * gap))
    wedge = heard.wedge
    return heard
  })
}

const scansIn = (acts: readonly Act[]) => acts.flatMap((act) => (act.kind === 'scan' ? [act] : []))
const scansOf = (heard: readonly Heard[]) => scansIn(heard.flatMap(({ acts }) => acts))
const textsOf = (heard: readonly Heard[]) => scansOf(heard).map(({ text }) => text)

test('every printable letter is read back from its key, and with it all 45 of a card', () => {
  const all = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
  const read = Array.from(all, (letter) => letterOf(strokeOf(letter).code, strokeOf(letter).shift))
  assert.equal(read.join(''), all)
  assert.ok(Array.from(BASE45).every((letter) => all.includes(letter)))
})

test('a card is held from its first key and heard at Enter, which is held too', () => {
  const heard = heardOf('DLH1:6BF+70%$\r', 8)
  assert.ok(heard.every(({ hold }) => hold))
  assert.deepEqual(textsOf(heard), ['DLH1:6BF+70%$'])
})

test('every prefix of ours begins a scan, of any card version', () => {
  for (const code of ['DLH1:AB', 'DLH27:AB', 'DLV1:AB', 'DLP1:AB'])
    assert.deepEqual(textsOf(heardOf(`${code}\r`, 8)), [code])
  for (const other of ['DLX1:AB', 'DLH:AB', 'DLV2:AB']) assert.deepEqual(textsOf(heardOf(`${other}\r`, 8)), [])
})

test('letters that Caps Lock made small are large again in our codes only', () => {
  assert.deepEqual(textsOf(heardOf('dlh1:6bf\r', 8)), ['DLH1:6BF'])
  const json = '{"hidn":"91-2345","name":"Asha"}'
  assert.deepEqual(textsOf(heardOf(`${json}\r`, 8)), [json])
})

test('a scanner without Enter is done after a silence', () => {
  const last = heardOf('DLV1:AB', 8).at(-1)?.wedge ?? quietWedge
  assert.deepEqual(
    scansIn(hearSilence(last).acts).map(({ text }) => text),
    ['DLV1:AB'],
  )
  const late = hearKey(last, pressOf('x', 5000))
  assert.deepEqual(
    scansOf([late]).map(({ text }) => text),
    ['DLV1:AB'],
    'a silence that no timer noticed',
  )
  assert.equal(late.hold, false)
})

test('Enter and line feed after each other are both kept from the page, the next Enter is not', () => {
  const over = heardOf('DLV1:AB\r', 8).at(-1)?.wedge ?? quietWedge
  assert.equal(hearKey(over, pressOf('\r', 1064)).hold, true)
  assert.equal(hearKey(over, { ...pressOf('j', 1064), control: true }).hold, true)
  assert.equal(hearKey(over, pressOf('\r', 1070 + BURST)).hold, false)
})

test('a person who types the same letters is never caught, and gets every letter', () => {
  const heard = heardOf('DLH1:ABC', 91)
  assert.deepEqual(textsOf(heard), [])
  assert.deepEqual(
    heard.slice(1).flatMap(({ acts }) => acts),
    [{ kind: 'release', from: 0 }],
    'the D that was held',
  )
  assert.ok(heard.slice(1).every(({ hold }) => !hold))
})

test('a name that begins like a prefix is let go as soon as it pauses', () => {
  const heard = heardOf('DILIP', 8)
  assert.deepEqual(textsOf(heard), [])
  const after = hearSilence(heard.at(-1)?.wedge ?? quietWedge)
  assert.deepEqual(after.acts, [{ kind: 'release', from: 0 }])
})

test('a scan right after typing is found, and the letters before it stay typed', () => {
  let wedge = quietWedge
  const heard = Array.from('ramDLV1:', (letter, at) => {
    const each = hearKey(wedge, pressOf(letter, at < 3 ? 1000 + at * 38 : 1104 + at * 8))
    wedge = each.wedge
    return each
  })
  assert.equal(heard.at(-1)?.wedge.kind, 'scan')
  assert.deepEqual(heard.at(-1)?.acts, [
    { kind: 'put-back', from: 3 },
    { kind: 'release', from: 2 },
  ])
})

test('letters that a scanner is set to send before every code are neither read nor left in a field', () => {
  for (const before of ['@', '~1', ']Q1', '@]Q1']) {
    const heard = heardOf(`${before}DLV1:AB\r`, 8)
    assert.deepEqual(textsOf(heard), ['DLV1:AB'])
    assert.deepEqual(
      heard.flatMap(({ acts }) => acts).filter(({ kind }) => kind !== 'scan'),
      [{ kind: 'put-back', from: 0 }],
    )
  }
})

test('an AIM identifier before the code is taken from it', () => {
  assert.deepEqual(scansOf(heardOf(']Q1DLH1:AB\r', 8)), [{ kind: 'scan', text: 'DLH1:AB', symbology: ']Q1' }])
  const digits = '6979414848205548481619299442879901900893978332594614407044767485407280104077714658'
  assert.deepEqual(scansOf(heardOf(`]Q1${digits}\r`, 8)), [{ kind: 'scan', text: digits, symbology: ']Q1' }])
})

test('shift between letters neither breaks nor lengthens a scan', () => {
  const start = heardOf('DLH1:A', 8).at(-1)?.wedge ?? quietWedge
  const heard = hearKey(start, { ...pressOf('B', 1050), code: 'ShiftLeft' })
  assert.equal(heard.hold, true)
  assert.equal(hearKey(heard.wedge, pressOf('B', 1058)).wedge.kind, 'scan')
})

test('long codes of others are known by their speed alone, and what they left is put back', () => {
  for (const code of [
    `{"hidn":"91-2345-6789-0123","name":"Asha Devi"}`,
    `shc:/${'5676290952432060346029243740446031222959532654603460292540772804336028702864716745'.repeat(3)}`,
    Array.from({ length: 3500 }, (_, at) => (at * 7 + (at >> 3)) % 10).join(''),
    'NCFOXN%TSMAHN-HTCQ7:R2LSO65J6G3V1CQ.2',
  ]) {
    const heard = heardOf(`${code}\r`, 16)
    assert.deepEqual(textsOf(heard), [code])
    assert.deepEqual(heard[LONG - 1]?.acts, [{ kind: 'put-back', from: 0 }])
    assert.ok(heard.slice(2).every(({ hold }) => hold))
  }
})

test('a scanner that pauses for once before it is known is still read whole', () => {
  const digits = '697941484820548481619299442879901900893978332594614407044767485407280104077714658'
  for (const pausesAt of [1, 2, 3, 10, 23, 40]) {
    let wedge = quietWedge
    const heard = Array.from(`${digits}\r`, (letter, at) => {
      const each = hearKey(wedge, pressOf(letter, 1000 + at * 4 + (at >= pausesAt ? 120 : 0)))
      wedge = each.wedge
      return each
    })
    assert.deepEqual(textsOf(heard), [digits], `a pause before key ${pausesAt}`)
  }
})

test('a slow scanner, four reports of 8 ms a letter, is read whole with and without our prefix', () => {
  const gaps = [32, 54, 27, 26, 48, 32, 40, 20, 30]
  for (const code of ['DLP1:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'NCFOXN%TSMAHN-HTCQ7:R2LSO65J6G3V1CQ.2']) {
    let [wedge, at] = [quietWedge, 1000]
    const heard = Array.from(`${code}\r`, (letter, key) => {
      at += gaps[key % gaps.length] ?? 0
      const each = hearKey(wedge, pressOf(letter, at))
      wedge = each.wedge
      return each
    })
    assert.deepEqual(textsOf(heard), [code])
  }
})

test('our code from a machine that stalls several times is read whole', () => {
  const gaps = [0, 22, 82, 91, 1, 1, 70, 92, 20, 5, 3]
  let [wedge, at] = [quietWedge, 1000]
  const heard = Array.from('DLP1:3YKUA9ICELSJYUOVILDK\r', (letter, key) => {
    at += gaps[key] ?? 6
    const each = hearKey(wedge, pressOf(letter, at))
    wedge = each.wedge
    return each
  })
  assert.deepEqual(textsOf(heard), ['DLP1:3YKUA9ICELSJYUOVILDK'])
})

test('what a person typed just before a long code is not taken for its beginning', () => {
  let wedge = quietWedge
  const digits = '697941484820548481619299442879'
  const heard = Array.from(`ramesh${digits}\r`, (letter, at) => {
    const each = hearKey(wedge, pressOf(letter, at < 6 ? 1000 + at * 90 : 1540 + (at - 6) * 4))
    wedge = each.wedge
    return each
  })
  assert.deepEqual(textsOf(heard), [digits])
  const back = heard.flatMap(({ acts }) => acts).filter(({ kind }) => kind === 'put-back')
  assert.deepEqual(back, [{ kind: 'put-back', from: 6 }])
})

test('a text longer than any code is swallowed whole and is no scan', () => {
  const heard = heardOf(`DLH1:${'A'.repeat(8000)}\r`, 8)
  assert.deepEqual(textsOf(heard), [])
  assert.ok(heard.every(({ hold }) => hold))
})

test('keys that repeat, two keys that alternate and steady fast typing are a person', () => {
  let wedge = quietWedge
  for (let at = 0; at < 400; at += 1) {
    const heard = hearKey(wedge, pressOf('5', 1000 + at * 10, { repeat: at > 0 }))
    assert.equal(heard.hold, false)
    wedge = heard.wedge
  }
  assert.deepEqual(textsOf(heardOf('ab'.repeat(200), 10)), [])
  assert.deepEqual(textsOf(heardOf('the quick brown fox jumps over the lazy dog', 50)), [])
})

test('Enter of a scanner whose code is unknown presses no button; in a box it stays a key', () => {
  const typed = heardOf('8901030865275', 10).at(-1)?.wedge ?? quietWedge
  assert.equal(hearKey(typed, pressOf('\r', 1130, { inText: false })).hold, true)
  assert.equal(hearKey(typed, pressOf('\r', 1130)).hold, false)
  assert.equal(hearKey(typed, pressOf('\r', 1130 + BURST, { inText: false })).hold, false)
})

test('a scan goes on through a short pause and ends after a long one', () => {
  const start = heardOf('DLH1:A', 8).at(-1)?.wedge ?? quietWedge
  assert.equal(hearKey(start, pressOf('B', 1040 + SILENCE)).wedge.kind, 'scan')
  assert.equal(hearKey(start, pressOf('b', 1041 + SILENCE)).wedge.kind, 'burst')
})

/** As a scanner types FNC1 between the fields of a pack's code. */
function packOf(text: string, inText = false): readonly Heard[] {
  let wedge = quietWedge
  return Array.from(text, (letter, at) => {
    const press = letter === '\u001d' ? { ...pressOf(']', 0), control: true } : pressOf(letter, 0)
    const heard = hearKey(wedge, { ...press, at: 1000 + at * 8, inText, takesCodes: inText })
    wedge = heard.wedge
    return heard
  })
}

test('the fields of a pack stay apart, wherever the first separator stands', () => {
  for (const text of ['01095011015300031727013110AB-1\u001d21777', '010950110153000310A7\u001d17270131'])
    assert.deepEqual(textsOf(packOf(`${text}\r`)), [text])
  const aim = packOf(']d2010950110153000310A7\u001d17270131\r')
  assert.deepEqual(scansOf(aim), [{ kind: 'scan', text: '010950110153000310A7\u001d17270131', symbology: ']d2' }])
})

test('an article number and Enter are a scan, but not in a field, by hand, or of another length', () => {
  for (const text of ['9501101530003', '73513537', '036000291452', '09501101530003']) {
    const heard = packOf(`${text}\r`)
    assert.deepEqual(textsOf(heard), [text])
    assert.equal(heard.at(-1)?.hold, true, 'its Enter presses nothing')
    assert.deepEqual(textsOf(packOf(`${text}\r`, true)), [], 'a phone number is typed into a field')
    assert.deepEqual(textsOf(heardOf(`${text}\r`, 120)), [])
  }
  assert.deepEqual(textsOf(packOf('9810043217\r')), [])
})

/** As a scanner in Alt mode strikes a text: Alt, and the letter's number on the digit pad, at `gap` milliseconds a key. */
function withAlt(text: string, gap: number, before: Wedge = quietWedge): readonly Heard[] {
  let [wedge, at] = [before, 1000]
  const strike = (press: Press) => {
    const heard = hearKey(wedge, press)
    wedge = heard.wedge
    at += gap
    return heard
  }
  return Array.from(text, (letter) => [
    strike({ ...pressOf('', at), code: 'AltLeft', command: true, alt: true }),
    ...Array.from(String(letter.charCodeAt(0)).padStart(4, '0'), (digit) =>
      strike({ ...pressOf('', at), code: `Numpad${digit}`, command: true, alt: true }),
    ),
  ]).flat()
}

test('a scanner that types numbers with Alt is read under any layout, and presses no key of the page', () => {
  for (const gap of [1, 4, 16]) {
    const heard = withAlt('DLH1:6BF+70%$', gap)
    assert.ok(heard.every(({ hold }, at) => hold || at % 5 === 0))
    const last = heard.at(-1)?.wedge ?? quietWedge
    assert.deepEqual(textsOf([hearKey(last, pressOf('\r', 1000 + gap * heard.length))]), ['DLH1:6BF+70%$'])
    assert.deepEqual(
      scansIn(hearSilence(last).acts).map(({ text }) => text),
      ['DLH1:6BF+70%$'],
      'without Enter',
    )
  }
  const json = withAlt('{"hidn":"91","name":"Asha"}\r', 4).at(-1)?.wedge ?? quietWedge
  assert.deepEqual(
    scansIn(hearSilence(json).acts).map(({ text }) => text),
    ['{"hidn":"91","name":"Asha"}'],
    'with a line end struck as a number too',
  )
})

test('the separator of a pack may come as a number with Alt', () => {
  const start = heardOf('010950110153000310A7', 8).at(-1)?.wedge ?? quietWedge
  const strike = (wedge: Wedge, code: string, at: number) =>
    hearKey(wedge, { ...pressOf('', at), code, command: true, alt: true }).wedge
  const apart = strike(strike(strike(start, 'AltLeft', 1160), 'Numpad2', 1164), 'Numpad9', 1168)
  const heard = heardOf('17270131\r', 8, shifted(apart))
  assert.deepEqual(textsOf(heard), ['010950110153000310A7\u001d17270131'])
})

/** The same moment, as `heardOf` counts from 1000. */
const shifted = (wedge: Wedge): Wedge => (wedge.kind === 'scan' ? { ...wedge, at: 996 } : wedge)

test('Alt and a digit of a person stay a key of the page, at once after a moment', () => {
  const press = (digit: string, at: number): Press => ({
    ...pressOf('', at),
    code: `Numpad${digit}`,
    command: true,
    alt: true,
  })
  const first = hearKey(quietWedge, press('3', 1000))
  assert.equal(first.hold, true)
  assert.deepEqual(hearSilence(first.wedge), { wedge: quietWedge, acts: [{ kind: 'release', from: 0 }] })
  const alt = hearKey(first.wedge, { ...pressOf('', 1150), code: 'AltLeft', command: true, alt: true })
  assert.deepEqual(hearKey(alt.wedge, press('4', 1200)).acts, [{ kind: 'release', from: 0 }])
  assert.deepEqual(hearKey(alt.wedge, pressOf('a', 1200)).acts, [{ kind: 'release', from: 0 }])
  assert.equal(hearKey(quietWedge, { ...press('3', 1000), code: 'Digit3' }).hold, false, 'the digits over the letters')
})

test('outside a field a digit waits for a moment: it is a key of the page, and the first of many codes', () => {
  const first = hearKey(quietWedge, pressOf('8', 1000, { inText: false }))
  assert.equal(first.hold, true)
  assert.deepEqual(hearSilence(first.wedge).acts, [{ kind: 'release', from: 0 }])
  assert.equal(hearKey(quietWedge, pressOf('8', 1000)).hold, false)
  const second = hearKey(hearSilence(first.wedge).wedge, pressOf('9', 1150, { inText: false }))
  assert.equal(second.hold, false, 'a PIN that a person types')
  const arrow = { ...pressOf('8', 1000, { inText: false }), code: 'Numpad8', moves: true }
  assert.equal(hearKey(quietWedge, arrow).hold, false, 'an arrow of the number pad')
})

test('a pack that is scanned into a PIN or an amount is a scan, and its Enter presses nothing', () => {
  let wedge = quietWedge
  const heard = Array.from('036000291452\r', (letter, at) => {
    const each = hearKey(wedge, pressOf(letter, 1000 + at * 8, { takesCodes: false }))
    wedge = each.wedge
    return each
  })
  assert.deepEqual(textsOf(heard), ['036000291452'])
  assert.deepEqual(heard.at(-1)?.acts[0], { kind: 'put-back', from: 0 })
  assert.equal(heard.at(-1)?.hold, true)
})
