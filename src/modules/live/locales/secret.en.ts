import type { secretFr } from './secret.fr.ts'

export const secretEn = {
  'secret.open': 'Open the secret ballot on the screens',
  'secret.no_scripts':
    'Without scripts, or without an encrypted connection, this device can neither open nor count a secret ballot: it is held on paper.',
  'secret.no_scripts_member':
    'This device cannot vote in secret: it needs a browser with scripts and an encrypted connection. Vote on paper, or on another device.',
  'secret.by_scripts':
    'A secret ballot is opened on a device that keeps the key of the box: open it from the screen of the sitting, or hold it on paper.',
  'secret.named': 'This vote is by name: it is not given sealed.',
  'secret.not_named': 'This vote is secret: it is given without a name, and counted.',
  'secret.title': 'Your secret ballot',
  'secret.preparing': 'Your device is preparing your paper…',
  'secret.help':
    'Your choice is sealed on this device and sent without your name. Once cast, it cannot be changed.',
  'secret.send': 'Put into the box',
  'secret.sure': 'You vote: {choice}. Once in the box, this ballot cannot be changed.',
  'secret.back': 'Change',
  'secret.choose_first': 'Choose first.',
  'secret.blank': 'Blank paper',
  'secret.most': '{most, plural, one {One choice.} other {Up to # choices.}}',
  'secret.done':
    'Your ballot is in the box. Its number: {number}. Note it to find it after the count.',
  'secret.failed':
    'Your ballot could not be cast: {why} Try again, or tell whoever keeps the minutes.',
  'secret.retry': 'Try again',
  'secret.given_before':
    'A paper was given to you on another device: vote there, or tell whoever keeps the minutes that it is lost.',
  'secret.closed':
    'This secret vote is closed. If your ballot was in the box, its number is in the list of those that were counted.',
  'secret.too_often': 'This ballot comes too often. Try again in a few seconds.',
  'secret.no_paper': 'This paper was not given for this vote.',
  'secret.cast_before': 'This paper is in the box already.',
  'secret.none_given': 'No paper is given to this member.',
  'secret.wrong_key':
    'This key does not open this box: it is on the device that opened the ballot.',
  'secret.missing':
    '{count, plural, one {One paper given is} other {# papers given are}} not in the box: wait, or note who cannot cast theirs.',
  'secret.too_many':
    'The box holds {count, plural, one {one ballot} other {# ballots}} too many, for {lost, plural, one {one paper noted lost} other {# papers noted lost}}: this ballot cannot be counted. Drop it and start again.',
  'secret.forged':
    'A ballot in the box was changed: this ballot cannot be counted. Drop it and tell whoever administers the platform.',
  'secret.one_by_hand':
    'A single paper would tell whose it is: let this member vote on another device, or start again on paper.',
  'secret.alone':
    '{who} has no paper on a device. One paper alone, in an urn of its own, would tell what it says: let them sign in on another device, that of a member who has voted for instance, and vote there; or drop this vote and hold it on paper, for all.',
  'secret.one_in_box':
    'A single ballot in the box of the devices would tell whose it is: drop this vote and start again on paper.',
  'secret.progress':
    '{cast, plural, =0 {No ballot} one {# ballot} other {# ballots}} in the box, {given, plural, =0 {none given} one {# given} other {# given}}',
  'secret.who': 'Papers given',
  'secret.given': 'given',
  'secret.not_given': 'not yet',
  'secret.mark':
    'Fingerprint of this ballot: {mark}. It is the same on all screens; if yours differs, do not vote.',
  'secret.has_paper':
    'A secret ballot paper was given to them for item {number}: note that they leave before a later item, or first that this paper will not come back.',
  'secret.lost': 'A paper cannot be cast',
  'secret.lost_help':
    'The device broke down, or the person left. Their name is noted; they may take another paper on another device, or vote on paper.',
  'secret.lost_save': 'Note that this paper will not come back',
  'secret.lost_noted': 'It is noted.',
  'secret.count': 'Count',
  'secret.count_help':
    'The box opens with the key kept by the device that opened the ballot. Papers voted by hand are added here.',
  'secret.key': 'Key of the box',
  'secret.key_help':
    'This device fills it in if it opened the ballot. Keep a copy until the count.',
  'secret.papers': 'Valid papers by hand',
  'secret.by_hand': '{answer}, on paper',
  'secret.by_hand_blank': 'Blank, on paper',
  'secret.by_hand_invalid': 'Void, on paper',
  'secret.counted': 'The ballot is counted and recorded.',
  'secret.stands':
    'This ballot was counted with the box of the devices: it is not counted again. Take it back first, then vote anew.',
  'secret.numbers': 'Ballots counted',
  'secret.numbers_help':
    'Look for the number of your paper: it is counted if it is in this list. The list does not say what anybody voted.',
  'secret.yours': 'The number of your paper, {number}, is in the list.',
} satisfies Record<keyof typeof secretFr, string>
