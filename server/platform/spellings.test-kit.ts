/** Names of these tests, and the numbers that their owner has written down for them. */
export const NAMES: Record<string, string[]> = {
  'inside.example.com': ['127.0.0.1'], 'ten.example.com': ['10.0.0.1'], 'meta.example.com': ['169.254.169.254'], 'six.example.com': ['::1'], 'mapped.example.com': ['::ffff:127.0.0.1'],
  'nat.example.com': ['64:ff9b::7f00:1'], 'mixed.example.com': ['93.184.215.14', '127.0.0.1'], 'mixed6.example.com': ['93.184.215.14', 'fe80::1'], 'zero.example.com': ['0.0.0.0'], 'cgn.example.com': ['100.64.0.1'],
  'azure.example.com': ['168.63.129.16'], 'ula.example.com': ['fd00:ec2::254'], 'xn--bcher-kva.example.com': ['192.168.0.1'],
}

/** Ways to write a host that is not outside. */
export const HOSTS = [
  // names
  'localhost', 'LOCALHOST', 'localhost.', 'LocalHost.', 'a.localhost', 'foo.bar.localhost.', 'printer.local', 'metadata.google.internal', 'metadata.internal.', 'router.home.arpa', '%6cocalhost', '%6C%6F%63alhost', 'ｌｏｃａｌｈｏｓｔ', 'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', 'localhost。', 'loc\talhost', 'local\nhost',
  ...Object.keys(NAMES), 'INSIDE.EXAMPLE.COM', 'inside.example.com.', 'inside。example。com', 'inside．example．com', 'inside｡example｡com', 'ⓘnside.example.com', 'bücher.example.com', '%69nside.example.com', 'ins­ide.example.com',
  // IPv4 in its many spellings
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.1.', '127.000.000.001', '0177.0.0.1', '0177.0.0.01', '017700000001', '0x7f.0.0.1', '0x7f.1', '0x7f000001', '0X7F000001', '0x7F.0x0.0x0.0x1', '2130706433', '127.0.0x1', '127.0x0.1', '127.255.255.254', '127.65535', '127.16777215', '0x7f.16777215',
  '１２７.０.０.１', '127。0。0。1', '127．0．0．1', '127｡1', '①②⑦.⓪.⓪.①', '%31%32%37.0.0.1', '127%2e0%2e0%2e1', '1%327.0.0.1', '127.0.0.1\t', '12\n7.0.0.1', '0', '0.', '00', '0x0', '0x', '0.0', '0.0.0.0', '0.0.0.1', '0.1', '1',
  '10.0.0.1', '10.1', '012.0.0.1', '0xa.0.0.1', '167772161', '172.16.0.1', '172.31.255.254', '0xac100001', '2886729729', '192.168.0.1', '192.168.1', '0xc0a80001', '3232235521', '169.254.169.254', '169.254.43518', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '0251.254.169.254', '169。254。169。254', '169.254.170.2',
  '100.64.0.1', '100.100.100.200', '1681915904', '192.0.0.192', '168.63.129.16', '0xa83f8110', '224.0.0.1', '255.255.255.255', '4294967295', '0xffffffff', '037777777777', '240.0.0.1', '198.18.0.1', '192.0.2.1', '203.0.113.7',
  // IPv6
  '[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0001]', '[0::1]', '[::]', '[::0]', '[::ffff:127.0.0.1]', '[::FFFF:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[0:0:0:0:0:ffff:7f00:0001]', '[::127.0.0.1]', '[::7f00:1]', '[::ffff:0:127.0.0.1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[::ffff:169.254.169.254]',
  '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]', '[2001:0:7f00:1::]', '[2001::1]', '[fe80::1]', '[FE80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[fdff::1]', '[ff02::1]', '[ff0e::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]', '[5f00::1]', '[4000::1]',
] as const

/** What somebody may write around a host so that a reader, or a careless program, takes it for another. */
export const AROUND: readonly (readonly [string, (port: number) => string])[] = [
  ['a name before it', (port) => `https://good.example.com@127.0.0.1:${port}/`], ['a name and a password', (port) => `https://good.example.com:443@127.0.0.1:${port}/`], ['only a password', (port) => `https://:x@127.0.0.1:${port}/`],
  ['two names', (port) => `https://a@b@127.0.0.1:${port}/`], ['an encoded name', (port) => `https://good.example.com%40x@127.0.0.1:${port}/`], ['a name of its own', () => 'https://user@93.184.215.14/'],
  ['backslashes', (port) => `https:\\\\127.0.0.1:${port}\\`], ['a backslash before it', (port) => `https://127.0.0.1:${port}\\@good.example.com/`], ['one slash', (port) => `https:/127.0.0.1:${port}/`], ['no slash', (port) => `https:127.0.0.1:${port}`],
  ['many slashes', (port) => `https://///127.0.0.1:${port}/`], ['white space around', (port) => `  https://127.0.0.1:${port}/  `], ['a control character', (port) => `\u0001https://127.0.0.1:${port}/`], ['capital letters', (port) => `HTTPS://127.0.0.1:${port}/`], ['a tab in the middle', (port) => `htt\tps://127.0.0.1:${port}/`],
  ['no scheme', (port) => `//127.0.0.1:${port}/`], ['a file', () => 'file:///etc/passwd'], ['a file of another host', () => 'file://127.0.0.1/etc/passwd'], ['data', () => 'data:text/plain,x'], ['a script', () => 'javascript:alert(1)'], ['gopher', (port) => `gopher://127.0.0.1:${port}/_x`], ['ftp', (port) => `ftp://127.0.0.1:${port}/`],
  ['a socket', (port) => `ws://127.0.0.1:${port}/`], ['a secure socket', (port) => `wss://127.0.0.1:${port}/`], ['dict', (port) => `dict://127.0.0.1:${port}/`], ['unix', () => 'unix:///var/run/docker.sock'], ['http+unix', () => 'http+unix://%2Fvar%2Frun%2Fdocker.sock/'], ['blob', (port) => `blob:https://127.0.0.1:${port}/x`], ['a view of the source', (port) => `view-source:https://127.0.0.1:${port}/`], ['jar', (port) => `jar:https://127.0.0.1:${port}/!/x`],
  ['no host', () => 'https://'], ['a port that cannot be', () => 'https://127.0.0.1:99999/'], ['nothing', () => ''], ['an address too long', () => `https://good.example.com/${'a'.repeat(3000)}`], ['a broken bracket', () => 'https://[::1/'], ['a zone', () => 'https://[fe80::1%25eth0]/'], ['a null', () => 'https://127.0.0.1\u0000.good.example.com/'],
]
