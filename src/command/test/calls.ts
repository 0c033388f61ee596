import { join } from 'node:path'
import type { Call } from './series.ts'

/** A command of several: `keep` names what its words are to give to those after it, which say it as `{name}`. */
export interface Step extends Call {
  keep?: Readonly<Record<string, string>>
}

interface Means {
  /** The authority of the demonstration, and a file that lists people, seats, what came over, what a mail server says. */
  slug: string
  folder: string
  sample: readonly string[]
  /** A job that was given up. */
  failed: readonly [string, string]
  /** A server outside that may be asked, and a bucket. */
  outside: string
  bucket: Readonly<Record<string, string>>
  /** Databases beside that of the demonstration: one without authorities, one without anything. */
  empty: string
  bare: string
}

/** Every command of the house, each as its help describes it, in an order in which one leads to the next. */
export function callsOf({ slug, folder, sample, failed, outside, ...given }: Means): Step[] {
  const file = (name: string) => join(folder, name)
  const call = (...words: string[]): Call => ({ words })
  const elsewhere = { DATABASE_URL: given.empty, DATA_DIR: file('elsewhere') }
  const seat = ['--organ', 'CC', '--person', 'agent']
  const account = ['--name', 'Guichet']
  const hours = 'identity.session_hours'
  return [
    call('help'),
    ...[call('authority', 'list'), call('authority', 'show', slug)],
    call('authority', 'quota', slug, '--storage-gb', '50', '--mails', 'none', '--jobs', 'usual'),
    call('authority', 'steps', slug),
    call('authority', 'change', slug, '--address', 'Place du Beffroi 2', '--hue', '150'),
    ...[call('language', 'missing', 'de'), call('language', 'offer', 'fr', 'en', 'de')],
    ...[
      call('trade', 'list'),
      call('trade', 'off', 'plonemeeting'),
      call('trade', 'on', 'plonemeeting'),
    ],
    call('import', 'plonemeeting', '--organ', 'CC', '--create-missing', '--write', ...sample),
    // People, services, organs and who sits in them.
    call(
      'person',
      'add',
      '--login',
      'alix',
      '--first-name',
      'Alix',
      '--last-name',
      'Terval',
      '--role',
      'agent',
    ),
    call('person', 'list', 'Terval'),
    ...[call('person', 'suspend', '--login', 'alix'), call('person', 'resume', '--login', 'alix')],
    call('person', 'give', '--login', 'alix', '--service', 'Finances', '--as', 'observer'),
    call('person', 'offices'),
    call('person', 'end', '--login', 'alix', '--service', 'Finances'),
    call('person', 'import', '--others', file('people.csv')),
    call('person', 'invite', '--login', 'double'),
    call('person', 'merge', '--login', 'double', '--into', 'alix'),
    call('person', 'leave', '--login', 'alix', '--last-day', '2099-12-31', '--heir', 'agent'),
    call('person', 'stay', '--login', 'alix'),
    ...[call('person', 'leave', '--login', 'alix'), call('person', 'return', '--login', 'alix')],
    call('service', 'add', '--name', 'Archives', '--part-of', 'Secrétariat'),
    call('service', 'change', '--name', 'Archives', '--to', 'Mémoire'),
    call('service', 'close', '--name', 'Mémoire', '--successor', 'Secrétariat'),
    ...[call('service', 'reopen', '--name', 'Mémoire'), call('service', 'list')],
    call('organ', 'add', '--kind', 'college', '--name', 'Collège des archives', '--acronym', 'CAR'),
    call('organ', 'change', '--organ', 'CAR', '--seats', '5'),
    ...[call('organ', 'close', '--organ', 'CAR'), call('organ', 'reopen', '--organ', 'CAR')],
    call('organ', 'list'),
    ...[
      call('seat', 'add', ...seat, '--first-day', '2026-01-01'),
      call('seat', 'list', '--organ', 'CC'),
    ],
    ...[call('seat', 'end', ...seat), call('seat', 'resume', ...seat)],
    call('seat', 'replace', ...seat, '--by', 'head', '--first-day', '2027-01-01'),
    call('seat', 'import', file('seats.csv')),
    // How points are prepared.
    ...[call('level', 'list', '--organ', 'CC'), call('level', 'free', '--organ', 'CC')],
    call('level', 'set', '--organ', 'CAR', '--level', 'Chef de service=service:head', '--look'),
    call('level', 'set', '--organ', 'CAR', '--level', 'Chef de service=service:head'),
    call('advice', 'list', '--late'),
    call(
      'advice',
      'ask',
      '--type',
      'Avis de légalité du directeur financier',
      '--on',
      'Remplacement de la chaudière de la salle des fêtes',
      '--look',
    ),
    ...[call('point', 'list'), call('point', 'release', '--login', 'agent')],
    call('followup', 'list', '--late'),
    ...[call('ballot', 'list', '--numbers'), call('ballot', 'verify')],
    // Programs, settings, what is held of persons, what is kept safe.
    call(
      'account',
      'make',
      ...account,
      '--purpose',
      'Lire',
      '--contact',
      'DSI',
      '--service',
      'Travaux',
      '--scope',
      'deliberations:read',
    ),
    ...[
      call('account', 'key', ...account),
      call('account', 'list'),
      call('account', 'revoke', ...account),
    ],
    call('statements', 'list'),
    call('settings', 'set', 'privacy.transfers', 'Aucun, à ce jour'),
    call('statements', 'publish', 'privacy'),
    ...[call('settings', 'list'), call('settings', 'set', hours, '8')],
    ...[call('settings', 'history', hours), call('settings', 'reset', hours)],
    call('privacy', 'register'),
    { ...call('privacy', 'requests'), keep: { request: String.raw`(RGPD/\S+)` } },
    call('privacy', 'gather', '{request}', file('held.zip')),
    call('privacy', 'readings', '{request}'),
    call('privacy', 'erase', '{request}'),
    call('privacy', 'restrict', '{request}'),
    call('privacy', 'lift', '{request}', '--because', 'Exactitude vérifiée'),
    call('secrets', 'rotate'),
    call('secrets', 'rotate', '--master'),
    ...[call('audit', 'verify'), call('register', 'verify')],
    ...[
      call('publication', 'verify', '--authority', `cpas-${slug}`),
      call('publication', 'maturity'),
    ],
    ...[call('timestamps', 'local'), call('timestamps', 'check')],
    call('timestamps', 'verify', file('proof.asice'), '--certificates', file('root.pem')),
    call('files', 'verify'),
    {
      ...call('files', 'move', '--to', 's3'),
      settings: { ...given.bucket, FILES_STORE: 'folder' },
    },
    // The night of an operator.
    ...[call('jobs', 'list'), call('jobs', 'again', failed[0]), call('jobs', 'leave', failed[1])],
    call('mail', 'bounce'),
    { ...call('outgoing', 'check', outside), settings: { OUTGOING_ALLOW: new URL(outside).host } },
    ...[
      call('incident', 'open', 'Les documents tardent.', '--en', 'Documents are late.'),
      call('incident', 'list'),
    ],
    call('incident', 'close'),
    ...[call('maintenance', 'on', 'Nous revenons', '--until', '30m'), call('maintenance', 'off')],
    ...[
      call('authority', 'suspend', slug, '--because', 'Essai'),
      call('authority', 'resume', slug),
    ],
    call('authority', 'export', slug, file('one.tar')),
    call('backup', file('all.tar')),
    call('upgrade', '--backup', file('before.tar')),
    // Elsewhere: a house that begins, one that takes in, one that is put back.
    { ...call('house', 'code'), settings: elsewhere },
    {
      ...call(
        'house',
        'start',
        '--name',
        'Région',
        '--host',
        'region.localhost',
        '--login',
        'first',
        '--first-name',
        'Alix',
        '--last-name',
        'Terval',
        '--email',
        'a@b.example',
      ),
      settings: elsewhere,
    },
    {
      ...call(
        'authority',
        'create',
        '--slug',
        'valmont',
        '--name',
        'Valmont',
        '--kind',
        'municipality',
        '--host',
        'valmont.localhost',
        '--profile',
        'usual',
      ),
      settings: elsewhere,
    },
    {
      ...call('authority', 'delete', 'valmont', '--for-ever', 'valmont', '--because', 'Essai'),
      settings: elsewhere,
    },
    { ...call('authority', 'erase', 'valmont', '--for-ever', 'valmont'), settings: elsewhere },
    { ...call('authority', 'erasures'), settings: elsewhere },
    { ...call('authority', 'import', file('one.tar')), settings: elsewhere },
    {
      ...call('restore', file('all.tar')),
      settings: { DATABASE_URL: given.bare, DATA_DIR: file('restored') },
    },
  ]
}
