package org.entente.hold.invented;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.entente.hold.FacetKind;
import org.entente.hold.LinkKind;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;

/// One party's file being filled. Locators are `<kind letter>-<number>`.
final class Side {
    private static final List<PersonClass> PROTECTED = List.of(
            PersonClass.VICTIM,
            PersonClass.WITNESS,
            PersonClass.MINOR,
            PersonClass.SOURCE,
            PersonClass.SMUGGLED_MIGRANT,
            PersonClass.ASYLUM_APPLICANT);

    private static final List<String> DRUGS =
            List.of("fentanyl, counterfeit tablets", "methamphetamine", "cocaine", "heroin", "cannabis");
    private static final List<String> PRECURSORS =
            List.of("4-ANPP", "1-boc-4-piperidone", "monomethylamine", "phenyl-2-propanone", "propionyl chloride");

    private final String party;
    private final CaseworkFile file;
    private final RandomGenerator random;
    private final InventedIdentifiers identifiers;
    private final List<String> people = new ArrayList<>();
    private int rowCount;

    Side(String party, CaseworkFile file, RandomGenerator random, InventedIdentifiers identifiers) {
        this.party = party;
        this.file = file;
        this.random = random;
        this.identifiers = identifiers;
    }

    /// What one protected person is found by, if anything could.
    record Protected(PersonClass personClass, String name, String curp, String rfc, String phone) {}

    String person(Person person, boolean withCurp, boolean withRfc, boolean damaged) throws IOException {
        int fate = random.nextInt(10);
        PersonClass personClass =
                fate < 5 ? PersonClass.SUSPECT : fate < 7 ? PersonClass.CONVICTED : PersonClass.CONTACT;
        EvidentialStatus status = EvidentialStatus.NONE;
        if (personClass == PersonClass.SUSPECT) {
            status = fate < 3 ? EvidentialStatus.ALLEGED : EvidentialStatus.CHARGED;
        } else if (personClass == PersonClass.CONVICTED) {
            status = EvidentialStatus.CONVICTED;
        }
        CaseworkFile.Row row = row("P", SubjectKind.PERSON, personClass, status)
                .say(Property.NAME, damaged ? person.damagedName(random) : person.name())
                .say(Property.BIRTH_DATE, person.born().toString())
                .say(Property.GENDER, person.male() ? "male" : "female");
        if (withCurp) {
            row.say(Property.CURP, person.curp());
        }
        if (withRfc) {
            row.say(Property.RFC, person.rfc());
        }
        if (random.nextInt(3) == 0) {
            row.say(Property.PHONE, identifiers.phone());
        }
        if (random.nextInt(5) == 0) {
            row.say(Property.PASSPORT, identifiers.passport());
        }
        row.say(Property.ADDRESS, InventedNames.address(random));
        if (random.nextInt(8) == 0) {
            row.facet("alias-1", FacetKind.ALIAS).say(Property.NAME, person.damagedName(random));
        }
        String locator = write("P", row);
        people.add(locator);
        return locator;
    }

    String company(String name, String rfc, EvidentialStatus status, String programme) throws IOException {
        CaseworkFile.Row row = row("O", SubjectKind.ORGANISATION, PersonClass.NOT_A_PERSON, status)
                .say(Property.NAME, name)
                .say(Property.RFC, rfc)
                .say(Property.ADDRESS, InventedNames.address(random));
        if (!programme.isEmpty()) {
            row.say(Property.PROGRAMME, programme);
        }
        return write("O", row);
    }

    String firearm(Firearm firearm, boolean sold) throws IOException {
        CaseworkFile.Row row = row("F", SubjectKind.FIREARM, PersonClass.NOT_A_PERSON, EvidentialStatus.NONE)
                .say(Property.FIREARM, firearm.key())
                .say(Property.MAKE, firearm.make())
                .say(Property.MODEL, firearm.model())
                .say(Property.CALIBRE, firearm.calibre());
        if (sold) {
            row.say(
                    Property.DETAIL,
                    "First retail sale " + day() + ", invented dealer no. " + (100 + random.nextInt(900)) + ", "
                            + InventedNames.place(random));
            if (!people.isEmpty()) {
                row.link(LinkKind.BOUGHT_BY, InventedNames.one(random, people));
            }
        }
        return write("F", row);
    }

    String recovery(String firearm) throws IOException {
        return write(
                "E",
                event("recovery of a firearm")
                        .say(Property.DETAIL, "Recovered with ammunition; invented case.")
                        .link(LinkKind.RECOVERED, firearm));
    }

    Protected protectedPerson(int number, int rareSurname) throws IOException {
        PersonClass personClass = PROTECTED.get(number % PROTECTED.size());
        boolean male = random.nextBoolean();
        LocalDate born = personClass == PersonClass.MINOR
                ? LocalDate.of(2011, 1, 1).plusDays(random.nextInt(4_000))
                : LocalDate.of(1960, 1, 1).plusDays(random.nextInt(15_000));
        Person person = identifiers.person(
                InventedNames.given(random, male),
                InventedNames.rareSurname(rareSurname),
                InventedNames.rareSurname((rareSurname * 7 + 11) % InventedNames.RARE_COUNT),
                male,
                born);
        Protected made = new Protected(personClass, person.name(), person.curp(), person.rfc(), identifiers.phone());
        write(
                "P",
                row("P", SubjectKind.PERSON, personClass, EvidentialStatus.NONE)
                        .say(Property.NAME, made.name())
                        .say(Property.BIRTH_DATE, born.toString())
                        .say(Property.CURP, made.curp())
                        .say(Property.RFC, made.rfc())
                        .say(Property.PHONE, made.phone())
                        .say(Property.ADDRESS, InventedNames.address(random)));
        return made;
    }

    /// Up to `subjectCount` rows: people above all, and what they do and use.
    void fill(int subjectCount) throws IOException {
        tunnel();
        while (rowCount < subjectCount) {
            int share = random.nextInt(100);
            if (share < 72) {
                boolean withCurp = random.nextInt(4) > 0;
                person(identifiers.anyone(), withCurp, random.nextInt(3) == 0, false);
            } else if (share < 79) {
                String name = InventedNames.company(random, rowCount);
                company(name, identifiers.companyRfc(name), EvidentialStatus.NONE, "");
            } else if (share < 84) {
                thing("V", SubjectKind.VEHICLE, Property.VIN, identifiers.vin());
            } else if (share < 88) {
                firearm(Firearm.any(random, identifiers), party.equals("US"));
            } else if (share < 92) {
                thing("T", SubjectKind.PHONE, Property.IMEI, identifiers.imei());
            } else if (share < 95) {
                thing("A", SubjectKind.ACCOUNT, Property.CLABE, identifiers.clabe());
            } else {
                happening();
            }
        }
    }

    private void happening() throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> seizure("seizure of drugs", InventedNames.one(random, DRUGS));
            case 1 -> seizure("seizure of precursors", InventedNames.one(random, PRECURSORS));
            case 2 -> recovery(firearm(Firearm.any(random, identifiers), false));
            default ->
                write(
                        "E",
                        event("crossings, count of one day")
                                .say(Property.PEOPLE_COUNT, String.valueOf(1 + random.nextInt(180)))
                                .say(Property.DETAIL, "Counted by sector; no names are held."));
        }
    }

    private void seizure(String type, String substance) throws IOException {
        CaseworkFile.Row row = event(type)
                .say(Property.SUBSTANCE, substance)
                .say(Property.QUANTITY, (1 + random.nextInt(900)) + " kg");
        if (!people.isEmpty()) {
            row.link(LinkKind.INVOLVED, InventedNames.one(random, people));
        }
        write("E", row);
    }

    private void tunnel() throws IOException {
        write(
                "E",
                event("clandestine tunnel")
                        .say(Property.QUANTITY, "412 m")
                        .say(Property.DETAIL, "Ventilated, lit, rails; both mouths inside warehouses; invented."));
    }

    private CaseworkFile.Row event(String type) {
        return row("E", SubjectKind.EVENT, PersonClass.NOT_A_PERSON, EvidentialStatus.NONE)
                .say(Property.EVENT_TYPE, type)
                .say(Property.EVENT_DATE, day().toString())
                .say(Property.PLACE, InventedNames.place(random));
    }

    private void thing(String letter, SubjectKind kind, Property property, String value) throws IOException {
        CaseworkFile.Row row = row(letter, kind, PersonClass.NOT_A_PERSON, EvidentialStatus.NONE)
                .say(Property.NAME, kind.key() + " " + value)
                .say(property, value);
        if (!people.isEmpty() && random.nextBoolean()) {
            row.link(LinkKind.USED_BY, InventedNames.one(random, people));
        }
        write(letter, row);
    }

    private CaseworkFile.Row row(String letter, SubjectKind kind, PersonClass personClass, EvidentialStatus status) {
        boolean us = party.equals("US");
        int code = random.nextInt(20);
        return new CaseworkFile.Row(locator(letter), kind, personClass, status)
                .terms(
                        us ? "US-28-USC" : "MX-CNPP",
                        us ? "533" : "132",
                        code < 15 ? "H0" : "H1",
                        "ABC".charAt(random.nextInt(3)) + String.valueOf(1 + random.nextInt(3)),
                        LocalDate.of(2031 + random.nextInt(5), 12, 31));
    }

    private String write(String letter, CaseworkFile.Row row) throws IOException {
        String locator = locator(letter);
        file.row(row);
        rowCount++;
        return locator;
    }

    private String locator(String letter) {
        return String.format(Locale.ROOT, "%s-%06d", letter, rowCount + 1);
    }

    private LocalDate day() {
        return Population.AS_OF.minusDays(1 + random.nextInt(2_000));
    }
}
