import type { Block } from '#kernel/richtext'
import type { HouseLabels } from '#commons/documents'

/** Every word that the agenda prints by itself, in the language of the document. */
export interface AgendaLabels extends HouseLabels {
  /** « Ordre du jour » */
  heading: string
  date: string
  time: string
  place: string
  version: string
  /** What an agenda without points says. */
  empty: string
}

export interface AgendaPoint {
  /** As assigned, sub-numbers included: « 4 », « 2.1 ». */
  number: string
  title: string
  /** The proposing service, where the authority prints it. */
  service: string | null
}

/** A part of the sitting: séance publique, points supplémentaires, huis clos. */
export interface AgendaPart {
  title: string
  points: AgendaPoint[]
}

/** What `agenda.typ` prints: the ordre du jour (CDLD L1122-13, L1122-24). Texts are plain. */
export interface AgendaData {
  labels: AgendaLabels
  /** « Conseil communal » */
  organ: string
  /** « Séance publique du jeudi 25 juin 2026 » */
  meeting: string
  date: string
  time: string
  place: string
  /** « 2 »; empty as long as it is a draft. */
  version: string
  /** The convocation, a paragraph each. */
  convocation: string[]
  /** In order; a part without points is not printed. */
  parts: AgendaPart[]
}

/** Every word that the minutes print by themselves, in the language of the document. */
export interface MinutesLabels extends HouseLabels {
  /** « Procès-verbal » */
  heading: string
  date: string
  place: string
  /** « État » */
  status: string
  /** « Quorum »; what was kept before it was told has none. */
  quorum?: string
  opened: string
  closed: string
  /** « Présences » */
  attendance: string
  president: string
  secretary: string
  present: string
  excused: string
  absent: string
  /** « Procurations », where there are some. */
  represented?: string
}

export interface Attendee {
  name: string
  /** « Échevine » */
  mandate: string | null
}

export interface MinutesPoint {
  number: string
  title: string
  service: string | null
  /** Where numbers go on from meeting to meeting: « Numéro continu : 112 ». */
  continued?: string
  /** Of an extract: what it is cited by, « Référence : CC/2026/12 ». */
  reference?: string
  /** Who left, came or stood aside (L1122-19), a sentence each. */
  before: string[]
  /** Who declared it urgent (L1122-24), where that was needed. */
  urgent?: string[]
  /** What was said of it, as whoever keeps the minutes wrote it. */
  discussion: Block[]
  /** What happened meanwhile and was put to the vote before the whole, a paragraph each: before the organ speaks, which nothing interrupts. */
  course?: string[]
  /** « LE CONSEIL COMMUNAL, » */
  organSpeaks: string | null
  motivation: Block[]
  /** The result of the vote on the whole (L1122-26, L1122-27); of what was kept before 085, of the others too. */
  votes: string[]
  /** « DÉCIDE », « PREND ACTE » */
  verb: string | null
  decision: Block[]
  after: string[]
}

export interface MinutesPart {
  title: string
  /** What opens the part, such as the president pronouncing the huis clos (L1122-21). */
  opening: string[]
  points: MinutesPoint[]
}

export interface Signatory {
  /** The delegation, which precedes the signature (L1132-4, L1132-5). */
  mention: string | null
  /** « Le Directeur général, » */
  role: string
  name: string
}

/** What `minutes.typ` prints: the procès-verbal (CDLD L1122-16, L1132-2, L1132-3). */
export interface MinutesData {
  labels: MinutesLabels
  organ: string
  meeting: string
  date: string
  place: string
  /** Draft, at the disposal of the members, approved: « Approuvé en séance du 25 juin 2026 ». */
  status: string
  /** Hours at which the president opened and closed the sitting, as printed. */
  opened: string
  closed: string
  /** How many were there at the opening, how many must be, by which article; what was kept before it was told has none. */
  quorum?: string
  president: Attendee
  secretary: Attendee
  present: Attendee[]
  excused: Attendee[]
  absent: Attendee[]
  /** Who votes for whom, a sentence each, where somebody does. */
  represented?: string[]
  parts: MinutesPart[]
  /** The closing formula, a paragraph each. */
  closing: string[]
  signing: {
    /** « Par le Conseil, » */
    formula: string | null
    /** Left to right, side by side on one page. */
    signatories: Signatory[]
  }
}
