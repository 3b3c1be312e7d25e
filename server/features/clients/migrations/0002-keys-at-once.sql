-- Duplicates are asked for right after they were written (imports, two forms of one lead): a list of pending entries, which every
-- search reads from end to end, costs more there than it saves.
alter index clients_phone_keys set (fastupdate = off);
alter index clients_email_keys set (fastupdate = off);
select gin_clean_pending_list('clients_phone_keys'), gin_clean_pending_list('clients_email_keys');
