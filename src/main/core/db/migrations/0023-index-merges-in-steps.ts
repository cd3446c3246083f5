/**
 * Sixteen parts of a size at once is cheap while they are small. After an import of a million messages the next such merge
 * read and wrote a quarter of the whole index in one transaction: 1.2 s in which the core answered nobody. From sixteen on
 * they are merged in steps now, as much with each page as the page itself wrote; 64 are never reached.
 */
export const migration0023 = `
INSERT INTO message_index (message_index, rank) VALUES ('automerge', 16);
INSERT INTO message_index (message_index, rank) VALUES ('crisismerge', 64);
`
