export const usage = `hims: the HIMS API that hospital terminals sync with

  npm run hims -- --database sqlite:PATH --port N [--host 127.0.0.1]
      Serves /sync/v1 (terminals) and /fhir (HL7 FHIR R4). Port 0 picks a free one.
      Prints one line when ready: {"listening":"http://127.0.0.1:PORT"}

  npm run hims -- --hub --upstream https://HIMS [--code CODE] --database sqlite:PATH --port N
      A hospital's own server between its terminals and HIMS: with HIMS cut off, its desks still see each other's work.
      The code comes from HIMS (enrol --role hub --label "..." [--facility CODE]) and is needed once.

  npm run hims -- load FILE.ndjson --database sqlite:PATH
      Loads rows, one {"table": ..., "row": ...} a line. Names bad lines and keeps the others.

  npm run hims -- load-fhir BUNDLE.json… --database sqlite:PATH
      Loads FHIR R4 Bundles of records that were made elsewhere, such as Synthea writes. A person who is known by the
      ABHA number or another identifier is not made again; types that are not kept here are counted and passed over.

  npm run hims -- enrol --role desk|pharmacy|kiosk|doctor|display|admin|hub --label "Counter 7" --database sqlite:PATH
      Prints a one-time code, good for 24 hours, to type into a new terminal.

  npm run hims -- client --name "OPD system" [--scope "system/Patient.rs …"] --database sqlite:PATH
      Prints a bearer token for a FHIR client. It cannot be shown again. With --scope it may do what these SMART scopes
      say (c, r, u, d, s of a resource or of *), and nothing else.

  npm run hims -- terminals --database sqlite:PATH
      Lists the terminals, one JSON line each.

  npm run hims -- retire TERMINAL --database sqlite:PATH
      Ends a terminal that is gone for good and hands its dispensing rights to the pharmacy enrolled last.

  npm run hims -- parked --database sqlite:PATH
      Lists what was given at counters and waits here for its right, what contradicts a right, every emergency supply
      and every right that was released: one JSON line each.

  npm run hims -- right --release RIGHT --after-count N --database sqlite:PATH
      Frees a right that is locked because its terminal was put back from a copy or is gone. Run it once that terminal
      has been stopped and its shelf and papers counted: N units were surely not given by this right.

  npm run hims -- right --end-hold --database sqlite:PATH
      A HIMS that came back from a copy gives no new rights at a hospital until each of its pharmacies has told what it
      holds. This ends the wait: use it when those that are missing (hims parked names them) cannot tell any more.

  npm run hims -- pharmacy DEPARTMENT [TERMINAL] --database sqlite:PATH
      Sends the rights of a department's prescriptions to that pharmacy first; without one, to the newest again.

  npm run hims -- recover TERMINAL --database sqlite:PATH
      Prints a one-time code, good for two hours, with which a terminal that lost its keystore gets its key back.

  npm run hims -- import FILE... --database sqlite:PATH
      Takes what terminals wrote to a USB stick and writes FILE.receipt beside each, for the stick's way back.

  npm run hims -- restored --database sqlite:PATH
      Run once after the database file came back from a backup, before serving it again.
      (HIMS notices by itself when a terminal has seen more than the backup holds.)

  npm run hims -- rules --publish FILE | --show --database sqlite:PATH
      Checks a rule file of schemes (docs/scheme-rules.md), signs it, and gives it to the desks within a minute. A file
      with an error is refused, line by line. --show says which rules are in force, and since when.

  npm run hims -- move --database FROM --to ADDRESS [--key-file FILE]
      Moves everything to another database, such as --to postgres://hims@db/hims, while a HIMS goes on serving FROM.
      Near the end writes wait for some seconds; then that HIMS serves the new database by itself.
      Prints what arrived, a line for each table. At its next start give it the new address and the same key file.

  --database ADDRESS   sqlite:PATH, or postgres://USER@HOST/NAME (15 or later; postgres://USER@ONE,TWO/NAME with a standby)
  --hold-grants HOURS
                    after coming back from a copy wait at most so long for the pharmacies, before new rights are given
  --metrics-open    lets other machines read /metrics; without it only this one may
  --tls-cert FILE --tls-key FILE
                    serve with TLS; prints the pin of the key for the terminals' terminal.json.
  --key-file FILE   the key that wraps private keys in the database; made on first use as PATH.key
  --help            prints this.

The keys behind e-health cards have commands of their own: npm run keys -- --help
`
