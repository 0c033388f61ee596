-- A department that a file spells in another way is the same one; the last answer stands.
alter table ecomptes.department no force row level security;
delete from ecomptes.department d using ecomptes.department later
where d.tenant_id = later.tenant_id and kernel.name_key(d.name) = kernel.name_key(later.name) and d.ctid < later.ctid;
alter table ecomptes.department force row level security;
select kernel.distinguish('ecomptes.department', 'name');
