import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('an address of the public internet', () => {
  test.each(['1.1.1.1', '8.8.8.8', '93.184.215.14', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '169.253.0.1', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001:800::200e'])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('an address that is not called', () => {
  test.each([
    ['this network', ['0.0.0.0', '0.255.255.255']],
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd00:ec2::254']],
    ['link-local, where clouds keep metadata', ['169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0']],
    ['shared by a provider', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
    ['answered by the host of a cloud', ['168.63.129.16', '192.0.0.192']],
    ['multicast and broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
    ['reserved, for tests or documents', ['240.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1', '100::1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:7f00:1::']],
    ['nowhere', ['::', 'fec0::1', '4000::1', '5f00::1', '', 'localhost', '127.0.0.1.nip.io']],
  ])('%s', (_why, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })
})
