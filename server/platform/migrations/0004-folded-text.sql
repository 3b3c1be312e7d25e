-- What is searched is kept folded; contract/text/fold.ts folds what is typed in the same way: № as No, ё as е, small letters.
create function fold_text(text) returns text language sql immutable parallel safe strict as $$
  select replace(lower(normalize($1, NFKC)), 'ё', 'е')
$$;
