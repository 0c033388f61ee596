-- How many documents wait is asked before each one that is asked for.
create index document_waiting on commons.document (tenant_id, dossier_id) where state = 'pending';
