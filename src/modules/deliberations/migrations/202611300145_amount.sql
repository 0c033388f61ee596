-- What a decision costs or brings, without VAT, in cents: the advice of the financial director depends on it (CDLD L1124-40).
alter table deliberations.item add column amount bigint;
