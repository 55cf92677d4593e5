import type { Desk } from '../../../contract/desk.ts'
import { until } from '../world.ts'
import type { OpenPage } from './open-page.ts'

/** The desk's list answers the whole of what was typed, and the first person can have a token: until then Enter does nothing. */
export async function searched({ page, asked }: OpenPage<Desk>, text: string): Promise<void> {
  const isWhole = (input: unknown): boolean => Object(input).text === text
  await until(
    () => asked.some(({ name, input }) => name === 'person.search' && isWhole(input)),
    `the answer to ${text}`,
  )
  await page.getByText('M 148').waitFor()
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))')
}
