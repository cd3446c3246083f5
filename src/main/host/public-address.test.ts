import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '2606:4700::1111',
  '2a00:1450:4001:81c::200e',
  // An IPv4 address of the open internet in a network that has IPv6 alone.
  '64:ff9b::808:808',
  '64:ff9b::1.1.1.1'
])('%s is on the open internet', (address) => expect(isPublicAddress(address)).toBe(true))

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fe80::1%eth0',
  '2606:4700::1111%eth0',
  'fc00::1',
  'fd12:3456:789a::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '64:ff9b::7f00:1',
  '64:ff9b::a00:1',
  '64:ff9b::',
  '64:ff9b:1::1',
  '',
  'localhost',
  '127.1',
  '0x7f000001'
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
