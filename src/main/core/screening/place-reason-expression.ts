/** Why a rule put a conversation where it is. @param state the alias of its row in conversation_state */
export function placeReasonSql(state: string): string {
  return `CASE WHEN ${state}.place <> 'inbox' AND ${state}.place_by = 'rule' THEN ${state}.place_reason END`
}
