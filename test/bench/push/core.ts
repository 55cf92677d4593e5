/** Some of the processor's cores, as `taskset` names them. */
export type Cores = '0,1' | '2,3'

/**
 * `BENCH_APART=1`, on Linux with four cores: the server has two of them and those who push the others, so that what the
 * terminals cost is not the server's loss.
 */
const isApart = process.platform === 'linux' && process.env['BENCH_APART'] === '1'

/** The program and its arguments, on these cores. */
export const onCores = (cores: Cores, program: string, values: readonly string[]): readonly [string, string[]] =>
  isApart ? ['taskset', ['-c', cores, program, ...values]] : [program, [...values]]
