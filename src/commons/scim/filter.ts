import { type RawBuilder, sql } from 'kysely'
import { type Filter, parse } from 'scim2-parse-filter'
import { ScimError } from './failure.ts'
import { enterprise, userSchema } from './resource.ts'

/** A column in which people are looked for, and how it is compared. */
interface Column {
  by: RawBuilder<unknown>
  /** Letters are compared as they are; else without case. */
  exact?: true
  /** It is compared by what it is. */
  is?: 'boolean'
}

const fullName = sql`d.first_name || ' ' || d.last_name`

/** What people can be looked for by: `d` is the person, `a` their account, `p` how they were brought. */
const columns: Readonly<Record<string, Column>> = {
  id: { by: sql`d.id::text` },
  externalid: { by: sql`coalesce(p.external_id, '')`, exact: true },
  username: { by: sql`a.login` },
  displayname: { by: fullName },
  'name.formatted': { by: fullName },
  'name.givenname': { by: sql`d.first_name` },
  'name.familyname': { by: sql`d.last_name` },
  emails: { by: sql`d.email` },
  'emails.value': { by: sql`d.email` },
  'emails.type': { by: sql`case when d.email = '' then '' else 'work' end` },
  'emails.primary': { by: sql`d.email <> ''`, is: 'boolean' },
  active: {
    by: sql`(a.disabled_at is null and coalesce(d.leaves_on > current_date, true))`,
    is: 'boolean',
  },
  [`${enterprise}:employeenumber`.toLowerCase()]: { by: sql`d.external_id`, exact: true },
}

/** The filter of a request, as it is written (RFC 7644 § 3.4.2.2). Throws `ScimError`. */
export function parsedFilter(text: string): Filter {
  try {
    return parse(text)
  } catch {
    throw new ScimError('invalidFilter', `This is no filter: ${text.slice(0, 200)}`)
  }
}

/** The same as a condition of the database. Throws `ScimError` where an attribute is not one that is looked for. */
export function conditionOf(filter: Filter, within = ''): RawBuilder<boolean> {
  switch (filter.op) {
    case 'and':
    case 'or': {
      const parts = filter.filters.map((one) => conditionOf(one, within))
      return sql<boolean>`(${sql.join(parts, filter.op === 'and' ? sql` and ` : sql` or `)})`
    }
    case 'not':
      return sql<boolean>`not coalesce(${conditionOf(filter.filter, within)}, false)`
    case '[]':
      return conditionOf(filter.valFilter, `${filter.attrPath}.`)
    case 'pr':
      return present(columnOf(within + filter.attrPath))
    default:
      return compared(columnOf(within + filter.attrPath), filter.op, filter.compValue)
  }
}

function columnOf(path: string): Column {
  const plain = path.toLowerCase()
  const own = `${userSchema}:`.toLowerCase()
  const found = columns[plain.startsWith(own) ? plain.slice(own.length) : plain]
  if (!found) throw new ScimError('invalidFilter', `Nobody is looked for by ${path}.`)
  return found
}

const present = ({ by, is }: Column) =>
  is ? sql<boolean>`(${by}) is not null` : sql<boolean>`coalesce(${by}, '') <> ''`

type Comparison = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'lt' | 'ge' | 'le'

function compared(
  column: Column,
  op: Comparison,
  value: boolean | null | number | string,
): RawBuilder<boolean> {
  if (column.is) {
    const yes = String(value).toLowerCase() === 'true'
    if (op !== 'eq' && op !== 'ne')
      throw new ScimError('invalidFilter', `A yes or no is not compared by ${op}.`)
    return op === 'eq'
      ? sql<boolean>`(${column.by}) = ${yes}`
      : sql<boolean>`(${column.by}) <> ${yes}`
  }
  const given = value === null ? '' : String(value)
  const [mine, theirs] = column.exact
    ? [sql`(${column.by})`, sql`${given}::text`]
    : [sql`lower(${column.by})`, sql`lower(${given}::text)`]
  switch (op) {
    case 'eq':
      return sql<boolean>`${mine} = ${theirs}`
    case 'ne':
      return sql<boolean>`${mine} <> ${theirs}`
    case 'co':
      return sql<boolean>`strpos(${mine}, ${theirs}) > 0`
    case 'sw':
      return sql<boolean>`starts_with(${mine}, ${theirs})`
    case 'ew':
      return sql<boolean>`right(${mine}, length(${theirs})) = ${theirs}`
    default:
      return sql<boolean>`${mine} ${sql.raw(signs[op])} ${theirs}`
  }
}

const signs = { gt: '>', ge: '>=', lt: '<', le: '<=' } as const
