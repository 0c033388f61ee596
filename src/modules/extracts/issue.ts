import { createHash } from 'node:crypto'
import { actor, ensureInPerson } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { formatDate, t } from '#kernel/i18n'
import { inItsLanguage, tenant } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { askDocument, houseLabels } from '#commons/documents'
import { createMany, readMany } from '#commons/dossiers'
import { giveNumbers, type Series } from '#commons/numbering'
import { organ, organOn, organs } from '#commons/organs'
import { dayOf, hasAct, hasOpened, type Item, items, type Meeting } from '#modules/deliberations'
import { itsRecord, saidOf, type Signatory } from '#modules/minutes'
import { sittingOf } from '#modules/sittings'
import type { ExtractData } from './data.ts'
import { type Extract, extracts, extractWorkflow } from './extract.ts'
import { betweenPoints, presencesAt } from './presences.ts'
import { certifiers } from './signatory.ts'

/** Extracts are numbered apart for each organ, from 1 each year. */
export const extractNumbers: Series = {
  name: 'extracts.extract',
  label: 'extracts.numbers',
  words: { organ: 'extracts.numbers.organ' },
  per: 'organ',
  initial: { pattern: '{organ}/EXT/{year}/{number:4}', restarts: 'year' },
  counters: async () =>
    (await organs()).map(({ id, name, acronym }) => {
      return { scope: id, name, words: { organ: acronym } }
    }),
}

/** What is to be certified: points of a meeting, one extract of each or one of all, for whom. */
export interface Issuing {
  items: readonly string[]
  together: boolean
  recipient: string
}

const settled: readonly string[] = ['accepted', 'accepted_modified']

/** The points of a meeting of which the one who acts may have an extract: what was decided, and is for them to read. */
export async function extractable(meeting: Meeting, ids: readonly string[]): Promise<Item[]> {
  const all = await readMany(items, ids)
  return all
    .filter(
      (item) => item.meeting_id === meeting.id && hasAct(item) && settled.includes(item.state),
    )
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
}

/**
 * The extracts that would be issued, as they would read, without their numbers. Throws `Invalid` where a point is not decided or
 * not for the one who acts to read.
 */
export async function drafted(
  meeting: Meeting,
  { items: ids, together, recipient }: Issuing,
): Promise<{ points: Item[]; data: ExtractData }[]> {
  ensure(hasOpened(meeting), Conflict, 'extracts.not_begun')
  const chosen = await extractable(meeting, ids)
  if (chosen.length === 0) throw Invalid.field('items', 'http.field.choose')
  if (chosen.length < new Set(ids).size) throw Invalid.field('items', 'extracts.not_decided')
  const groups = together ? [chosen] : chosen.map((one) => [one])
  return inItsLanguage(async () => {
    const told = await toldOf(meeting)
    const made = []
    for (const points of groups) made.push({ points, data: await dataOf(told, points, recipient) })
    return made
  })
}

/** What all extracts of a meeting say, read once however many they are: the minutes of a long meeting are long to write. */
async function toldOf(meeting: Meeting) {
  const signers = new Map<string | null, Signatory[]>()
  return {
    said: await saidOf(meeting),
    sitting: await sittingOf(meeting),
    organ: (await organOn(meeting.organ_id, dayOf(meeting))).name,
    record: await itsRecord(meeting),
    /** Who certifies what a service brought. */
    certifiers: async (service: string | null) => {
      const known = signers.get(service) ?? (await certifiers(meeting, service, today()))
      signers.set(service, known)
      return known
    },
  }
}

async function dataOf(
  told: Awaited<ReturnType<typeof toldOf>>,
  points: readonly Item[],
  recipient: string,
): Promise<ExtractData> {
  const { said, record, sitting } = told
  const known = new Map(points.map((one) => [one.number, one]))
  const placeOf = ({ number }: { number: string }) => known.get(number)?.position ?? 0
  const services = new Set(points.map(({ service_id }) => service_id))
  const [service = null] = services.size === 1 ? services : [null]
  const { labels } = said
  const place = townIn(tenant().address)
  const there = presencesAt(sitting, said, points)
  return {
    labels: {
      ...houseLabels(),
      heading: t('extracts.print.heading', { approved: String(record?.state === 'approved') }),
      reference: t('extracts.print.reference'),
      date: labels.date,
      recipient: t('extracts.print.recipient'),
      attendance: labels.attendance,
      president: labels.president,
      secretary: labels.secretary,
      ...there.labels,
      decisions: t('extracts.print.decisions', { count: points.length }),
    },
    organ: told.organ,
    meeting: said.meeting,
    date: said.date,
    reference: '',
    recipient,
    president: there.president,
    secretary: there.secretary,
    present: there.present,
    excused: there.excused,
    absent: there.absent,
    ...(there.represented && { represented: there.represented }),
    points: said.parts
      .flatMap((part) => part.points)
      .filter(({ number }) => known.has(number))
      // What was said of it is of the minutes alone.
      .map((point, at, some) => {
        const last = some[at - 1]
        const moved = last ? betweenPoints(sitting, placeOf(last), placeOf(point)) : []
        const reference = known.get(point.number)?.reference
        return {
          ...{ ...point, discussion: [], before: [...moved, ...point.before] },
          ...(reference && { reference: t('extracts.print.point', { reference }) }),
        }
      }),
    closing: record?.state === 'approved' ? [] : [t('extracts.print.reserve')],
    signing: {
      formula: t('extracts.print.formula', {
        ...{ place, at: place ? 'place' : 'none', day: formatDate(today()) },
      }),
      signatories: await told.certifiers(service),
    },
  }
}

/** « Beauval », of « 9999 Beauval »: the town of an address, which stands before the day of an act; empty where it names none. */
export const townIn = (address: readonly string[]): string =>
  address.flatMap((line) => /^(?:B-?)?\d{4} (.+)$/.exec(line.trim())?.[1] ?? []).at(-1) ?? ''

/** Issues extracts: each gets its number, is kept as it reads, and is made as PDF/A. */
export async function issue(meeting: Meeting, issuing: Issuing): Promise<Extract[]> {
  ensureInPerson()
  const { acronym } = await organ(meeting.organ_id)
  const drafts = await drafted(meeting, issuing)
  const given = await giveNumbers(extractNumbers, drafts.length, {
    ...{ scope: meeting.organ_id, words: { organ: acronym }, day: today() },
  })
  const made = await createMany(
    extracts,
    drafts.map(({ points, data }, at) => {
      const reference = given[at]?.reference ?? '' // As many are given as there are drafts.
      const content = JSON.stringify({ ...data, reference } satisfies ExtractData)
      return {
        root: { title: titleOf(points, meeting), state: extractWorkflow.initial, reference },
        own: {
          ...{ meeting_id: meeting.id, organ_id: meeting.organ_id, content },
          item_ids: points.map(({ id }) => id),
          recipient: issuing.recipient,
          ...{ issued_on: today(), issued_by: actor().name },
          hash: createHash('sha256').update(content).digest('hex'),
        },
      }
    }),
  )
  for (const extract of made) await askExtract(extract, 'pdf')
  return made
}

const titleOf = (points: readonly Item[], meeting: Meeting): string => {
  const [first] = points
  if (points.length === 1 && first) return first.title
  return inItsLanguage(() =>
    t('extracts.title_of_many', { count: points.length, day: formatDate(dayOf(meeting)) }),
  )
}

/** Has the file of an extract made, as PDF/A or for a word processor. */
export const askExtract = (extract: Extract, format: 'pdf' | 'docx') =>
  askDocument(extract, format === 'pdf' ? 'extracts.extract' : 'extracts.text', {
    format,
    title: `${inItsLanguage(() => t('extracts.extract.name'))} ${extract.reference}`,
    fileName: `extrait-${extract.reference.replaceAll(/[^\w-]+/g, '-')}.${format}`,
  })
