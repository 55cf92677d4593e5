/** Whether an address names a PostgreSQL: `postgres://…` or `postgresql://…`. */
export const isPostgresAddress = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)

/**
 * One address for each server that an address names, in their order: `postgres://hims@one,two:5433/hims` names a primary
 * and its standby, and HIMS writes to whichever takes writes.
 */
export function serversOf(address: string): readonly string[] {
  const [, scheme = '', user = '', hosts = '', rest = ''] = /^(\w+:\/\/)([^@/]*@)?([^/?]*)(.*)$/s.exec(address) ?? []
  return hosts.split(',').map((host) => `${scheme}${user}${host}${rest}`)
}

/** The address as it may be shown: without the password. */
export const withoutPassword = (address: string): string => address.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@')
