-- Workload for SQLite: inserts, indexes, joins, window functions, recursion, full text, JSON,
-- triggers, transactions, blobs.
create table person(id integer primary key, name text, born int, note blob);
create table item(id integer primary key, owner references person(id), label int, price real);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
  insert into person select i, printf('name %04d', i * 7919 % 3001), 1900 + i % 120, zeroblob(i % 50) from n;
with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
  insert into item select i, 1 + i * 31 % 3000, i % 13, i / 7.0 from n;
create index item_owner on item(owner, label);
create index person_name on person(name collate nocase);
analyze;
select count(*), round(sum(price), 3), group_concat(distinct label) from item;
select p.name, count(*), round(max(price), 2) from person p join item i on i.owner = p.id
  where p.born between 1950 and 1960 group by p.id having count(*) > 5 order by 3 desc, 1 limit 10;
select label, id, rank() over w, round(avg(price) over w, 2), lag(id, 2) over w from item
  where id < 60 window w as (partition by label order by price desc) order by 1, 2;
with recursive tree(id, parent, path) as (
    select 1, null, '1' union all
    select t.id * 2 + b.c, t.id, t.path || '/' || (t.id * 2 + b.c) from tree t, (select 0 c union select 1) b
    where t.id < 60)
  select count(*), max(length(path)), (select path from tree order by id desc limit 1) from tree;
create trigger item_log after update on item begin
  update person set note = coalesce(note, '') || old.price where id = new.owner;
end;
update item set price = price * 2 where id % 50 = 0;
select sum(length(note)) from person;
begin;
delete from item where label = 3;
savepoint inner;
delete from item;
rollback to inner;
select changes(), count(*) from item;
rollback;
select count(*) from item;
create virtual table doc using fts5(title, body);
insert into doc select name, 'text of ' || name || ' born in ' || born from person;
select count(*) from doc where doc match 'text AND (190* OR 1950)';
select highlight(doc, 1, '[', ']'), round(bm25(doc), 4) from doc where doc match '1950' order by rank, rowid limit 3;
create virtual table area using rtree(id, x0, x1, y0, y1);
insert into area select id, id % 100, id % 100 + 3, id % 37, id % 37 + 2 from item;
select count(*) from area where x0 > 10 and x1 < 30 and y0 > 5 and y1 < 20;
select json_group_array(json_object('id', id, 'name', name)) from person where id <= 5;
select key, value, type from json_tree('{"a": [1, 2.5, {"b": null}], "c": "d"}');
select json_set('{"a": [1, 2]}', '$.a[#]', 3, '$.x', json('[true]'));
select quote(x'00ff'), instr('abcabc', 'ca'), replace('aXbX', 'X', '--'), sqrt(2), 7 % 3;
select date('2024-02-29', '+1 year'), strftime('%j %W', '2023-11-05'), julianday('2000-01-01 12:00');
select * from (select 'a' as x union select 'b' except select 'a') order by x;
explain query plan select * from person, item where person.id = item.owner and label = 4;
select name from person where name like 'NAME 00%' and name glob '*1' order by name;
select count(*) from dbstat where name = 'item';
vacuum;
pragma integrity_check;
.mode column
.headers on
select sha3('abc') is not null as hashed, typeof(1.0), regexp('a.c', 'abc'), decimal_add('1.1', '2.2');
.width 5 20
select id, name from person where id in (select owner from item where id < 20) order by id;
