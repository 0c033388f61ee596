import { fileName } from '#kernel/characters'

/** As everybody downloads a file that leaves under a title, which tells nothing that is masked (`publications/annexes/titles.ts`). */
export const publicName = (title: string, type: string): string =>
  `${fileName(title) || 'annexe'}${endingOf(type)}`

export const endingOf = (type: string): string => endings[type] ?? ''

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
}
