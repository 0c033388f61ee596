-- What became public last, first: feeds are read in that order.
create index entry_published on publications.entry (tenant_id, published_at desc, slug);
