/**
 * 1 when the messages of a user are blocked as the agent wants it: a wish that X does not know of yet counts, one that X
 * refused does not. Parameters: SQL expressions for the two ids.
 */
export function blockedSql(account: string, user: string): string {
  return `coalesce(
    (SELECT r.action = 'block' FROM x_request r
     WHERE r.account_id = ${account} AND r.subject = 'block' AND r.target_id = ${user} AND r.state <> 'failed'),
    (SELECT 1 FROM blocked_user b WHERE b.account_id = ${account} AND b.user_id = ${user}), 0)`
}
