import { may, permission } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { type Attempt, type Call, form, type PageRoutes, wantsAll } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  List,
  Note,
  PostButton,
  Stack,
  TextField,
  WithSide,
} from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { documentsOf, onTheirWay } from '#commons/documents'
import { load, pathOf } from '#commons/dossiers'
import { RestrictedNote } from '#commons/holdings'
import {
  DocumentCard,
  documentRoute,
  FactsCard,
  RecordButtons,
  RecordSide,
} from '#commons/registers'
import { DossierHead, type PlainSteps, stepRoute } from '#commons/workflow'
import { partyFields, type PartyColumns } from './fields.tsx'
import { nationalInWords } from '#kernel/identifiers'
import { called, inWords, partiesBy, PartyLink, partyPath, proposed } from './known.tsx'
import { CalledParty } from './naming.tsx'
import { merge, parties, partyRecord, readNumber, readsNumbers } from './party.ts'
import { mergedInto, naming } from './traces.ts'

const at = '/contacts'
const [reads, writes, edits, steps] = [
  permission('parties.read'),
  permission('parties.write'),
  permission('parties.edit'),
  permission('parties.step'),
]

/** Adds the page of one party, with its number, what names it, and with whom it was found to be one. */
export function partyPages(pages: PageRoutes, made: PlainSteps<PartyColumns, string>): void {
  const one = `${at}/:id`

  async function show(c: Call, attempt?: Attempt): Promise<Response> {
    const party = await load(c, parties)
    const documents = await documentsOf(party.id)
    const mayEdit = partyRecord.mayEdit(party)
    const [into] = await partiesBy(party.merged_into ? [party.merged_into] : [])
    const [others, named] = [await mergedInto(party.id), await naming(party.id)]
    return page(
      c,
      {
        title: party.title,
        status: attempt ? 422 : 200,
        pending: !attempt && onTheirWay(documents),
      },
      <>
        <DossierHead
          dossier={party}
          steps={made}
          before={
            <>
              <RecordButtons dossier={party} edits={mayEdit} copies={may(writes)} />
              {mayEdit && (
                <ButtonLink href={`${partyPath(party.id)}/merge`} icon="link">
                  {t('parties.merge')}
                </ButtonLink>
              )}
            </>
          }
        />
        <WithSide
          side={<RecordSide dossier={party} fields={partyFields} all={wantsAll(c, 'history')} />}
        >
          <RestrictedNote id={party.id} />
          {into && (
            <Note tone="info" title={t('parties.merged_into')}>
              <PartyLink of={into} />
            </Note>
          )}
          {others.length > 0 && (
            <Note title={t('parties.took_in')}>
              {others.map((other, index) => [index > 0 && ', ', <PartyLink of={other} />])}
            </Note>
          )}
          <FactsCard dossier={party} fields={partyFields} />
          {party.national_number && may(readsNumbers) && (
            <PostButton action={`${partyPath(party.id)}/number`} icon="eye">
              {t('parties.read_number')}
            </PostButton>
          )}
          {named.length > 0 && (
            <Card title={t('parties.named_by')} flush>
              <List
                label={t('parties.named_by')}
                items={named.map(({ kind, id, title, reference }) => ({
                  title,
                  href: pathOf(kind, id),
                  why: reference,
                }))}
              />
            </Card>
          )}
          <AnnexCard
            annexes={await annexesOf(party.id)}
            action={mayEdit ? `${partyPath(party.id)}/annexes` : undefined}
          />
          <DocumentCard dossier={party} made={documents} />
        </WithSide>
      </>,
    )
  }

  pages.get(one, reads, (c) => show(c))
  documentRoute(pages, one, parties, reads)
  stepRoute(pages, one, steps, made, { again: show, away: '/parties/contacts' })
  annexRoutes(pages, one, parties, edits, partyRecord.mayEdit)
  pages.post(`${one}/number`, readsNumbers, async (c) => {
    const party = await load(c, parties)
    const number = nationalInWords(await readNumber(party))
    const title = t('parties.national_number')
    return page(
      c,
      { title },
      <>
        <Breadcrumbs
          trail={[{ label: party.title, href: partyPath(party.id) }, { label: title }]}
        />
        <Head title={number} facts={t('parties.reading_kept')} />
      </>,
    )
  })

  async function mergePage(c: Call, attempt?: Attempt): Promise<Response> {
    const party = await load(c, parties)
    const title = t('parties.merge')
    const others = (await proposed()).filter(({ id }) => id !== party.id)
    return page(
      c,
      { title, status: attempt ? 422 : 200 },
      <>
        <Breadcrumbs
          trail={[{ label: party.title, href: partyPath(party.id) }, { label: title }]}
        />
        <Head title={title} facts={t('parties.merge_lead', { name: party.title })} />
        <Form
          action={`${partyPath(party.id)}/merge`}
          errors={attempt?.errors ?? {}}
          values={typed(attempt)}
        >
          <Stack>
            <TextField
              name="into"
              label={t('parties.merge_into')}
              help={t('parties.merge_into_help')}
              suggestions={others.map(inWords)}
              autocomplete="off"
              maxlength={700}
              required
            />
          </Stack>
          <FormActions>
            <Button tone="primary" icon="check">
              {t('parties.merge_now')}
            </Button>
            <ButtonLink href={partyPath(party.id)}>{t('records.back')}</ButtonLink>
          </FormActions>
        </Form>
      </>,
    )
  }

  pages.get(`${one}/merge`, edits, (c) => mergePage(c))
  pages.post(`${one}/merge`, edits, form(CalledParty, mergePage), async (c, { into }) => {
    const party = await load(c, parties)
    const found = (await called(into)).filter(({ id }) => id !== party.id)
    const [other, second] = found
    if (!other) throw Invalid.field('into', 'parties.nobody_called', { name: into })
    if (second) throw Invalid.field('into', 'parties.several_called', { name: into })
    await merge(party, other.id)
    return redirect(c, partyPath(other.id), {
      key: 'parties.merged',
      params: { name: party.title },
    })
  })
}
