-- A statement is only ever written together with its facet and deleted together with its subject: HOLD's own store does
-- both. The whole-set queries by type read the table in order anyway.
alter table hold.statement drop constraint statement_facet_fkey;
drop index hold.statement_key_type;
