import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'task.decide': 'Een instelling bepalen',
  'task.decide.steps':
    'Zoek met een woord: wat elders bepaald wordt, staat er ook.\nElke beslissing blijft leesbaar en kan naar de standaard terug.',
  title: 'Instellingen',
  lead: 'Wat uw bestuur voor zichzelf beslist, domein per domein: wat standaard geldt, wat beslist werd, door wie en wanneer.',
  none: 'Niets van wat hier beslist wordt, gaat daarover.',
  save: 'Opslaan',
  saved: 'De instellingen zijn opgeslagen.',
  initial: 'Standaard: {value}.',
  nothing: 'niets',
  decided: 'Beslist door {name}, {when}.',
  past: 'Wie wat beslist heeft',
  changed: 'heeft beslist, “{what}”: {value} (voordien: {before})',
  overtaken:
    '{name} heeft deze instellingen intussen gewijzigd: kijk na wat volgt voordat u opnieuw opslaat.',
  shared: 'Gemeenschappelijk aan alle domeinen',
  speak_of: 'Wat gaat over',
  words: 'Gezochte woorden',
  search: 'Zoeken',
  elsewhere: 'Wat op een eigen pagina beslist wordt',
  taken_back: 'heeft “{what}” teruggezet op de standaard: {value} (voordien: {before})',
  take_back: '“{what}” terugzetten op de standaard',
  back_to_default: 'Voor “{what}” geldt opnieuw de standaard.',
  not_decided: 'Voor “{what}” geldt de standaard al.',
  'is.default': 'standaard',
  'is.decided': 'hier beslist',
  'is.inherited': 'overgenomen',
  inherited: 'Leeg geldt “{value}”: {from}.',
  'permission.decide': 'Over de instellingen beslissen',
}
