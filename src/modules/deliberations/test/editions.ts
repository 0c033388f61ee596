import type { TestPerson } from '#test/harness'

/** The edition that a form of a page was made from, as it sends it. */
export const editionIn = ({ text }: { text: string }): string =>
  /name="edition" value="([^"]*)"/.exec(text)?.[1] ?? ''

/** The edition of the form of a page as it is now. */
export const editionAt = async ({ visitor }: TestPerson, path: string): Promise<string> =>
  editionIn(await visitor.get(path))
