package org.entente.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.exchange.Outbox;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.kernel.StandingClock;
import org.entente.keys.TestKeyring;
import org.entente.paper.Judged;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.entente.paper.Press;
import org.entente.prove.RecordedLeaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mexico's officials report contacts in three days; the United States' law wants no such report.
class ContactsTest {
    private static final InstitutionId ATF = new InstitutionId("us-atf");
    private static final InstitutionId DEA = new InstitutionId("us-dea");
    private static final Schedule SCHEDULE = new Schedule("contact");
    /// A Tuesday in Mexico City, one hour before the desks close.
    private static final Instant START = Instant.parse("2026-11-24T23:00:00Z");

    private final StandingClock clock = new StandingClock(START);
    private final Database database = TestDatabase.open();
    private final RecordedLeaves leaves = new RecordedLeaves();
    private final List<Outbox.Passed> crossed = new ArrayList<>();
    private final Agreement law = ShippedPack.read();
    private final Officer prosecutor = officer("mx-fgr-aic", Role.CASE_OFFICER);
    private final Officer analyst = officer("mx-fgr-aic", Role.ANALYST);
    private final Officer auditor = officer("mx-fgr-aic", Role.AUDITOR);
    private final Officer elsewhere = officer("mx-sspc", Role.CASE_OFFICER);
    private final Officer central = officer("mx-central-authority", Role.LAWYER);
    private Contacts contacts;
    private @Nullable Press press;

    @TempDir
    java.nio.file.Path keys;

    @BeforeEach
    void room() {
        contacts = room("MX");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Contacts room(String party) {
        return new Contacts(
                new Surroundings(
                        new Party(party),
                        database,
                        new Access(Mandates.none(), clock),
                        new Agreements(List.of(law)),
                        leaves,
                        (tx, agreement, own, after, max) -> crossed.stream()
                                .filter(one -> one.own() == own && one.sequence() > after)
                                .limit(max)
                                .toList(),
                        clock),
                press());
    }

    private Press press() {
        if (press == null) {
            press = new Press(TestKeyring.in(keys));
        }
        return press;
    }

    private static Officer officer(String institution, Role role) {
        InstitutionId id = new InstitutionId(institution);
        return new Officer(
                new OfficerId(
                        institution + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                id.party(),
                id,
                "Demonstration",
                Set.of(role));
    }

    private void cross(boolean own, InstitutionId theirs, Instant at) {
        InstitutionId ours = prosecutor.institution();
        long sequence = crossed.stream().filter(one -> one.own() == own).count() + 1;
        crossed.add(new Outbox.Passed(own, sequence, own ? ours : theirs, own ? theirs : ours, at));
    }

    private Contact recorded(Officer by, ContactKind kind, String leave) {
        return contacts.record(by, law.id(), new ContactOrder(ATF, kind, clock.instant(), "Invented subject.", leave));
    }

    private static String code(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(EntenteException.class, act).code().name();
    }

    @Test
    void whatCrossedIsCountedByDayOfTheOwnZoneWithoutAnybodyWritingIt() {
        cross(true, ATF, START);
        cross(true, ATF, START.plus(Duration.ofHours(3)));
        cross(false, ATF, START.plus(Duration.ofHours(8)));
        cross(false, DEA, START);
        assertEquals(4, contacts.sweep(SCHEDULE));
        assertEquals(0, contacts.sweep(SCHEDULE));
        OwedContacts owed = contacts.owed(prosecutor, law.id()).getFirst();
        // Three hours after five in the afternoon it is the same day in Mexico City, and another in UTC.
        assertEquals(
                List.of("2026-11-24 us-atf 2", "2026-11-24 us-dea 1", "2026-11-25 us-atf 1"),
                owed.exchanges().stream()
                        .map(day -> day.day() + " " + day.counterpart() + " " + day.count())
                        .toList());
        assertEquals(Instant.parse("2026-11-28T00:00:00Z"), owed.due().due());
    }

    @Test
    void whatIsAddressedToNobodyOfTheAgreementIsTheCentralAuthoritysToReport() {
        crossed.add(new Outbox.Passed(false, 1, ATF, new InstitutionId("mx-zzz1"), START));
        contacts.sweep(SCHEDULE);
        assertEquals(
                central.institution(),
                contacts.owed(central, law.id()).getFirst().institution());
    }

    @Test
    void aMeetingWithoutLeaveIsReportedAndSaysSo() {
        assertTrue(recorded(analyst, ContactKind.MEETING, "").wantsLeave());
        assertFalse(recorded(analyst, ContactKind.MEETING, "GAN/12/2026").wantsLeave());
        assertFalse(recorded(analyst, ContactKind.CALL, "").wantsLeave());
        ContactReport report = contacts.report(prosecutor, law.id());
        assertEquals(3, report.contactCount());
        assertEquals("MX-2026-C000001", report.number().value());
    }

    @Test
    void theTermEndsWithTheReceiptAndNotWithTheReport() {
        recorded(prosecutor, ContactKind.CALL, "");
        ContactReport report = contacts.report(prosecutor, law.id());
        assertEquals(1, contacts.owed(prosecutor, law.id()).size());
        assertFalse(contacts.owed(prosecutor, law.id()).getFirst().isReportable());
        clock.advance(Duration.ofDays(4));
        assertTrue(report.isLate(clock.instant()));
        assertEquals(2, contacts.sweep(SCHEDULE));
        ContactReport handed = contacts.handOver(prosecutor, report.number(), "SRE 4711");
        assertEquals("SRE 4711", Objects.requireNonNull(handed.handed()).reference());
        assertEquals(List.of(), contacts.owed(prosecutor, law.id()));
        assertEquals(
                "CONTACT_REPORT_HANDED_OVER", code(() -> contacts.handOver(prosecutor, report.number(), "SRE 4712")));
    }

    @Test
    void anAlarmAndTheEndOfATermAreToldOnce() {
        recorded(prosecutor, ContactKind.CALL, "");
        assertEquals(0, contacts.sweep(SCHEDULE));
        clock.advance(Duration.ofHours(50));
        assertEquals(1, contacts.sweep(SCHEDULE));
        assertEquals(0, contacts.sweep(SCHEDULE));
        clock.advance(Duration.ofHours(24));
        assertEquals(1, contacts.sweep(SCHEDULE));
        assertEquals(0, contacts.sweep(SCHEDULE));
        assertEquals(List.of("contact.recorded", "contact.report-alarm", "contact.report-overdue"), leaves.dutyTypes());
    }

    @Test
    void aRecordMadeInErrorIsStruckOutWithItsReasonAndStaysReadable() {
        Contact wrong = recorded(analyst, ContactKind.CALL, "");
        assertEquals("CONTACT_FIELD_UNFIT", code(() -> contacts.strike(analyst, law.id(), wrong.id(), " ")));
        assertEquals("CONTACT_UNKNOWN", code(() -> contacts.strike(elsewhere, law.id(), wrong.id(), "No.")));
        assertEquals(
                "It was another day.",
                contacts.strike(analyst, law.id(), wrong.id(), "It was another day.")
                        .struck());
        assertEquals("CONTACT_STANDS", code(() -> contacts.strike(prosecutor, law.id(), wrong.id(), "Again.")));
        assertEquals("CONTACT_NOTHING_OWED", code(() -> contacts.report(prosecutor, law.id())));
        assertEquals(1, contacts.recorded(prosecutor, law.id()).size());
    }

    @Test
    void whatStandsInAReportIsNotStruckOut() {
        Contact call = recorded(prosecutor, ContactKind.CALL, "");
        contacts.report(prosecutor, law.id());
        assertEquals("CONTACT_STANDS", code(() -> contacts.strike(prosecutor, law.id(), call.id(), "Late.")));
    }

    @Test
    void anotherInstitutionLearnsNothing() {
        cross(true, ATF, START);
        recorded(prosecutor, ContactKind.CALL, "");
        contacts.sweep(SCHEDULE);
        ContactReport report = contacts.report(prosecutor, law.id());
        assertEquals(List.of(), contacts.owed(elsewhere, law.id()));
        assertEquals(List.of(), contacts.recorded(elsewhere, law.id()));
        assertEquals(List.of(), contacts.reports(elsewhere, law.id()));
        assertEquals("CONTACT_REPORT_UNKNOWN", code(() -> contacts.handOver(elsewhere, report.number(), "x")));
        assertEquals(
                "CONTACT_REPORT_UNKNOWN",
                code(() -> contacts.document(elsewhere, report.number(), PaperFormat.DOCX, Language.ES)));
        assertEquals(1, contacts.reports(central, law.id()).size());
        assertEquals(1, contacts.owed(auditor, law.id()).size());
    }

    @Test
    void whoOnlyRecordsSeesNoOneElsesContacts() {
        cross(true, ATF, START);
        contacts.sweep(SCHEDULE);
        recorded(prosecutor, ContactKind.CALL, "");
        Contact own = recorded(analyst, ContactKind.MESSAGE, "");
        assertEquals(
                List.of(own.id()),
                contacts.recorded(analyst, law.id()).stream().map(Contact::id).toList());
        assertEquals(List.of(), contacts.owed(analyst, law.id()));
        assertEquals("ACCESS_DENIED", code(() -> contacts.report(analyst, law.id())));
    }

    @Test
    void aFieldThatDoesNotFitIsNamed() {
        Instant now = clock.instant();
        List<ContactOrder> unfit = List.of(
                new ContactOrder(elsewhere.institution(), ContactKind.CALL, now, "x", ""),
                new ContactOrder(new InstitutionId("us-nobody"), ContactKind.CALL, now, "x", ""),
                new ContactOrder(ATF, ContactKind.CALL, now.plus(Duration.ofHours(1)), "x", ""),
                new ContactOrder(ATF, ContactKind.CALL, now.minus(Duration.ofDays(400)), "x", ""),
                new ContactOrder(ATF, ContactKind.CALL, now, "x".repeat(201), ""),
                new ContactOrder(ATF, ContactKind.CALL, now, "\0", ""),
                new ContactOrder(ATF, ContactKind.CALL, now, "x", "x".repeat(201)));
        for (ContactOrder order : unfit) {
            assertEquals(
                    "CONTACT_FIELD_UNFIT", code(() -> contacts.record(prosecutor, law.id(), order)), order::toString);
        }
        assertEquals(List.of(), contacts.recorded(prosecutor, law.id()));
    }

    @Test
    void aPartyWhoseLawWantsNoReportIsToldSo() {
        Contacts us = room("US");
        Officer agent = officer("us-atf", Role.CASE_OFFICER);
        assertTrue(us.duty(agent, law.id()).isEmpty());
        cross(true, ATF, START);
        assertEquals(0, us.sweep(SCHEDULE));
        assertEquals(List.of(), us.owed(agent, law.id()));
        assertEquals("CONTACT_NOT_REPORTED", code(() -> us.report(agent, law.id())));
    }

    @Test
    void theDocumentIsLoggedByItsHashAndTellsNoContent() {
        cross(true, ATF, START);
        contacts.sweep(SCHEDULE);
        recorded(prosecutor, ContactKind.MEETING, "");
        ContactReport report = contacts.report(prosecutor, law.id());
        assertNull(report.handed());
        PaperFile file = contacts.document(prosecutor, report.number(), PaperFormat.PDF, Language.ES);
        assertEquals("MX-2026-C000001-es.pdf", file.name());
        assertEquals(List.of(), Judged.faults(file.content()));
        String text = Judged.text(file.content());
        for (String words : List.of(
                "Secretaría de Relaciones Exteriores (SRE)",
                law.text().contactDuties().getFirst().article().toString(),
                "No consta",
                "Invented subject.",
                "2026-11-24")) {
            assertTrue(text.contains(Judged.flat(words)), () -> words + " in " + text);
        }
        assertEquals("contact.document-made", leaves.dutyTypes().getLast());
        PaperFile word = contacts.document(prosecutor, report.number(), PaperFormat.DOCX, Language.EN);
        assertTrue(word.content().sizeBytes() > 0);
    }
}
