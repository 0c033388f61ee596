-- Drafts of imports are in commons.import_draft from now on. Those under way are lost, which is
-- acceptable: they live two days, and whoever comes back to one is told to start again.
drop table plonemeeting.draft;
