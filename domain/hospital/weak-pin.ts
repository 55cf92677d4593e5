/** Whether a PIN is one of those that everybody tries first: one digit again and again, or digits in a row. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set(
    pin
      .split('')
      .slice(1)
      .map((digit, at) => Number(digit) - Number(pin[at])),
  )
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}
