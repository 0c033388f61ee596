-- What was held before the authority came here is rewritten by nobody.
alter table commons.dossier add sealed boolean not null default false;
