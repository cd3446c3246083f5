/** How far X's clock is ahead of ours stands beside where it stood; it was known to the client only. */
export const migration0018 = `
-- Not less than low, not more than high, ms. NULL before the first answer since the start.
ALTER TABLE x_clock ADD COLUMN offset_low INTEGER;
ALTER TABLE x_clock ADD COLUMN offset_high INTEGER;
`
