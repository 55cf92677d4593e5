import type { Text } from '../../domain/text/catalogue.ts'

/** A terminal of the demonstration by its role; one that is new here keeps its own name. */
export function terminalName(t: Text, terminal: string): string {
  if (terminal === 'desk' || terminal === 'pharmacy' || terminal === 'kiosk') return t(`common.role.${terminal}`)
  return terminal
}

/** `clerk, supervisor`, said. */
export const rolesName = (t: Text, roles: string): string =>
  roles
    .split(/,\s*/)
    .map((role) => (role === 'clerk' || role === 'pharmacist' || role === 'supervisor' ? t(`room.role.${role}`) : role))
    .join(t('paper.comma'))
