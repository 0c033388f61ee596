-- How surely it was known who came in, by eIDAS (niveau de garantie): of sign-ins by a public service; null: of no such.
alter table kernel.session
  add column assurance text check (assurance in ('low', 'substantial', 'high'));
