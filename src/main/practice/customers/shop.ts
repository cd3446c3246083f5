import { snowflake } from '../world/snowflake.ts'
import type { WorldUser } from '../world/types.ts'

const JOINED = Date.UTC(2019, 9, 24, 9, 12, 31, 418)

/** The practice account: an invented shop for candles, ceramics and tea. */
export const shop: WorldUser = {
  id: snowflake(JOINED, 2071),
  username: 'junipervale',
  name: 'Juniper & Vale',
  description:
    'Slow candles, small-batch ceramics, loose-leaf tea. Made in our valley, packed by four people and a dog. DMs open.',
  location: 'Hollin Bridge',
  createdAt: JOINED,
  verified: true,
  protected: false,
  followers: 18_420,
  following: 611,
  acceptsDms: true,
  hidden: false,
  followedByBrand: false,
  followsBrand: false
}
