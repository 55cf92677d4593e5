/** So many times shorter than in life is every wait of a terminal and a hub. */
const PACE = 6
/** Milliseconds. */
const STEP = 50

/**
 * A timer in steps: while this process does not get to run, its time stands still. A question's patience is a wait as
 * well, and on a machine with much else to do the server, which is in this process too, must still answer within it.
 */
export function after(milliseconds: number, run: () => void): () => void {
  let left = milliseconds / PACE
  let timer: NodeJS.Timeout
  const step = (): void => {
    const length = Math.min(STEP, left)
    left -= length
    timer = setTimeout(left > 0 ? step : run, length)
  }
  step()
  return () => clearTimeout(timer)
}

/** Looks, each after 10 ms of rest, after which something that should come has not. */
const LOOKS = 4000

export async function comesTrue(check: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  for (let looks = 0; !(await check()); looks++) {
    if (looks > LOOKS) throw new Error(`Waited in vain for ${what()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
