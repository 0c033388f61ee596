import { t } from '#kernel/i18n'
import {
  Button,
  Checkbox,
  Count,
  Dialog,
  DialogButton,
  type Errors,
  Form,
  FormActions,
  Menu,
  Note,
  PostButton,
  TextField,
  type Values,
} from '#kernel/ui'
import { fitting } from './fitting.ts'
import { type Kept, keptOf, normalisedQuery, unsorted } from './view.ts'

/** A view of a list: one that every house has, or one that somebody saved. */
export interface ListView {
  label: string
  query: string
  /** How many rows it shows. */
  count?: number | string | undefined
  /** By which the one who acts may remove it. */
  removal?: { id: string; name: string } | undefined
  /** Saved under this id, and the list does not understand its query any more. */
  lapsed?: string | undefined
}

interface ListViews {
  /** Those that every house has first; queries are normalised. */
  views: ListView[]
  /** The columns that the one who acts chose, by the query of the view. */
  columns: Kept['columns']
}

/** What a list shows, and the columns chosen for each view. One query. */
export async function listViews(list: string, builtIn: readonly ListView[]): Promise<ListViews> {
  const { saved, columns } = await keptOf(list)
  const isFitting = fitting(list)
  const views = [
    ...builtIn.map((view) => ({ ...view, query: normalisedQuery(view.query) })),
    ...(await Promise.all(
      saved.map(async ({ id, name, query, removable }): Promise<ListView> => {
        const lapsed = (await isFitting(query)) ? undefined : id
        return {
          label: lapsed ? t('views.lapsed', { name }) : name,
          query: lapsed ? new URLSearchParams({ lapsed }).toString() : query,
          removal: removable ? { id, name } : undefined,
          lapsed,
        }
      }),
    )),
  ]
  return { views, columns }
}

/** The view that shows what the address asks; in another order, it still is the one. */
export function isShown(views: readonly ListView[], query: string): ListView | undefined {
  const now = normalisedQuery(query)
  return (
    views.find((view) => view.query === now) ??
    views.find((view) => unsorted(view.query) === unsorted(now))
  )
}

export interface ViewMenuProps {
  /** The name of the list: `deliberations.items`. */
  list: string
  /** Its address without query. */
  path: string
  /** The filters that are set now. */
  query: string
  views: readonly ListView[]
}

/** The views of a list behind the one that is shown; at their end one saves the filters that are set, or removes a view. */
export function ViewMenu({ list, path, query, views }: ViewMenuProps) {
  const now = normalisedQuery(query)
  const current = isShown(views, query)
  const removal = current?.removal
  const saved = current?.lapsed ? '' : now
  const called = current ? [current.label, current.count].join(' ').trim() : t('views.unsaved')
  return (
    <>
      <nav class="views" aria-label={t('views.title')}>
        <Menu label={t('views.shown', { view: called })} icon="bookmark" small>
          {views.map((view) => (
            <a
              href={addressOf(path, view.query)}
              aria-current={view === current ? 'page' : undefined}
            >
              {view.label} <Count value={view.count} />
            </a>
          ))}
          {removal && (
            <PostButton
              action={`/views/${removal.id}/removal`}
              fields={{ back: path }}
              confirm={t('views.remove_sure', { name: removal.name })}
              tone="quiet"
              icon="trash-2"
            >
              {t('views.remove')}
            </PostButton>
          )}
          <DialogButton opens="save-view" tone="quiet" icon="save">
            {t('views.save')}
          </DialogButton>
          {/* Where no script opens the dialog it would stand open in the middle of the filters. */}
          <details class="without-scripts">
            <summary>{t('views.save')}</summary>
            <SaveViewForm id="view-here" list={list} query={saved} back={addressOf(path, saved)} />
          </details>
        </Menu>
      </nav>
      <Dialog id="save-view" title={t('views.save')} scripted>
        <SaveViewForm id="view" list={list} query={saved} back={addressOf(path, saved)} />
      </Dialog>
    </>
  )
}

/** Said of a view that its list does not understand any more. */
export function LapsedView({ query, views }: Pick<ViewMenuProps, 'query' | 'views'>) {
  return isShown(views, query)?.lapsed ? <Note tone="warn">{t('views.lapsed_why')}</Note> : null
}

const addressOf = (path: string, query: string) => (query ? `${path}?${query}` : path)

interface SaveViewFormProps {
  id?: string
  list: string
  query: string
  back: string
  errors?: Errors
  values?: Values
}

/** Asks under what name the filters are saved, and whether for oneself only. */
export function SaveViewForm({ id, list, query, back, errors, values }: SaveViewFormProps) {
  return (
    <Form action="/views" id={id} errors={errors} values={values}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="back" value={back} />
      <TextField name="name" label={t('views.name')} maxlength={80} required />
      <Checkbox name="shared" label={t('views.share')} help={t('views.share_help')} />
      <FormActions>
        <Button tone="primary" icon="save">
          {t('views.keep')}
        </Button>
      </FormActions>
    </Form>
  )
}
