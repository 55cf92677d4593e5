const scripts = ['०१२३४५६७८९', '੦੧੨੩੪੫੬੭੮੯', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'] as const

/** Digits of any of the terminal's scripts as Latin ones: whoever types in one of them has its digits under their fingers. */
export const latinDigits = (text: string): string =>
  Array.from(text, (letter) => {
    const row = scripts.find((digits) => digits.includes(letter))
    return row === undefined ? letter : String(row.indexOf(letter))
  }).join('')

/** The digits of what was typed, as Latin ones. */
export const onlyDigits = (text: string): string => latinDigits(text).replaceAll(/\D/g, '')
