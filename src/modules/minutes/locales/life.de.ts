import type { lifeFr } from './life.fr.ts'

/** What minutes say of their own approval, in German. */
export const lifeDe: Partial<Record<keyof typeof lifeFr, string>> = {
  'record.title': 'Protokoll: {meeting}',
  'record.refused_in': 'Von der folgenden Sitzung nicht genehmigt: {meeting}.',
  'document.minutes_text': 'Protokoll',
  'how.silently': 'ohne Bemerkung',
  'how.corrected': 'mit Berichtigung',
  'how.at_once': 'noch während der Sitzung',
  'how.elsewhere': 'außerhalb dieser Software',
  'how.closing': 'am Ende der Sitzung',
  'signs.instead': 'In Vertretung von {name}',
  'approving.title': 'Protokoll der Sitzung vom {day}: Genehmigung',
  'approving.words': 'Das Protokoll der Sitzung vom {day} ist genehmigt.',
  'approving.silently':
    'Da bis zum Ende der Sitzung keine Bemerkung vorgebracht wird, ist das Protokoll der Sitzung vom {day} genehmigt ({article}).',
  'approving.corrected':
    'Das Protokoll der Sitzung vom {day} wird in der vorgelegten berichtigten Fassung genehmigt ({article}).',
  'approving.refused':
    'Das Protokoll der Sitzung vom {day} wird nicht genehmigt; der nächsten Sitzung wird eine neue Fassung vorgelegt ({article}).',
  'print.status': 'Status',
  'print.quorum': 'Beschlussfähigkeit',
  'print.continued': 'Fortlaufende Nummer: {number}',
  'status.draft': 'Entwurf, nicht genehmigt',
  'status.available': 'Fassung {version}, zur Genehmigung vorgelegt',
  'status.silently': 'Ohne Bemerkung genehmigt in der Sitzung vom {day}.',
  'status.corrected': 'Mit Berichtigung genehmigt in der Sitzung vom {day}.',
  'status.at_once': 'Noch während der Sitzung vom {day} verfasst und genehmigt.',
  'status.elsewhere': 'Außerhalb dieser Software genehmigt; vermerkt am {day}.',
  'status.closing': 'Festgestellt am Ende der Sitzung vom {day}.',
}
