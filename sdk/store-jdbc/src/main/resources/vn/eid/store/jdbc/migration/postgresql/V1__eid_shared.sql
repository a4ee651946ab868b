-- What the nodes of an application know together; each value is encrypted by the SDK.
-- Run it once where Flyway does not; who uses the table needs SELECT, INSERT, UPDATE and DELETE.
create table if not exists eid_shared (
  entry_key varchar(100) collate "C" primary key,
  entry_value text not null,
  kept_until timestamp with time zone not null
);
create index if not exists eid_shared_kept_until on eid_shared (kept_until);
insert into eid_shared (entry_key, entry_value, kept_until)
  values ('#version', '1', timestamp with time zone '9999-12-31 00:00:00+00')
  on conflict (entry_key) do nothing;
