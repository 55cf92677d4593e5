export const part = 'imported'
