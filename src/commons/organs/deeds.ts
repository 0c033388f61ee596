import { formatDate, type MessageKey, t } from '#kernel/i18n'
import { lastDayOf } from '#commons/people'

/** What was done about an organ or one of its seats, by the event that tells it. */
const words: Readonly<Record<string, MessageKey>> = {
  'organs.seat.add': 'organs.did.add',
  'organs.seat.end': 'organs.did.end',
  'organs.seat.resume': 'organs.did.resume',
  'organs.seat.rank': 'organs.did.rank',
  'organs.seat.retitle': 'organs.did.retitle',
  'organs.organ.add': 'organs.did.organ_add',
  'organs.organ.rename': 'organs.did.organ_rename',
  'organs.organ.resize': 'organs.did.organ_resize',
  'organs.organ.close': 'organs.did.organ_close',
  'organs.organ.reopen': 'organs.did.organ_reopen',
}

/** What was done about an organ or one of its seats, in words. */
export function deedInWords(type: string, data: Readonly<Record<string, unknown>>): string {
  const key = words[type]
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const { seats } = data
  return key
    ? t(key, {
        ...{ name: text('name'), before: text('before'), title: text('title') },
        seats: typeof seats === 'number' ? seats : '—',
        day: text('day')
          ? formatDate(lastDayOf(Temporal.PlainDate.from(text('day'))), 'short')
          : '',
      })
    : type
}
