import type { HouseLabels } from '#commons/documents'
import type { Attendee, MinutesPoint, Signatory } from '#modules/minutes'

/** What `extract.typ` prints: a certified extract (extrait conforme). */
export interface ExtractData {
  labels: HouseLabels & {
    heading: string
    reference: string
    date: string
    recipient: string
    attendance: string
    president: string
    secretary: string
    present: string
    excused: string
    absent: string
    /** Where somebody was represented. */
    represented?: string
    decisions: string
  }
  organ: string
  meeting: string
  date: string
  reference: string
  /** Empty: for nobody in particular. */
  recipient: string
  president: Attendee
  secretary: Attendee
  present: Attendee[]
  excused: Attendee[]
  absent: Attendee[]
  /** Who votes for whom on one of these points, a sentence each, where somebody does. */
  represented?: string[]
  points: MinutesPoint[]
  /** That the minutes are not approved yet, where they are not; then the formula. */
  closing: string[]
  signing: { formula: string; signatories: Signatory[] }
}
