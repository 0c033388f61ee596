import { formatDate, formatDateTime, inLanguage, t, timeZone } from '#kernel/i18n'
import { TooMany } from '#kernel/errors'
import { isEmpty, type RichText, toTree } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import { printCopy, type Report, type ReportBlock } from '#commons/documents'
import {
  attendanceInWords,
  hoursInWords,
  lineInWords,
  type PublicCopy,
  stateInWords,
} from '#modules/decisions'
import {
  outcomeInWords,
  type PublicMeeting,
  type PublicPoint,
  type PublicVote,
} from '#modules/copies'

/** How many papers of copies are made at once, in one process: a transaction waits for each. */
const mostAtOnce = 2
let making = 0

/** Papers that were made, by the hash of their copy: whoever is given one may read the copy now. In bytes, all together. */
const made = new Map<string, Uint8Array>()
const mostKept = 32_000_000
let kept = 0

/** A copy as PDF/A, in the language of the authority. Throws `TooMany` where others wait for theirs. */
export async function paperOf(what: PublicCopy): Promise<Uint8Array<ArrayBuffer>> {
  const { hash } = what.copy
  const known = made.get(hash)
  if (known) return new Uint8Array(known)
  if (making >= mostAtOnce) throw new TooMany('opendata.paper_busy', { minutes: 1 })
  making += 1
  try {
    const publishedAt = new Date(what.copy.published_at.epochMilliseconds)
    const report = inLanguage(itsLanguage(), () => reportOf(what))
    const bytes = await printCopy(report, publishedAt)
    keep(hash, bytes)
    return new Uint8Array(bytes)
  } finally {
    making -= 1
  }
}

function keep(hash: string, bytes: Uint8Array): void {
  made.set(hash, bytes)
  kept += bytes.length
  for (const [oldest, some] of made) {
    if (kept <= mostKept) return
    made.delete(oldest)
    kept -= some.length
  }
}

function reportOf(what: PublicCopy): Report {
  const { hash, number, published_at, title } = what.copy
  const starts = Temporal.Instant.from(what.copy.content.starts_at)
  const day = formatDate(starts.toZonedDateTimeISO(timeZone).toPlainDate())
  return {
    title,
    subtitle: t('opendata.paper.of', { organ: what.copy.content.organ.name, day }),
    facts: [
      ...(what.of === 'point' ? factsOf(what.copy.content) : meetingFacts(what.copy.content)),
      { label: t('opendata.paper.published'), value: formatDateTime(published_at) },
      { label: t('opendata.paper.version'), value: String(number) },
    ],
    foot: t('opendata.paper.hash', { hash }),
    blocks: what.of === 'point' ? pointBlocks(what.copy.content) : meetingBlocks(what.copy.content),
  }
}

const factsOf = ({ number, reference, stage, outcome }: PublicPoint) => [
  { label: t('opendata.paper.number'), value: number },
  ...(reference ? [{ label: t('opendata.paper.reference'), value: reference }] : []),
  {
    label: t('opendata.paper.stage'),
    value: outcomeInWords(outcome) || t(`opendata.paper.stage.${stage}`),
  },
]

/** As a convocation says them, too: day, hour and place (CDLD L1122-14). */
const meetingFacts = ({ starts_at, place, ...meeting }: PublicMeeting) => [
  {
    label: t('opendata.paper.starts'),
    value: formatDateTime(Temporal.Instant.from(starts_at)),
  },
  ...(place ? [{ label: t('opendata.paper.place'), value: place }] : []),
  { label: t('opendata.paper.stage'), value: stateInWords(meeting) },
]

function pointBlocks(point: PublicPoint): ReportBlock[] {
  const { note, organ_speaks, motivation, sentences, verb, decision, votes } = point
  return [
    ...(note
      ? [
          { kind: 'paragraph' as const, text: t('publications.note'), tone: 'soft' as const },
          ...rich(note),
        ]
      : []),
    ...paragraph(organ_speaks),
    ...rich(motivation),
    ...sentences.flatMap(paragraph),
    ...paragraph(verb),
    ...rich(decision),
    ...(votes.length > 0 ? [voteTable(votes)] : []),
  ]
}

const paragraph = (text: string | null): ReportBlock[] =>
  text ? [{ kind: 'paragraph', text }] : []

const rich = (html: RichText): ReportBlock[] =>
  isEmpty(html) ? [] : [{ kind: 'rich', blocks: toTree(html) }]

const voteTable = (votes: readonly PublicVote[]): ReportBlock => ({
  kind: 'table',
  caption: t('opendata.paper.votes'),
  columns: [
    { header: t('opendata.paper.vote'), width: 4 },
    ...(['yes', 'no', 'abstain'] as const).map((one) => ({
      header: t(`opendata.paper.${one}`),
      kind: 'number' as const,
    })),
  ],
  rows: votes.map(({ about, yes, no, abstain }) => [
    about ?? t('opendata.paper.whole'),
    yes,
    no,
    abstain,
  ]),
})

/** Its agenda and, of one that was held, when and who was there: as its page says them. */
function meetingBlocks(meeting: PublicMeeting): ReportBlock[] {
  const hours = hoursInWords(meeting)
  const facts = meeting.attendance ? attendanceInWords(meeting.attendance) : []
  const held: ReportBlock[] = [
    { kind: 'heading', level: 1, text: t('publications.held.title') },
    ...paragraph(hours),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
  ]
  return [
    ...meeting.points.flatMap(({ number, title, ...line }) => {
      const about = lineInWords(line)
      return [
        ...paragraph(`${number}. ${title}`),
        ...(about ? [{ kind: 'paragraph' as const, text: about, tone: 'soft' as const }] : []),
      ]
    }),
    ...(held.length > 1 ? held : []),
  ]
}
