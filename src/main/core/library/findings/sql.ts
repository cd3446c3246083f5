/** What somebody said is meant as it is. Few. */
export const MEANT = 'SELECT version_id, kind FROM finding_meant'

export const ADD_MEANT = `
  INSERT INTO finding_meant (version_id, kind, member_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const DROP_MEANT = 'DELETE FROM finding_meant WHERE version_id = ? AND kind = ?'
