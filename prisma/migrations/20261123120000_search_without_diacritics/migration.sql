-- What is searched and what is searched for meet without capitals and without the marks on letters of the Baltic's
-- languages: "spolecznosci" finds "Społeczności". Pure, so that an index may use it.
CREATE FUNCTION portal_fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(
    lower(normalize(words, NFC)),
    'ąćęłńóśźżäöüåøæéėšžčūāēīõ',
    'acelnoszzaouaoaeeszcuaeio'
  );
