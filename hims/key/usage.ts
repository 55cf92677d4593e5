export const usage = `keys: the keys behind the e-health card (docs/card-keys.md is the guide for two officers)

On the computer that is never on a network:

  npm run keys -- root --out FOLDER
      Makes the root key, sealed with a passphrase, and prints the public key that terminals pin.

  npm run keys -- certify REQUEST --root FILE --from DAY --to DAY --out FILE
      Signs HIMS's list key for these days.

At HIMS, with --database sqlite:PATH [--key-file FILE], or --database postgres://USER@HOST/NAME --key-file FILE:

  npm run keys -- request [--out FILE]         A key for lists, and the request to certify it.
  npm run keys -- install CERT                 Puts the certificate in; from then on HIMS signs lists and cards.
  npm run keys -- rotate                       A new key for cards beside the one in use.
  npm run keys -- withdraw KID --from DAY      Cards that this key signed on that day or later are refused.
  npm run keys -- show                         Keys, periods, numbers, and what has to be done when.
  npm run keys -- trust --out FILE             The trust list as terminals get it.

Anywhere:

  npm run keys -- verify FILE --root HEX       Whether a certificate or a trust list is genuine under this root.

  --passphrase-file FILE   instead of typing; twice for two officers' halves
  --help                   this text
`
