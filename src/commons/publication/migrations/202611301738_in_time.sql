-- What everybody reads in the order in which it came, and what went, for whoever follows (flux de modifications).
create index publication_in_time on commons.publication (tenant_id, published_at, publisher, slug, number) where withdrawn_at is null;
create index publication_withdrawal_in_time on commons.publication_withdrawal (tenant_id, withdrawn_at, publisher, slug);
