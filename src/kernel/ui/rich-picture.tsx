import { t } from '#kernel/i18n'
import { picture } from '#kernel/textparts'
import { Button } from './button.tsx'

const types = 'image/png,image/jpeg,image/gif,image/webp'

/** Asks for a picture and its words, or for other words of the one that is chosen; no form of its own, since it stands inside one. */
export function PicturePanel({ id }: { id: string }) {
  return (
    <div
      class="rich-picture"
      data-picture
      data-which={t('ui.rich.picture_which')}
      data-describe={t('ui.rich.picture_describe')}
      data-failed={t('ui.rich.picture_failed')}
      hidden
    >
      <div data-picture-new>
        <label for={`${id}-picture`}>{t('ui.rich.picture_file')}</label>
        <input id={`${id}-picture`} type="file" accept={types} />
      </div>
      <div>
        <label for={`${id}-picture-alt`}>{t('ui.rich.picture_alt')}</label>
        <p id={`${id}-picture-help`} class="help">
          {t('ui.rich.picture_alt_help')}
        </p>
        <input
          id={`${id}-picture-alt`}
          type="text"
          maxlength={picture.longestAlt}
          aria-describedby={`${id}-picture-help`}
          data-picture-alt
        />
      </div>
      <label>
        <input type="checkbox" data-picture-decorative />
        {t('ui.rich.picture_decorative')}
      </label>
      <label>
        <input type="checkbox" data-picture-masked />
        {t('ui.rich.picture_masked')}
      </label>
      <output data-picture-says class="error" />
      <div class="rich-picture-acts">
        <button type="button" class="button small" data-picture-insert>
          {t('ui.rich.picture_insert')}
        </button>
        <button type="button" class="button small" data-picture-apply>
          {t('ui.rich.picture_apply')}
        </button>
        <button type="button" class="button small quiet" data-picture-remove>
          {t('ui.rich.picture_remove')}
        </button>
      </div>
    </div>
  )
}

/** The same for those whose browser runs no scripts: the form goes to the drafts, and comes back with the picture. */
export function PictureByForm({ id, name }: { id: string; name: string }) {
  return (
    <noscript>
      <details class="picture-by-form">
        <summary>{t('ui.rich.picture_without_scripts')}</summary>
        <p>
          <label for={`${id}-by-form`}>{t('ui.rich.picture_file')}</label>
          <input id={`${id}-by-form`} type="file" name="form_picture" accept={types} />
        </p>
        <p>
          <label for={`${id}-by-form-alt`}>{t('ui.rich.picture_alt')}</label>
          <input
            id={`${id}-by-form-alt`}
            type="text"
            name={`form_picture_alt.${name}`}
            maxlength={picture.longestAlt}
          />
        </p>
        <p>
          <label>
            <input type="checkbox" name={`form_picture_decorative.${name}`} />
            {t('ui.rich.picture_decorative')}
          </label>
        </p>
        <Button
          small
          icon="image"
          formaction="/drafts/picture"
          formenctype="multipart/form-data"
          name="form_picture_of"
          value={name}
        >
          {t('ui.rich.picture_insert')}
        </Button>
      </details>
    </noscript>
  )
}
