-- Since when what was withdrawn had been public: whoever keeps a copy of lists knows the thing again.
alter table commons.publication_withdrawal add column first_published_at timestamptz;
grant select (first_published_at) on commons.publication_withdrawal to beffroi_public;
