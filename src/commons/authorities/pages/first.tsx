import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { whence } from '#kernel/audit'
import type { Database } from '#kernel/db'
import { type FieldErrors, Invalid, TooMany } from '#kernel/errors'
import { validated } from '#kernel/http'
import { t } from '#kernel/i18n'
import { isOperated } from '#kernel/tenancy'
import { Button, Form, FormActions, FormSection, Head, PlainShell, TextField } from '#kernel/ui'
import { preferencesOf } from '#kernel/pages'
import type { z } from 'zod'
import { StartFields } from '../schema.ts'
import { startHouse } from '../starting.ts'
import { WhoInputs } from './identity.tsx'

const path = '/start'
const small = bodyLimit({ maxSize: 20_000 })

/**
 * The page that begins (premier démarrage): at a host name of no authority, as long as nobody runs the house. Whoever has
 * the code of the server opens the authority that does. Nothing where somebody runs it.
 */
export function firstPage(database: Database) {
  let started = false
  return async (c: Context): Promise<Response | undefined> => {
    started ||= await isOperated(database)
    if (started || c.req.path.startsWith('/api/')) return undefined
    if (c.req.path !== path) return c.redirect(path, 303)
    if (c.req.method !== 'POST') return shown(c, { code: c.req.query('code') ?? '' })
    const values = await sentIn(c)
    try {
      const said = validated(StartFields, values) as z.output<typeof StartFields> // By the schema.
      const { link } = await oneByOne(() => startHouse(database, said))
      return c.redirect(link.href, 303)
    } catch (problem) {
      if (problem instanceof Invalid) return shown(c, values, problem.fields)
      throw problem
    }
  }
}

let trying = 0
/** A code is of 120 bits and none can be guessed; to try is not to hold the owner’s few connections. */
async function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  if (trying >= 2) throw new TooMany('authorities.start_busy')
  trying += 1
  try {
    return await work()
  } finally {
    trying -= 1
  }
}

async function sentIn(c: Context): Promise<Record<string, string>> {
  let values: Record<string, unknown> = {}
  await small(c, async () => {
    values = await c.req.parseBody()
  })
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

async function shown(
  c: Context,
  values: Record<string, string>,
  errors: FieldErrors = {},
): Promise<Response> {
  const title = t('authorities.start')
  const here = URL.parse(whence().origin ?? '')?.hostname ?? ''
  return c.html(
    await (
      <PlainShell
        kind="narrow"
        title={title}
        authority={{ name: 'Beffroi' }}
        preferences={preferencesOf(c)}
        path={path}
      >
        <Head title={title} facts={t('authorities.start_lead')} />
        <Form action={path} errors={errors} values={{ host: here, ...values }} unkept>
          <TextField
            name="code"
            label={t('authorities.code')}
            help={t('authorities.code_help')}
            maxlength={60}
            required
          />
          <FormSection title={t('authorities.house')} help={t('authorities.house_help')}>
            <TextField
              name="name"
              label={t('authorities.house_name')}
              help={t('authorities.house_name_help')}
              maxlength={200}
              required
            />
            <TextField
              name="host"
              label={t('authorities.house_host')}
              help={t('authorities.house_host_help')}
              maxlength={253}
              required
            />
          </FormSection>
          <FormSection title={t('authorities.you')} help={t('authorities.you_help')}>
            <WhoInputs />
          </FormSection>
          <FormActions>
            <Button tone="primary" icon="arrow-right">
              {t('authorities.start_now')}
            </Button>
          </FormActions>
        </Form>
      </PlainShell>
    ),
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
