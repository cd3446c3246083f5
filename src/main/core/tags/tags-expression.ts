/** Ids of a conversation's tags, as JSON. The arguments are columns of the statement it stands in. */
export function tagsSql(accountId: string, conversationId: string): string {
  return `
         (SELECT json_group_array(given.tag_id) FROM conversation_tag given JOIN tag ON tag.id = given.tag_id
          WHERE given.account_id = ${accountId} AND given.conversation_id = ${conversationId} AND tag.deleted_at IS NULL)`
}
