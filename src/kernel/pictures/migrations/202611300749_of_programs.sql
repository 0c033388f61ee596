-- A program brings pictures too (commons.program), and is no account.
alter table kernel.picture_upload drop constraint picture_upload_tenant_id_account_id_fkey;
