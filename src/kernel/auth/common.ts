import { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Guessed within ten to the power of so many tries: a password that is on lists, or made of what is on them. */
const least = 10
/** So much of a password is looked at: what follows makes it no easier, and looking is slow. */
const most = 64

let known: Promise<ZxcvbnFactory> | undefined

/** What was breached and what is common (Wikipedia, names, keyboards) in the languages of the house; read at first use. */
const lists = () =>
  (known ??= (async () => {
    const [common, ...languages] = await Promise.all([
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-fr'),
      import('@zxcvbn-ts/language-nl-be'),
      import('@zxcvbn-ts/language-en'),
    ])
    const dictionary = Object.assign(
      {},
      common.dictionary,
      ...languages.map((one) => one.dictionary),
    )
    return new ZxcvbnFactory({
      dictionary,
      graphs: common.adjacencyGraphs,
      useLevenshteinDistance: false,
    })
  })())

export interface Chosen {
  password: string
  /** What is known of whose it is. */
  words: readonly string[]
}

/** Whether whoever has lists of passwords guesses this one soon. Run beside the thread that answers (`aside`). */
export async function isCommon({ password, words }: Chosen): Promise<boolean> {
  const { guessesLog10 } = (await lists()).check(password.slice(0, most), [...words])
  return guessesLog10 < least
}
