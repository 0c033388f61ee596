import pg from 'pg'
import type { EmbeddedDatabase } from '#kernel/db'
import { openAuthority } from '#commons/trades'
import { stand } from './acts.ts'

/** As many as one intercommunale serves. */
const authorities = 387
/** Points of a meeting. */
const each = 20

/**
 * Published points of all authorities, where they are not there yet: rows as the product writes them, but for their hashes, which
 * bind nothing here. Returns the pages of 200 000 of them at most, in no order.
 */
export async function seedPortal(
  { superuserUrl }: EmbeddedDatabase,
  url: string,
  points: number,
): Promise<{ host: string; path: string }[]> {
  const name = `portal_${points}`
  const known = await asked(superuserUrl, 'select 1 from pg_database where datname = $1', [name])
  const own = superuserUrl.replace(/\/[^/]*$/, `/${name}`)
  if (known.length === 0) {
    console.log(`Seeding ${points} points, once`)
    const unfinished = `${name}_unfinished`
    await asked(superuserUrl, `drop database if exists ${unfinished}`)
    await asked(superuserUrl, `create database ${unfinished} owner beffroi`)
    await openAll(url.replace(name, unfinished))
    await fill(own.replace(name, unfinished), Math.ceil(points / authorities))
    await asked(superuserUrl, `alter database ${unfinished} rename to ${name}`)
  }
  const rows = await asked<{ authority: string; slug: string }>(
    own,
    'select authority, slug from publications.entry order by hash limit 200000',
  )
  return rows.map(({ authority, slug }) => ({
    host: `${authority}.localhost`,
    path: `/decisions/${slug}`,
  }))
}

async function openAll(url: string): Promise<void> {
  const { database, house, close } = await stand(url)
  try {
    for (let number = 1; number <= authorities; number++) {
      const [slug, name] = [`town-${number}`, `Commune ${number}`]
      await openAuthority(database, house, {
        ...{ slug, name, shortName: name, kind: 'municipality' },
        ...{ address: [], hue: number % 360, arms: '', hosts: [`${slug}.localhost`] },
      })
    }
  } finally {
    await close()
  }
}

async function fill(url: string, of: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(rows(of))
    await client.query('vacuum (freeze, analyze)')
  } finally {
    await client.end()
  }
}

async function asked<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

const list = (words: string) =>
  `array[${words
    .split(' ')
    .map((one) => `'${one}'`)
    .join(', ')}]`
const what = list(
  'voirie marché subside taxe école budget terrain cimetière crèche éclairage égout bâtiment déchets personnel sport culture',
)
const deeds = list(
  'Approbation Fixation Désignation Attribution Règlement Convention Octroi Ratification',
)
const places = list('Moulin Église Beffroi Tilleuls Gare Fontaine Château Prairie Carrière Étang')

/** Points of a council, twenty a meeting, of every authority. */
const rows = (of: number) => `
create temporary table made as
  select t.id as tenant_id, t.slug as authority, t.short_name, n, n / ${each} as m,
    encode(sha256(convert_to(t.slug || n, 'utf8')), 'hex') as hash,
    (${deeds})[1 + n % 8] as deed, (${what})[1 + (n * 7 + n / 16) % 16] as what, (${places})[1 + (n * 3) % 10] as place,
    date '2026-06-25' - (n / ${each}) * 28 as day
  from kernel.tenant t, generate_series(0, ${of - 1}) n;
create temporary table words as select *,
  deed || ' : ' || what || ', rue de la ' || place || ' ' || n as title,
  'Considérant que la situation de la rue de la ' || place || ' demande que le conseil se prononce sur le dossier ' || what || ' n° ' || n
    || ' ; vu l''avis du service, vu le budget de l''exercice et les crédits inscrits ; considérant le rapport du collège du ' || day as motivation,
  'Article 1er. D''approuver ' || lower(deed) || ' relative à ' || what || ' rue de la ' || place || '. Article 2. De charger le collège de l''exécution.' as decision
  from made;
insert into commons.publication (tenant_id, id, subject_id, publisher, slug, number, title, content, hash, previous_hash, published_at, place)
  select tenant_id, gen_random_uuid(), gen_random_uuid(), 'publications.point', 'p-' || left(hash, 20), 1, title,
    jsonb_build_object('stage', 'decision', 'whole', true, 'organ', jsonb_build_object('name', 'Conseil communal', 'kind', 'council'),
      'meeting', 'm-' || m, 'starts_at', day || 'T18:00:00Z', 'number', (n % ${each} + 1)::text, 'reference', '2026/' || n, 'subject', what,
      'in_charge', '[]'::jsonb, 'places', jsonb_build_array('rue de la ' || place), 'outcome', 'accepted', 'organ_speaks', 'LE CONSEIL COMMUNAL,',
      'motivation', '<p>' || replace(motivation, ' ; ', ' ;</p><p>') || '</p>', 'sentences', '[]'::jsonb, 'verb', 'ARRÊTE',
      'decision', '<p>' || replace(decision, 'Article 2', '</p><p>Article 2') || '</p>',
      'votes', jsonb_build_array(jsonb_build_object('about', null, 'secret', false, 'yes', 12, 'no', n % 9, 'abstain', 2, 'blank', 0, 'invalid', 0,
        'adopted', true, 'article', 'CDLD L1122-26', 'voters', '[]'::jsonb)), 'annexes', '[]'::jsonb),
    hash, lag(hash) over (partition by tenant_id order by n), day + 1, n + 1
  from words;
insert into commons.publication (tenant_id, id, subject_id, publisher, slug, number, title, content, hash, previous_hash, published_at, place)
  select tenant_id, gen_random_uuid(), gen_random_uuid(), 'publications.meeting', 'm-' || m, 1, 'Conseil communal du ' || min(day),
    jsonb_build_object('organ', jsonb_build_object('name', 'Conseil communal', 'kind', 'council'), 'starts_at', min(day) || 'T18:00:00Z',
      'place', 'Maison communale', 'state', 'held', 'points', jsonb_agg(jsonb_build_object('number', (n % ${each} + 1)::text, 'title', title,
        'slug', 'p-' || left(hash, 20), 'stage', 'decision', 'outcome', 'accepted', 'withheld', null) order by n)),
    encode(sha256(convert_to('m' || min(authority) || m, 'utf8')), 'hex'), encode(sha256(convert_to('b' || min(authority) || m, 'utf8')), 'hex'),
    min(day) + 1, 10000000 + m
  from words group by tenant_id, m;
insert into publications.entry (tenant_id, slug, authority, hash, stage, title, organ, organ_kind, day, number, subject, people, places, body,
    words, published_at)
  select tenant_id, 'p-' || left(hash, 20), authority, hash, 'decision', title, 'Conseil communal', 'council', day, (n % ${each} + 1)::text, what,
    '{}', array['rue de la ' || place], motivation || E'\n' || decision,
    kernel.found_under(title, 'rue de la ' || place, motivation || E'\n' || decision), day + 1
  from words;`
