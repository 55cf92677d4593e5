// One line a case on standard output; the runner reads them.
export function record(name, ok, detail = '') {
  console.log(`CONFORM ${JSON.stringify({ case: name, ok, detail: detail.slice(0, 300) })}`)
}

const show = (value) => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}n` : item))

/** Runs each case by itself; one that throws fails alone. */
export async function runCases(cases) {
  for (const [name, test] of Object.entries(cases)) {
    try {
      const [actual, expected] = await within(test(), 8000)
      record(
        name,
        show(actual) === show(expected),
        show(actual) === show(expected) ? show(actual) : `${show(actual)} is not ${show(expected)}`,
      )
    } catch (error) {
      record(name, false, String(error))
    }
  }
}

export function within(promise, milliseconds) {
  const { promise: late, reject } = Promise.withResolvers()
  const timer = setTimeout(() => reject(new Error(`nothing within ${milliseconds} ms`)), milliseconds)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** The message of what a call throws or rejects with; null when it does neither. */
export async function failureOf(act) {
  try {
    await act()
    return null
  } catch (error) {
    return error.message
  }
}
