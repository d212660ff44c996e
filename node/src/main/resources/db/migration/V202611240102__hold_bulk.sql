-- Rows of terms and import are never deleted, and a statement's subject is its facet's: checking them again for every
-- statement of a list costs more than the list.
alter table hold.statement drop constraint statement_subject_fkey;
alter table hold.statement drop constraint statement_terms_fkey;
alter table hold.statement drop constraint statement_import_fkey;
alter table hold.link drop constraint link_terms_fkey;
alter table hold.link drop constraint link_import_fkey;
