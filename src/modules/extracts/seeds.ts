import { writeInUse } from '#commons/stationery'
import { items } from '#modules/deliberations'

/** A letter by which a fictional authority tells what was decided, and the signatures that it ends with. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  await writeInUse({
    ...{ title: 'Signatures', about: '', condition: '', document_title: '', head: '', foot: '' },
    body: '<p>{% for signatory in signatories %}</p><p>{{ signatory.mention }}<br>{{ signatory.role }}<br><strong>{{ signatory.name }}</strong></p><p>{% endfor %}</p>',
  })
  await writeInUse({
    ...{ title: 'Notification d’une décision', about: items.name, condition: 'meeting.day' },
    document_title: 'Notification : {{ title }}',
    head: '{{ authority.name }}, {{ reference }}',
    foot: 'Toute réponse rappelle la référence {{ reference }}.',
    body: '<p>À qui de droit,</p><p>En sa séance du {{ meeting.day }}, le {{ meeting.organ }} a traité le point suivant : <strong>{{ title }}</strong>.</p><p>{% if vote %}</p><p>{{ vote }}</p><p>{{ decision }}</p><p>{% else %}</p><p>Aucune décision n’est encore prise.</p><p>{% endif %}</p><p>Nous vous prions d’agréer l’assurance de notre considération.</p><p>{% include "Signatures" %}</p>',
  })
}
