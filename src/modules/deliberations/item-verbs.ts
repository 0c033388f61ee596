import { annexVerbs } from '#commons/annexes'

/** What happens to a point besides the steps of its workflow: the ends of the names of its events. */
export const itemVerbs = [
  ...(['call', 'candidates', 'come_back', 'document', 'drop_vote', 'edit', 'import'] as const),
  ...(['join', 'lose_paper', 'motion', 'move', 'open_vote', 'remark', 'round', 'send'] as const),
  ...(['take_back', 'uncall', 'unmotion', 'urgency', 'vote', 'unvote'] as const),
  ...(['births', 'take_over', 'release', 'wish', 'unwish'] as const),
  ...(['emergency_ask', 'emergency_withdraw', 'emergency_accept', 'emergency_refuse'] as const),
  ...(['explain', 'unexplain', 'label', 'unlabel', 'link', 'note'] as const),
  ...(['share', 'unlink', 'unshare', 'withhold', 'mask_file'] as const),
  ...(['review', 'confirm_review'] as const),
  ...(['completeness_complete', 'completeness_incomplete', 'completeness_ask'] as const),
  ...annexVerbs,
] as const
