/** Questions that cross a process boundary, matched to their answers by number. */
export interface Pending<Answer> {
  /** Calls `send` with a fresh number and waits for its answer. */
  readonly ask: (send: (id: number) => void) => Promise<Answer>
  readonly answer: (id: number, answer: Answer) => void
  /** Gives every open question the same answer, because the other side is gone. */
  readonly answerAll: (answer: Answer) => void
}

export function pending<Answer>(): Pending<Answer> {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  return {
    ask: (send) =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        send(last)
      }),
    answer: (id, answer) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
    answerAll: (answer) => {
      for (const resolve of waiting.values()) resolve(answer)
      waiting.clear()
    },
  }
}
