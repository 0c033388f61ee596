import { formatDate, formatTime, t } from '#kernel/i18n'
import { emptyText, fromField, isEmpty, toTree } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import { houseLabels } from '#commons/documents'
import { fullName } from '#commons/directory'
import { readMany } from '#commons/dossiers'
import { afterPreposition, type Organ, organOn, signsAs, votes } from '#commons/organs'
import {
  type AgendaLine,
  type Item,
  type Meeting,
  agendaOf,
  continuedIn,
  dayOf,
  hasAct,
  items,
  partsOf,
  sentencesOf,
  type SittingRule,
  sittingRule,
} from '#modules/deliberations'
import {
  type Attendee as Seated,
  hasEnded,
  officerAt,
  officersOf,
  proxySentence,
  quorumSentence,
  sittingOf,
} from '#modules/sittings'
import { type ToldOfPoint, toldOf } from '#modules/votes'
import { notPublic } from './agenda.ts'
import { type Approving, approvalsIn } from './approving.ts'
import { remarksOn } from './remark.ts'
import type { Attendee, MinutesData, MinutesPart, MinutesPoint } from './data.ts'

/** What the minutes (procès-verbal) of a meeting say, as its facts stand now. CDLD L1122-16, L1132-2. */
export async function minutesData(meeting: Meeting): Promise<MinutesData> {
  const body = await organOn(meeting.organ_id, dayOf(meeting))
  const sitting = await sittingOf(meeting)
  const seats = sitting.attendees
  const { presides, keeps } = await officersOf(meeting)
  const president = seats.find(({ id }) => id === presides)
  const secretary = seats.find(({ id }) => id === keeps)
  const members = (presence: Seated['presence']) =>
    seats.filter((seat) => votes(seat) && seat.presence === presence && seat !== president)
  const at = (instant: Temporal.Instant | null) =>
    instant ? formatTime(instant) : t('minutes.print.not_recorded')
  const proxies = sitting.proxies.map((one) => proxySentence(one, sitting))
  const nobody: Attendee = { name: t('minutes.print.not_recorded'), mandate: null }
  return {
    labels: {
      ...houseLabels(),
      heading: t('minutes.document.minutes'),
      date: t('minutes.print.date'),
      place: t('minutes.print.place'),
      status: t('minutes.print.status'),
      quorum: t('minutes.print.quorum'),
      opened: t('minutes.print.opened'),
      closed: t('minutes.print.closed'),
      attendance: t('minutes.print.attendance'),
      president: t('minutes.print.president'),
      secretary: t('minutes.print.secretary'),
      ...presenceLabels({
        present: members('present'),
        excused: members('excused'),
        absent: members('absent'),
      }),
      // Said where there are some alone: what was kept before says nothing else.
      ...(proxies.length > 0 && { represented: t('minutes.print.represented') }),
    },
    organ: body.name,
    meeting: meeting.title,
    date: formatDate(dayOf(meeting)),
    place: meeting.place,
    status: t('minutes.status.draft'),
    opened: at(meeting.opened_at),
    closed: at(meeting.closed_at),
    quorum: await quorumSentence(meeting, sitting),
    president: president ? printedAttendee(president) : nobody,
    secretary: secretary ? printedAttendee(secretary) : nobody,
    present: members('present').map(printedAttendee),
    excused: members('excused').map(printedAttendee),
    absent: members('absent').map(printedAttendee),
    ...(proxies.length > 0 && { represented: proxies }),
    parts: await minutesParts(meeting, body),
    closing: hasEnded(meeting)
      ? [t(meeting.lifted ? 'minutes.print.lifted' : 'minutes.print.closing')]
      : [],
    signing: {
      formula: t('minutes.print.by_organ', { organ: afterPreposition(body) }),
      signatories: [secretary, president].flatMap((seat) =>
        seat
          ? [
              {
                mention: null,
                role: signsAs(seat),
                name: fullName(seat),
              },
            ]
          : [],
      ),
    },
  }
}

/** « Présente », « Excusés »: what stands before names, in their gender and number. */
export const presenceLabels = (
  some: Record<'present' | 'excused' | 'absent', readonly Seated[]>,
): Record<'present' | 'excused' | 'absent', string> => {
  const agreed = (presence: 'present' | 'excused' | 'absent') =>
    t(`minutes.print.${presence}`, {
      women: String(some[presence].every(({ civility }) => civility === 'mrs')),
      count: some[presence].length,
    })
  return { present: agreed('present'), excused: agreed('excused'), absent: agreed('absent') }
}

/** What opens a part: that the public is not there, once, or leaves (CDLD L1122-21). */
function opening(
  part: string,
  isFirst: boolean,
  isOut: boolean,
  rule: SittingRule,
  presides: Seated | undefined,
): string[] {
  // Where it is noted when the public left, that says it.
  if (part === 'secret' && isOut) return []
  if (part === 'secret')
    return [
      t('minutes.print.huis_clos', {
        article: rule.closesPersons ?? 'none',
        civility: presides?.civility || 'none',
      }),
    ]
  return isFirst ? notPublic(rule) : []
}

async function minutesParts(meeting: Meeting, body: Organ): Promise<MinutesPart[]> {
  const lines = await agendaOf(meeting.id)
  const rule = await sittingRule(body.kind, dayOf(meeting))
  const ids = lines.map(({ id }) => id)
  const texts = new Map((await readMany(items, ids)).map((item) => [item.id as string, item]))
  const toldAt = await toldOf(meeting)
  const remarks = await remarksOn(meeting)
  const approvals = await approvalsIn(meeting)
  const continued = await continuedIn(meeting)
  const sentences = await sentencesOf(ids)
  const sitting = await sittingOf(meeting)
  const { incidents, attendees } = sitting
  const presiding = (position: number) =>
    attendees.find(({ id }) => id === officerAt(sitting, 'presides', position))
  const isOut = (position: number) =>
    incidents.findLast(
      (one) => (one.kind === 'withdrawn' || one.kind === 'readmitted') && one.position <= position,
    )?.kind === 'withdrawn'
  const point = (line: AgendaLine): MinutesPoint => {
    const item = texts.get(line.id)
    const told = toldAt(line.id)
    const goesOn = continued.get(line.id)
    const said = {
      ...{ number: line.number, title: line.title, service: line.service_name },
      // Said where there are some alone: what was kept before says nothing else.
      ...(goesOn && { continued: t('minutes.print.continued', { number: goesOn }) }),
      discussion: toTree(remarks.get(line.id) ?? emptyText),
      ...{ before: [...told.before], organSpeaks: null, motivation: [], votes: [], verb: null },
      ...{ decision: [], after: [] },
      // Said where there are some alone: what was kept before says nothing else.
      ...(told.urgent.length > 0 && { urgent: [...told.urgent] }),
      ...(told.course.length > 0 && { course: [...told.course] }),
    }
    if (!item || isPutOff(line)) {
      const { vote, after } = told
      const dissent = vote?.dissent ? [vote.dissent] : []
      return {
        ...said,
        votes: vote ? [vote.whole] : [],
        after: [...dissent, ...(vote?.postpones ? [] : putOff(line)), ...after],
      }
    }
    const approval = approvals.get(line.id)
    if (approval) return { ...said, ...approving(line, approval, told) }
    const act = treated(line, item, body, told)
    const seen = act.organSpeaks ? toTree(asParagraphs(sentences.get(line.id) ?? [])) : []
    return { ...said, ...act, motivation: [...act.motivation, ...seen] }
  }
  return partsOf(lines, rule).map(({ part, lines: some }, at) => ({
    title: t(`deliberations.part.${part}`),
    opening: opening(
      part,
      at === 0,
      isOut(some[0]?.position ?? 0),
      rule,
      presiding(some[0]?.position ?? 0),
    ),
    points: some.map(point),
  }))
}

/** Sentences that stand behind the motivation, a paragraph each: « Vu l’avis du directeur financier ; ». */
const asParagraphs = (sentences: readonly string[]) => fromField(sentences.join('\n\n')).html

/**
 * What was decided of a point, as one sentence from the organ to its act: « LE CONSEIL COMMUNAL, Vu … ; Par 8 voix pour, DÉCIDE ».
 * What was not adopted is no decision, and nothing of it is said in the name of the organ.
 */
function treated(line: AgendaLine, item: Item, body: Organ, { vote, after }: ToldOfPoint) {
  const isAct = hasAct(line) && line.state !== 'refused'
  const accepted = line.state === 'accepted' || line.state === 'accepted_modified'
  const leads = accepted && isAct && !isEmpty(item.decision)
  const speaks = isAct && (leads || !isEmpty(item.motivation))
  return {
    organSpeaks: speaks ? `${body.speaks_as.toLocaleUpperCase(itsLanguage())},` : null,
    motivation: line.state === 'refused' ? [] : toTree(item.motivation),
    // The sentence of the vote leads to the words of the act: nothing stands between, who was against comes after.
    votes: vote ? [leads ? vote.leading : vote.whole] : [],
    verb: leads
      ? t(`minutes.print.${line.purpose === 'decision' ? 'decides' : 'takes_note'}`)
      : null,
    decision: leads || line.state === 'treated' ? toTree(item.decision) : [],
    after: [...(vote?.dissent ? [vote.dissent] : []), ...after],
  }
}

/** What becomes of minutes that a point approves: the sentence of the law, or that of the vote and then it. */
function approving(line: AgendaLine, { words }: Approving, { vote, after }: ToldOfPoint) {
  return {
    ...{ organSpeaks: null, motivation: [], verb: null },
    votes: vote ? [vote.whole] : [],
    decision: isDecided(line) ? toTree(words(line.state)) : [],
    after: [...(vote?.dissent ? [vote.dissent] : []), ...after],
  }
}

const isDecided = ({ state }: AgendaLine) => state !== 'presented' && state !== 'frozen'

const isPutOff = ({ state }: AgendaLine): boolean => state === 'delayed' || state === 'removed'

/** What became of a point that was not decided. */
const putOff = (line: AgendaLine): string[] =>
  line.state === 'delayed' || line.state === 'removed' ? [t(`minutes.print.${line.state}`)] : []

export const printedAttendee = (seat: Seated): Attendee => ({
  name: fullName(seat),
  mandate: seat.title || null,
})
