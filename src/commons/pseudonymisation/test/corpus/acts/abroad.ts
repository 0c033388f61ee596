import { bornAbroad, inWords } from '../dates.ts'
import { iban, mail, nationalNumber, phone, plate } from '../identifiers.ts'
import { bare, name, people, person } from '../people.ts'
import { mark } from '../marks.ts'
import { livingAbroad } from '../places.ts'
import type { Person } from '../people.ts'
import type { Draft, Scene, Writer } from '../scene.ts'

/** Acts in German (Eupen) and in Dutch. */

const herr = (s: Scene, who: Person) =>
  `${who.woman ? s.pick(['Frau', 'Frau', 'Fr.']) : s.pick(['Herr', 'Herrn', 'Hr.'])} ${bare(s, who)}`
const de = (s: Scene) => inWords(s.int(1, 28), s.int(1, 12), 2026, 'de')

function german(s: Scene, object: string, lines: readonly string[]): Draft {
  const seated = s.house.office.map(
    (who) =>
      s.pick([`${who.first} ${who.last}`, `${who.last.toUpperCase()} ${who.first}`]) +
      `, ${who.role}`,
  )
  return {
    object,
    text: [
      `GEMEINDE WEISENTHAL – AUSZUG AUS DEM PROTOKOLLBUCH`,
      `Sitzung vom ${de(s)}`,
      `Anwesend: ${seated.join('; ')}.`,
      `Gegenstand: ${object}`,
      'DER GEMEINDERAT,',
      ...lines,
      `In Anbetracht dessen, dass die ${s.pick(['SRL Dachdecker Schmitz', 'AG Bauunternehmen Jousten', 'VoG Freunde von Karl Weiss'])} in der ${s.pick(['Kaperberg', 'Bergstraße', 'Pfarrer-Keufgens-Straße'])} ansässig ist (ZDU 0${s.int(400, 799)}.${s.int(100, 999)}.${s.int(100, 999)});`,
      `Auf Vorschlag des Gemeindekollegiums, Auskunft: info@weisenthal.example, Zentrale 087/${s.int(50, 59)} ${s.int(10, 99)} ${s.int(10, 99)};`,
      'BESCHLIESST EINSTIMMIG: dem Antrag wird stattgegeben.',
    ].join('\n'),
  }
}

export const germanHire: Writer = (s) => {
  const [one, away] = [person(s), person(s)]
  return german(s, `Personal – Einstellung von ${herr(s, one)} als Kindergärtner(in)`, [
    `Aufgrund des Gemeindedekrets vom 23. April 2018, insbesondere Artikel 35 und 87;`,
    `Aufgrund der Bewerbung von ${herr(s, one)}, ${bornAbroad(s, one, 'de')}, ${livingAbroad(s, 'de')}, Nationalregisternummer ${nationalNumber(s, one)}, Tel. ${phone(s)};`,
    `In Erwägung, dass ${away.woman ? 'Frau' : 'Herr'} ${mark('person', away.last)} bis zum ${de(s)} in Elternzeit ist und ${one.woman ? 'Frau' : 'Herr'} ${mark('person', one.last)} die Vertretung übernimmt;`,
    `Das Gehalt ${s.pick(['von', 'an'])} ${bare(s, one)} wird auf das Konto ${iban(s)} überwiesen;`,
  ])
}

export const germanPermit: Writer = (s) => {
  const [asks, other] = [person(s), person(s)]
  return german(
    s,
    `Städtebaugenehmigung – Eheleute ${mark('person', `${asks.last}-${other.last}`)}`,
    [
      `Aufgrund des Antrags der Eheleute ${mark('person', `${asks.first} und ${other.first} ${asks.last}-${other.last}`)}, ${livingAbroad(s, 'de')}, auf Errichtung einer Garage an der Parzelle Gemarkung 2, Flur C, Nr. ${s.int(10, 400)}b;`,
      ...people(s, s.int(2, 4)).map(
        (one) =>
          `Aufgrund des Einspruchs von ${herr(s, one)}, ${livingAbroad(s, 'de')}${s.chance(0.5) ? `, E-Mail: ${mail(s, one)}` : ''}, vom ${de(s)};`,
      ),
      `In Erwägung, dass der Architekt ${bare(s, person(s))} am ${de(s)} neue Pläne eingereicht hat; dass die Sankt-Nikolaus-Kirche und die Joseph-Schmitz-Halle unter Schutz stehen;`,
      `Die Kinder ${mark('person', person(s).first)} und ${mark('person', person(s).first)} ${mark('person', asks.last)} sind Miteigentümer;`,
    ],
  )
}

export const germanTraffic: Writer = (s) => {
  const [one, two] = [person(s), person(s)]
  return german(
    s,
    `Parkausweise und Behindertenparkplatz – Antrag ${s.pick(['von', 'des Herrn', 'der Familie'])} ${mark('person', one.last)}`,
    [
      `Aufgrund des Antrags von ${herr(s, one)}, ${bornAbroad(s, one, 'de')}, ${livingAbroad(s, 'de')}, Kennzeichen ${plate(s)};`,
      `Aufgrund der Stellungnahme von Polizeiinspektor ${bare(s, two)}, erreichbar unter ${phone(s)}, vom ${de(s)};`,
      `In Erwägung, dass die verwitwete ${mark('person', `${person(s, { woman: true }).first} ${two.last}`)}, geborene ${mark('person', person(s).last)}, denselben Stellplatz nutzt (${plate(s)});`,
      `In Erwägung, dass die Haas-Straße und der Sankt-Martins-Zug am Montag, dem ${de(s)}, gesperrt sind;`,
    ],
  )
}

const nl = (s: Scene) => inWords(s.int(1, 28), s.int(1, 12), 2026, 'nl')
const heer = (s: Scene, who: Person) =>
  `${who.woman ? s.pick(['mevrouw', 'mevr.', 'Mevrouw']) : s.pick(['de heer', 'dhr.', 'De heer'])} ${bare(s, who)}`

function dutch(s: Scene, object: string, lines: readonly string[]): Draft {
  const seated = s.house.office.map((who) => `${who.first} ${who.last}, ${who.role}`)
  const firm = name(s)
  return {
    object,
    text: [
      `GEMEENTE EIKENVOORT`,
      `Zitting van ${nl(s)}`,
      `Aanwezig: ${seated.join('; ')}.`,
      `Onderwerp: ${object}`,
      'Het college van burgemeester en schepenen,',
      ...lines,
      `Overwegende dat BV Schrijnwerkerij ${firm.last} (ondernemingsnummer 0${s.int(400, 799)}.${s.int(100, 999)}.${s.int(100, 999)}) de werken in de Pastoor Jansenlaan uitvoert;`,
      `Inlichtingen: onthaal 04/${s.int(310, 390)}.${s.int(10, 99)}.${s.int(10, 99)}, omgeving@eikenvoort.example;`,
      'BESLUIT: Enig artikel. Gunstig advies.',
    ].join('\n'),
  }
}

export const dutchPermit: Writer = (s) => {
  const one = person(s)
  return dutch(s, `Omgevingsvergunning – ${heer(s, one)}`, [
    `Gelet op de aanvraag van ${heer(s, one)}, ${bornAbroad(s, one, 'nl')}, ${livingAbroad(s, 'nl')}, voor het rooien van een eik op perceel sectie A nr. ${s.int(10, 900)}${s.pick(['b', 'c'])};`,
    ...people(s, s.int(2, 4)).map(
      (who) =>
        `Gelet op het bezwaarschrift van ${heer(s, who)}, ${livingAbroad(s, 'nl')}, tel. ${phone(s)};`,
    ),
    `Overwegende dat ${one.woman ? 'mevrouw' : 'de heer'} ${mark('person', one.last)} per e-mail (${mail(s, one)}) op ${nl(s)} heeft geantwoord;`,
  ])
}

export const dutchGrave: Writer = (s) => {
  const [one, dead] = [person(s), person(s, { ages: [80, 99] })]
  return dutch(
    s,
    `Begraafplaats Sint-Pieter – concessie familie ${mark('person', `${one.last}-${dead.last}`)}`,
    [
      `Gelet op de aanvraag van ${heer(s, one)}, rijksregisternummer ${nationalNumber(s, one)}, ${livingAbroad(s, 'nl')};`,
      `Overwegende dat wijlen ${bare(s, dead)}, ${bornAbroad(s, dead, 'nl')} en overleden op ${nl(s)}, weduwe van ${mark('person', person(s).last)}, er begraven wordt;`,
      `Overwegende dat de terugbetaling gebeurt op rekening ${iban(s)} op naam van ${bare(s, one)};`,
    ],
  )
}
