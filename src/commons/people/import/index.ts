import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import {
  ensureAnswered,
  foundIn,
  type ListAnswers,
  type ListKind,
  rowsToWrite,
} from '#commons/imports'
import { mostOfList } from '#commons/records'
import { lockPersons } from '../person.ts'
import { columns, needed, readRows } from './columns.ts'
import { heads, cellsOf } from './shown.ts'
import { weigh } from './weigh.ts'
import { writeRows } from './write.ts'

/** Lists of people that are read in: CSV, a workbook, or a directory as text. */
export const peopleLists: ListKind = {
  name: 'people.list',
  writes: permission('people.keep'),
  path: '/people',
  list: 'people.title',
  hint: 'people.import.hint',
  accept: ['.csv', '.xlsx', '.ldif', '.ldf'],
  mostBytes: mostOfList,
  columns: () => Object.values(columns).map((label) => t(label)),
  needed: () => needed.map((name) => t(columns[name])),
  open: async (bytes) => {
    await readRows(bytes)
  },
  async weigh(bytes, { tell, toWrite }) {
    const { names, rows: written } = await readRows(bytes)
    if (toWrite) await lockPersons((await weigh(written)).flatMap(({ person }) => person?.id ?? []))
    const rows = await weigh(written, tell)
    return {
      ...{ columns: names, unread: [], rows },
      shown: async (numbers) => {
        const some = new Set(numbers)
        return {
          heads: heads(),
          cells: rows.filter(({ number }) => some.has(number)).map(cellsOf),
        }
      },
      write: async (numbers, told) => {
        await writeRows(
          rows.filter(({ number }) => numbers.has(number)),
          told,
        )
        await audit('import', `people ${numbers.size}`)
      },
    }
  },
}

/** The same in one go, of the bytes of a file; what is wrong, and what is left out, is told by row. */
export async function importPeople(
  bytes: Uint8Array,
  answers: ListAnswers,
): Promise<{ written: number; wrong: string[] }> {
  const quiet = async () => {}
  const list = await peopleLists.weigh(bytes, { tell: quiet, toWrite: true })
  const numbers = rowsToWrite(list, answers)
  const wrong = list.rows.flatMap((row) =>
    row.wrong.map(({ sentence }) => `${row.number}: ${sentence}`),
  )
  const alike = list.rows.flatMap(({ number, name, meets }) =>
    meets?.how === 'alike' && !numbers.has(number)
      ? `${number}: ${t('people.import.alike', { name, other: meets.words })}`
      : [],
  )
  // A program that runs at night is told all of it at once.
  if (wrong.length > 0 && !answers.leave_out) throw new Invalid({ files: wrong })
  ensureAnswered(await foundIn(list), answers)
  await list.write(numbers, quiet)
  return { written: numbers.size, wrong: [...wrong, ...alike] }
}
