-- Where whoever reads a letter that comes again asks for no more, by one click (RFC 8058); null: it comes once.
alter table kernel.mail add column unsubscribe text;
