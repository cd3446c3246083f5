/** When an account is removed, the ledger of promo codes forgets whom it gave codes: the only change that it takes. */
export const migration0035 = `
DROP TRIGGER promo_ledger_stays;
CREATE TRIGGER promo_ledger_stays BEFORE UPDATE ON promo_ledger
WHEN NOT (
  new.key = old.key AND new.at = old.at AND new.event = old.event AND new.code_key = old.code_key
  AND new.hold_id IS old.hold_id AND new.member_id IS old.member_id AND new.reply_id IS old.reply_id
  AND new.why IS old.why AND coalesce(new.account_id, new.conversation_id, new.customer_id, new.outbox_id, new.event_id) IS NULL
) BEGIN
  SELECT RAISE(ABORT, 'the ledger of promo codes is only added to');
END;
`
