import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { folded, t } from '#kernel/i18n'
import { type ListKind, mostOfList } from '#commons/imports'
import { lockPersons } from '../person.ts'
import { columns, needed, readRows } from './columns.ts'
import { heads, cellsOf } from './shown.ts'
import { weigh, type WeighedPerson } from './weigh.ts'
import { writeRows } from './write.ts'

/** Links for passwords go to an address: who changes that of somebody who is there could come in as them. Roles are rights. */
const letsIn = ({ person, gives, understood: { identity, role } }: WeighedPerson) =>
  (person ? gives.some(({ kind }) => kind === 'role') : role !== null) ||
  Boolean(person && identity.email && folded(identity.email) !== folded(person.email))

/** Lists of people that are read in: CSV, a workbook, or a directory as text. */
export const peopleLists: ListKind = {
  name: 'people.list',
  writes: permission('people.keep'),
  path: '/people',
  list: 'people.title',
  next: { label: 'people.invite_new', href: '/invitations/preview?all=1&from=access%3Dnever' },
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
      proves: rows.some(letsIn),
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
