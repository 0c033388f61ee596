-- Who stands on an agenda has a place and a number, and nobody else: a page that draws it counts on both.
alter table deliberations.item
  add constraint item_number_with_place check ((position is null) = (number is null));
