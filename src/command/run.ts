import { inLanguage, preferredLanguage } from '#kernel/i18n'
import { failureSentence } from '../failure.ts'
import { createAuthority } from './authority.ts'
import { help } from './help.ts'
import { importPlonemeeting } from './import.ts'
import { listMissing, setLanguages } from './language.ts'
import { addToAuthority } from './person.ts'
import { listTrades, tradeOff, tradeOn } from './trade.ts'
import { Refused, Usage } from './words.ts'

type Command = (given: string[]) => Promise<void>

/** The commands, by their words. */
const commands: Record<string, Command> = {
  help: () => Promise.resolve(console.log(help)),
  'import plonemeeting': importPlonemeeting,
  'authority create': createAuthority,
  'trade list': listTrades,
  'trade on': tradeOn,
  'trade off': tradeOff,
  'person add': addToAuthority,
  'language missing': listMissing,
  'language offer': setLanguages,
}

/**
 * Runs one command; what it says is in the language of the terminal. Returns the exit code: 0 done,
 * 1 refused or failed, 2 not understood.
 */
export async function run(given: string[]): Promise<0 | 1 | 2> {
  const { LC_ALL, LANG } = process.env
  const words = given.length === 0 || given.includes('--help') ? ['help'] : given
  try {
    await inLanguage(preferredLanguage(LC_ALL ?? LANG), () => command(words))
    return 0
  } catch (failure) {
    if (failure instanceof Refused) console.error(failure.message)
    else if (failure instanceof Usage || isParseFailure(failure))
      console.error(`${failure.message}\n\n${help}`)
    else console.error(failureSentence(failure))
    return failure instanceof Usage || isParseFailure(failure) ? 2 : 1
  }
}

function command(words: string[]): Promise<void> {
  for (const length of [2, 1]) {
    const found = commands[words.slice(0, length).join(' ')]
    if (found) return found(words.slice(length))
  }
  throw new Usage(`There is no command « ${words.slice(0, 2).join(' ')} ».`)
}

/** What parseArgs of node:util throws of options it does not know. */
const isParseFailure = (failure: unknown): failure is Error =>
  failure instanceof Error && 'code' in failure && String(failure.code).startsWith('ERR_PARSE_ARGS')
