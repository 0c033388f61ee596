import type { lookingFr } from './looking-fr.ts'

export const lookingEn: typeof lookingFr = {
  'permission.look': 'Say that the words found in a text may be public',
  'posting.done.look': 'read the words found in the text: they may be public',
  look: 'Personal data',
  'look.lead':
    'These words say who somebody is. Mask them in the text, or say that they may be public: nothing is published before.',
  'look.needed':
    'Words of the text say who somebody is: mask them, or somebody who publishes says on the page of the text, under “Personal data”, that they may be public.',
  'look.too_long':
    'The text is too long to be searched for personal data: somebody who publishes reads it, then says on the page of the text, under “Personal data”, that its words may be public.',
  'look.say': 'I have read these words: they may be public',
  'look.said': 'Noted: these words may be public.',
  'look.done': '{by} read these words on {at}: they may be public.',
  'look.moved': 'The text is no longer the one that you read: read the words found in it again.',
  'look.for_others': 'Only somebody who publishes says so.',
  kept_back:
    'This decision is withheld from publication: its words do not become a published text. Stop withholding it first, if it may be public.',
  other_words: 'This text is not that of the decision: check it before you publish it. Decision:',
  notice_replaces: 'A notice neither replaces nor changes a regulation or an order.',
  replaces_mutually: 'Two texts do not replace one another: that one already replaces this text.',
  held: 'Personal data found in texts to be published',
  'held.purpose':
    'To decide, text by text, which data of persons may be public before publication.',
  'held.law': 'GDPR, art. 5 and 25',
  'held.because': 'It explains why the text was published as it is; it goes with the text.',
  'held.personal': 'Names, addresses and numbers that stand in texts, and who read them.',
}
