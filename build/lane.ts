/** A piece of work that waits for its turn. */
export interface Job<Out> {
  readonly what: string
  /** Jobs that wait for each other because they want much of the machine: one of a kind runs at a time. */
  readonly kind?: string
  /** The job by this name must be done before. */
  readonly after?: string
  readonly run: () => Promise<Out>
}

/** Does all jobs, so many at once as there are lanes; a free lane takes the first in order that may run. */
export async function inLanes<Out>(jobs: readonly Job<Out>[], lanes: number): Promise<readonly Out[]> {
  const waiting = [...jobs]
  const running = new Map<Job<Out>, Promise<void>>()
  const done: Out[] = []
  const mayRun = ({ kind, after }: Job<Out>): boolean => {
    const others = [...running.keys()]
    const isOpen = [...others, ...waiting].some(({ what }) => what === after)
    return !isOpen && !others.some((other) => kind !== undefined && other.kind === kind)
  }
  while (waiting.length + running.size > 0) {
    const next = running.size < lanes ? waiting.find(mayRun) : undefined
    if (next === undefined) {
      if (running.size === 0) throw new Error(`${waiting.map(({ what }) => what).join(', ')}: wait for each other`)
      await Promise.race(running.values())
      continue
    }
    waiting.splice(waiting.indexOf(next), 1)
    const one = async (): Promise<void> => {
      done.push(await next.run())
      running.delete(next)
    }
    running.set(next, one())
  }
  return done
}
