-- A login is found as it is compared: however it is typed, one person signs in under it.
alter table kernel.account drop constraint account_tenant_id_login_key;
select kernel.distinguish('kernel.account', 'login');
