import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { formatDate, t } from '#kernel/i18n'
import { type ListKind, mostOfList } from '#commons/imports'
import { retitleSeat, seatPerson } from '../seat.ts'
import { columns, needed, readRows } from './columns.ts'
import { lockOrgans, weigh, type WeighedSeat } from './weigh.ts'

/** Lists of seats that are read in: CSV or a workbook. */
export const seatLists: ListKind = {
  name: 'organs.list',
  writes: permission('organs.seat'),
  path: '/organs',
  list: 'organs.title',
  hint: 'organs.import.hint',
  accept: ['.csv', '.xlsx'],
  mostBytes: mostOfList,
  columns: () => Object.values(columns).map((label) => t(label)),
  needed: () => needed.map((name) => t(columns[name])),
  open: async (bytes) => {
    await readRows(bytes)
  },
  async weigh(bytes, { tell, toWrite }) {
    const { names, rows: written } = await readRows(bytes)
    if (toWrite) await lockOrgans()
    const rows = await weigh(written, tell)
    return {
      ...{ columns: names, unread: [], rows },
      shown: async (numbers) => {
        const some = new Set(numbers)
        return {
          heads: told.map((name) => t(columns[name])),
          cells: rows.filter(({ number }) => some.has(number)).map(cellsOf),
        }
      },
      write: async (numbers, tellWritten) => {
        const some = rows.filter(({ number }) => numbers.has(number))
        for (const [at, row] of some.entries()) {
          await writeRow(row)
          await tellWritten(at + 1, some.length)
        }
        await audit('import', `seats ${numbers.size}`)
      },
    }
  },
}

async function writeRow({ organ, fresh, seat }: WeighedSeat): Promise<void> {
  if (!organ || !fresh) return
  if (seat)
    // What the list leaves out stays.
    await retitleSeat(organ, seat, {
      title: fresh.title || seat.title,
      group: fresh.group || seat.party_group,
    })
  else await seatPerson(organ, fresh)
}

const told = ['organ', 'last_name', 'part', 'title', 'group', 'first_day', 'last_day'] as const

function cellsOf({ organ, name, fresh }: WeighedSeat): string[] {
  const day = (one: Temporal.PlainDate | null | undefined) => (one ? formatDate(one, 'short') : '')
  return [
    ...[organ?.name ?? '', name.split(' – ')[0] ?? '', fresh ? t(`organs.part.${fresh.part}`) : ''],
    ...[fresh?.title ?? '', fresh?.group ?? '', day(fresh?.validFrom)],
    day(fresh?.validTo?.subtract({ days: 1 })),
  ]
}
