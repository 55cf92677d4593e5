import type { Relative } from './family.ts'
import type { Community } from './name-table.ts'
import { wordFor } from './name-table.ts'
import type { Random } from './random.ts'

/** Names that parents give to two children born together. */
const girls: Readonly<Record<Community, readonly string[]>> = {
  hindu: ['Sita Geeta', 'Seema Reema', 'Anita Sunita', 'Radha Rekha'],
  sikh: ['Harleen Jasleen', 'Harpreet Gurpreet'],
  muslim: ['Shabana Rukhsana', 'Nazia Sadia'],
  christian: ['Mary Martha'],
  northEast: ['Rupali Mitali'],
  south: ['Lalitha Sujatha'],
}

const boys: Readonly<Record<Community, readonly string[]>> = {
  hindu: ['Ram Shyam', 'Rohit Mohit', 'Mohan Sohan', 'Amit Sumit'],
  sikh: ['Manpreet Jaspreet', 'Harpreet Gurpreet'],
  muslim: ['Hasan Husain', 'Sajid Majid', 'Shahid Zahid'],
  christian: ['John Joseph'],
  northEast: ['Biren Norbu'],
  south: ['Raghavan Murugan'],
}

/** Two children in place of one: same birthday, same parents, names that sound alike. */
export function eitherTwins(random: Random, community: Community, child: Relative): readonly Relative[] {
  const pair = random.pick((child.sex === 'female' ? girls : boys)[community])
  return pair.split(' ').map((latin) => ({ ...child, role: 'twin', given: wordFor(latin) }))
}
