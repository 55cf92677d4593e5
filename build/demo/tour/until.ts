/** Asks again and again until the answer is there; throws with what was waited for when it takes too long. */
export async function until<Value>(
  what: string,
  ask: () => Value | null | undefined | false | Promise<Value | null | undefined | false>,
  patience = 40_000,
): Promise<Value> {
  const last = performance.now() + patience
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (performance.now() > last) throw new Error(`Waited ${patience} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
