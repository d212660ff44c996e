/// Identifiers and names: reading, normalising, keys to search by. Pure functions over texts; no storage, no clock, no
/// locale of the machine. This comment is the specification; the examples below are read and checked by a test.
///
/// ## Identifiers
/// [Identifiers#parse] turns a text into one of four things: a **parsed** value with its canonical form and every check
/// tried, a **masked** one (its publisher covered it: it stays covered and is no key of anything), a **placeholder**
/// (well-formed, stands for "none", shared by many), or **unreadable**. A failed check never makes a value unreadable.
///
/// Canonical form: NFKC, upper case, accents removed except Ñ, then only letters, digits and `&`. Exceptions: an IMO
/// number loses its letters, an IMEI keeps its first 14 digits, a telephone is E.164 without the plus sign, an alien
/// number is nine digits, a passport read from its machine-readable zone is its number, a firearm is `MAKER/SERIAL`, a
/// plate `STATE/NUMBER`.
///
/// [Identifiers#explain] says what the parts of a number mean and, for each failed check, what was expected and what
/// stands there.
///
/// ```identifiers
/// curp     | bexa-900101 HDFXXX 09 | parsed BEXA900101HDFXXX09
/// rfc      | CNU-130416-UJ3        | parsed CNU130416UJ3
/// rfc      | IACL821128            | parsed IACL821128 FORM
/// rfc      | XXXXXXXXXXXX          | masked
/// rfc      | XAXX010101000         | placeholder XAXX010101000
/// imo      | IMO 9074729           | parsed 9074729
/// imo      | 9074728               | parsed 9074728 CHECK_DIGIT
/// aircraft | N-200VR               | parsed N200VR
/// aircraft | XB-ABC                | parsed XBABC
/// vin      | 1M8GDM9AXKP042788     | parsed 1M8GDM9AXKP042788
/// imei     | 49-015420-323751-8    | parsed 49015420323751
/// phone    | +52 1 55 1234 5678    | parsed 525512345678
/// clabe    | 032180000118359719    | parsed 032180000118359719
/// firearm  | S&W / abc-1234        | parsed SMITHANDWESSON/ABC1234
/// firearm  | Glock / BX***7        | masked
/// ine-key  | BXXXAR 90010109 H100  | parsed BXXXAR90010109H100
/// ine-key  | BXXXAR90130109H100    | parsed BXXXAR90130109H100 DATE
/// ssn      | 123-45-6789           | parsed 123456789
/// ssn      | 666-45-6789           | parsed 666456789 RANGE
/// ssn      | 078-05-1120           | placeholder 078051120
/// ssn      | XXX-XX-6789           | masked
/// itin     | 912-70-1234           | parsed 912701234
/// a-number | A12 345 678           | parsed 012345678
/// fbi-number | 123 456 AB7         | parsed 123456AB7
/// plate    | Texas / abc-1234      | parsed US-TX/ABC1234
/// plate    | Jal. / HXA-123-B      | parsed MX-JAL/HXA123B
/// plate    | ABC1234               | parsed /ABC1234 FORM
/// generic  | 800018928-0           | parsed 8000189280
/// curp     | ---                   | unreadable
/// ```
///
/// ## Derived keys
/// [CurpRoot] and [RfcRoot] say what a CURP and an RFC must begin with, given a name, a date, a sex and a state, and
/// which parts of an actual one agree. They are evidence between two records: never stored as the person's, searched
/// out or blinded.
///
/// ## Names
/// [NameKeys#of] gives order-free tokens and their phonetic codes; [NameKeys#ofOrganisation] leaves the legal form out.
/// Particles are dropped, usual Mexican abbreviations are written out, other scripts are transliterated. Ñ stays Ñ in
/// the tokens and is N in the codes.
///
/// ```names
/// GARCIA NUÑEZ, Ma. de la Luz       | GARCIA LUZ MARIA NUÑEZ | GRS LS MR NNS
/// María de la Luz Núñez García      | GARCIA LUZ MARIA NUÑEZ | GRS LS MR NNS
/// HERNANDES CEVALLOS, Gerardo       | CEVALLOS GERARDO HERNANDES | ARNNDS JRRD SBYS
/// J. Jesús Xacón                    | JESUS JOSE XACON | JKN JS JSS
/// O'Brien-Smith                     | OBRIEN SMITH | ABRN SMT
/// ```
@NullMarked
package org.entente.match;

import org.jspecify.annotations.NullMarked;
