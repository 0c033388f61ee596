import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { ensureAnswered, foundIn, type ListAnswers, rowsToWrite } from './found.ts'
import type { ListKind } from './list-kind.ts'

const quiet = async () => {}

/**
 * Reads a list in and writes it in one go, of the bytes of a file, as a command does: all of it or nothing; what is wrong,
 * and what is left out, is told by row. Throws `Invalid`.
 */
export async function writeAtOnce(
  kind: ListKind,
  bytes: Uint8Array,
  answers: ListAnswers,
): Promise<{ written: number; wrong: string[] }> {
  const list = await kind.weigh(bytes, { tell: quiet, toWrite: true })
  const numbers = rowsToWrite(list, answers)
  const wrong = list.rows.flatMap((row) =>
    row.wrong.map(({ sentence }) => `${row.number}: ${sentence}`),
  )
  const alike = list.rows.flatMap(({ number, name, meets }) =>
    meets?.how === 'alike' && !numbers.has(number)
      ? `${number}: ${t('imports.left_alike', { name, other: meets.words })}`
      : [],
  )
  // A program that runs at night is told all of it at once.
  if (wrong.length > 0 && !answers.leave_out) throw new Invalid({ files: wrong })
  ensureAnswered(await foundIn(list), answers)
  await list.write(numbers, quiet)
  return { written: numbers.size, wrong: [...wrong, ...alike] }
}
