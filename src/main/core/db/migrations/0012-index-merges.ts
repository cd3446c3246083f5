/**
 * Each page that is read adds a part to the search index. The index merged parts a little with every page, written again
 * and again, and now and then a lot: most of a page's time in a catch-up. It merges sixteen of a size at once now.
 */
export const migration0012 = `
INSERT INTO message_index (message_index, rank) VALUES ('automerge', 0);
`
