import { angryCustomers } from './angry.ts'
import { asianCustomers } from './asia.ts'
import { billingCustomers } from './billing.ts'
import { businessCustomers } from './business.ts'
import { curiousCustomers } from './curious.ts'
import { damageCustomers } from './damage.ts'
import { europeanCustomers } from './europe.ts'
import { orderCustomers } from './orders.ts'
import { praiseCustomers } from './praise.ts'
import { productCustomers } from './product.ts'
import { promoCustomers } from './promos.ts'
import { rightToLeftCustomers } from './right-to-left.ts'
import type { CustomerScript } from './script.ts'
import { spamCustomers } from './spam.ts'

/** Everybody who writes to the shop. */
export const cast: readonly CustomerScript[] = [
  ...orderCustomers,
  ...billingCustomers,
  ...productCustomers,
  ...damageCustomers,
  ...praiseCustomers,
  ...spamCustomers,
  ...angryCustomers,
  ...europeanCustomers,
  ...asianCustomers,
  ...rightToLeftCustomers,
  ...businessCustomers,
  ...promoCustomers,
  ...curiousCustomers
]
