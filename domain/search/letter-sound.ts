/** Which sound each letter of a table stands for; the table has the letters of each sound in one text. */
export const letterSounds = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(table).flatMap(([sound, letters]) => Array.from(letters, (letter) => [letter, sound] as const)),
  )
