/** What is counted while somebody looks is counted along indexes of its own: a pool has a million codes. */
export const migration0039 = `
CREATE INDEX promo_hold_of_all ON promo_hold (campaign_key, state) WHERE shared = 1;
CREATE INDEX feedback_severe ON feedback (said_at) WHERE severity = 3 AND deleted_at IS NULL;
`
