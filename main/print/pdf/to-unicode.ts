import type { Cell } from './cell.ts'

/** Lines that one `beginbfchar` may have (Adobe Technical Note 5014). */
const MOST = 100

/** The CMap that says which letters each code stands for (ISO 32000-1, 9.10.3); code n shows cell n − 1. */
export function toUnicode(cells: readonly Cell[]): string {
  const lines = cells.map(({ text }, place) => `<${hex(place + 1)}> <${lettersHex(text)}>`)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += MOST) {
    const block = lines.slice(at, at + MOST)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

export const hex = (number: number): string => number.toString(16).padStart(4, '0')

function lettersHex(text: string): string {
  let letters = ''
  for (let at = 0; at < text.length; at++) letters += hex(text.charCodeAt(at))
  return letters
}
