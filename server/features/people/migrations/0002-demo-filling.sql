-- "With demo data" in the settings (people.me): a filling that was removed comes back where its removal is undone, so those count too.
drop index operations_demo;
create index operations_demo on operations (id) where name = 'demo.fill';
