package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.entente.access.AccessCode;
import org.entente.agreement.pack.ShippedPack;
import org.entente.exchange.ExchangeCode;
import org.entente.exchange.Parcel;
import org.entente.exchange.ParcelId;
import org.entente.exchange.ParcelKey;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Role;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AttachmentsTest {
    private static final byte[] PDF =
            ("%PDF-1.7\n" + "an invented act of an invented office\n".repeat(50)).getBytes(StandardCharsets.US_ASCII);

    private final TwoSides sides = new TwoSides();

    @AfterEach
    void close() {
        sides.close();
    }

    private RequestNumber draft() {
        return assertInstanceOf(
                        Submission.Recorded.class, sides.us.casework.submit(sides.usOfficer, AskExamples.arrest()))
                .number();
    }

    private Attachment attach(RequestNumber number, String name, byte[] bytes) {
        return sides.us.attachments.attach(sides.usOfficer, number, name, new ByteArrayInputStream(bytes));
    }

    private void send(RequestNumber number) {
        int revision = sides.us.casework.request(sides.usLawyer, number).revision();
        BasisCheck check =
                sides.us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(true, "", Map.of(), revision));
        assertTrue(check.accepted());
        sides.both();
    }

    /// What is awaited comes; the room looks at it.
    private void fetch() {
        sides.mx.parcels.pullFrom(new PeerParty(sides.mx.party, AskExamples.AGREEMENT), sides.us.parcels);
        sides.sweep();
    }

    private static byte[] read(Side side, Officer officer, RequestNumber number, ParcelId id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AttachedContent content = side.attachments.open(officer, number, id)) {
            content.writeTo(out);
        }
        return out.toByteArray();
    }

    private static void refused(AskCode code, Executable step) {
        assertEquals(code, assertThrows(EntenteException.class, step).code());
    }

    private static List<AttachedFile> files(Side side, Officer officer, RequestNumber number) {
        return side.casework.request(officer, number).attachments();
    }

    @Test
    void aFileCrossesBesideItsRequestAndIsReadThere() throws IOException {
        byte[] video = new byte[(2 << 20) + 7];
        new SplittableRandom(3).nextBytes(video);
        System.arraycopy("\0\0\0 ftypisom".getBytes(StandardCharsets.ISO_8859_1), 0, video, 0, 12);
        RequestNumber number = draft();
        Attachment act = attach(number, "acta.pdf", PDF);
        Attachment film = attach(number, "vídeo.mp4", video);
        send(number);
        assertEquals(
                List.of(AttachedFile.State.ON_ITS_WAY, AttachedFile.State.ON_ITS_WAY),
                files(sides.mx, sides.mxOfficer, number).stream()
                        .map(AttachedFile::state)
                        .toList());
        refused(AskCode.ASK_ATTACHMENT_NOT_HERE, () -> sides.mx.attachments.open(sides.mxOfficer, number, act.id()));
        fetch();
        AttachedFile here = files(sides.mx, sides.mxOfficer, number).get(1);
        assertEquals(new AttachedFile(film, AttachedFile.State.HERE, 3, 3), here);
        assertArrayEquals(PDF, read(sides.mx, sides.mxOfficer, number, act.id()));
        assertArrayEquals(video, read(sides.mx, sides.mxLawyer, number, film.id()));
        assertArrayEquals(video, read(sides.us, sides.usLawyer, number, film.id()));
    }

    @Test
    void theLogSaysWhoBroughtWhoReadAndWhatCameAndNamesNoFile() throws IOException {
        RequestNumber number = draft();
        Attachment act = attach(number, "Juan Inventado acta.pdf", PDF);
        send(number);
        fetch();
        read(sides.mx, sides.mxOfficer, number, act.id());
        List<Leaf.Duty> said = List.of(
                sides.us.leaves.duties("ask.attached").getFirst(),
                sides.mx.leaves.duties("ask.attachment-arrived").getFirst(),
                sides.mx.leaves.duties("ask.attachment-opened").getFirst());
        for (Leaf.Duty leaf : said) {
            assertEquals(act.parcel().content().hex(), leaf.fields().get("content"));
            assertFalse(leaf.toString().contains("Inventado"), "a file's name is in no leaf");
        }
    }

    @Test
    void theLawyerWhoReadAnotherListIsAskedToLookAgain() {
        RequestNumber number = draft();
        int read = sides.us.casework.request(sides.usLawyer, number).revision();
        Attachment act = attach(number, "acta.pdf", PDF);
        refused(
                AskCode.ASK_TEXT_CHANGED,
                () -> sides.us.casework.checkBasis(
                        sides.usLawyer, number, new BasisDecision(true, "", Map.of(), read)));
        int again = sides.us.casework.request(sides.usLawyer, number).revision();
        sides.us.attachments.detach(sides.usOfficer, number, act.id());
        refused(
                AskCode.ASK_TEXT_CHANGED,
                () -> sides.us.casework.checkBasis(
                        sides.usLawyer, number, new BasisDecision(true, "", Map.of(), again)));
        send(number);
    }

    @Test
    void theDocumentAndWhatChangedSinceItWasSentBackListTheFiles() {
        RequestNumber number = draft();
        sides.us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "The act?", Map.of(), 0));
        Attachment act = attach(number, "acta.pdf", PDF);
        RequestDetail detail = sides.us.casework.request(sides.usLawyer, number);
        Change change = detail.changes().getFirst();
        assertEquals("acta.pdf", change.label().en());
        assertTrue(
                change.after().es().contains(act.parcel().content().hex()),
                change.after().es());
        assertEquals("", change.before().en());
        assertTrue(detail.document().sections().stream()
                .anyMatch(section -> section.heading().es().equals("Qué se adjunta")));
    }

    @Test
    void aDraftThatIsMendedKeepsItsFiles() {
        RequestNumber number = draft();
        Attachment act = attach(number, "acta.pdf", PDF);
        sides.us.casework.checkBasis(
                sides.usLawyer,
                number,
                new BasisDecision(
                        false,
                        "Mend it.",
                        Map.of(),
                        sides.us.casework.request(sides.usLawyer, number).revision()));
        sides.us.casework.revise(sides.usOfficer, number, AskExamples.arrest());
        assertEquals(
                List.of(act),
                sides.us
                        .casework
                        .request(sides.usOfficer, number)
                        .filed()
                        .request()
                        .attachments());
    }

    @Test
    void afterItLeftNothingIsAddedOrTakenAway() {
        RequestNumber number = draft();
        Attachment act = attach(number, "acta.pdf", PDF);
        send(number);
        refused(AskCode.ASK_NOT_IN_THIS_STATE, () -> attach(number, "two.pdf", PDF));
        refused(AskCode.ASK_NOT_IN_THIS_STATE, () -> sides.us.attachments.detach(sides.usOfficer, number, act.id()));
    }

    @Test
    void whoAttachedAFileDoesNotCheckTheRequest() {
        RequestNumber number = draft();
        Officer both = sides.us.officer("us-central-authority", Role.CASE_OFFICER, Role.LAWYER);
        sides.us.attachments.attach(both, number, "acta.pdf", new ByteArrayInputStream(PDF));
        refused(
                AskCode.ASK_SAME_OFFICER,
                () -> sides.us.casework.checkBasis(both, number, new BasisDecision(true, "", Map.of(), 1)));
    }

    @Test
    void aWithdrawnDraftLeavesNoFileAndNoKey() throws IOException {
        RequestNumber number = draft();
        attach(number, "acta.pdf", PDF);
        sides.us.casework.withdraw(sides.usOfficer, number, "");
        assertEquals(List.of(), left(sides.us));
        assertEquals(
                AttachedFile.State.GIVEN_UP,
                files(sides.us, sides.usOfficer, number).getFirst().state());
    }

    @Test
    void whatWasWithdrawnOnTheWayIsNotFetched() throws IOException {
        RequestNumber number = draft();
        attach(number, "acta.pdf", PDF);
        send(number);
        sides.us.casework.withdraw(sides.usOfficer, number, "");
        sides.both();
        fetch();
        assertEquals(
                AttachedFile.State.GIVEN_UP,
                files(sides.mx, sides.mxOfficer, number).getFirst().state());
        assertEquals(List.of(), left(sides.mx));
    }

    private static List<Path> left(Side side) throws IOException {
        Path folder = side.parcels.folder.resolve("parcels");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatIsRefusedLeavesTheDraftAsItWasAndNoFile() throws IOException {
        RequestNumber number = draft();
        RequestDetail before = sides.us.casework.request(sides.usOfficer, number);
        refused(AskCode.ASK_FILE_DIFFERS, () -> attach(number, "acta.pdf", new byte[] {'M', 'Z', 0}));
        refused(AskCode.ASK_FILE_TYPE_UNFIT, () -> attach(number, "acta.exe", PDF));
        refused(AskCode.ASK_FILE_NAME_UNFIT, () -> attach(number, "..", PDF));
        attach(number, "acta.pdf", PDF);
        refused(AskCode.ASK_FILE_NAME_TAKEN, () -> attach(number, "ACTA.PDF", PDF));
        assertEquals(2, left(sides.us).size(), "the file and its hashes");
        assertEquals(
                before.revision() + 1,
                sides.us.casework.request(sides.usOfficer, number).revision());
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesTheDraftAsItWas() throws IOException {
        RequestNumber number = draft();
        Files.createFile(sides.us.parcels.folder.resolve("parcels"));
        EntenteException failed = assertThrows(EntenteException.class, () -> attach(number, "acta.pdf", PDF));
        assertEquals(ExchangeCode.PARCEL_STORAGE, failed.code());
        assertEquals(0, sides.us.casework.request(sides.usOfficer, number).revision());
        Files.delete(sides.us.parcels.folder.resolve("parcels"));
        attach(number, "acta.pdf", PDF);
    }

    @Test
    void moreFilesThanTheLimitAreRefused() {
        RequestNumber number = draft();
        for (int i = 0; i < Limits.FILES_MAX; i++) {
            attach(number, "acta-" + i + ".pdf", PDF);
        }
        refused(AskCode.ASK_FILES_SPENT, () -> attach(number, "one-more.pdf", PDF));
        send(number);
    }

    @Test
    void whoHasNotTheRequestLearnsOfNoFile() {
        RequestNumber number = draft();
        Attachment act = attach(number, "acta.pdf", PDF);
        Officer elsewhere = sides.us.officer("us-dea", Role.CASE_OFFICER);
        refused(AskCode.ASK_REQUEST_UNKNOWN, () -> sides.us.attachments.open(elsewhere, number, act.id()));
        refused(
                AskCode.ASK_REQUEST_UNKNOWN,
                () -> sides.us.attachments.attach(elsewhere, number, "two.pdf", new ByteArrayInputStream(PDF)));
        Officer operator = sides.us.officer("us-central-authority", Role.OPERATOR);
        EntenteException denied =
                assertThrows(EntenteException.class, () -> sides.us.attachments.open(operator, number, act.id()));
        assertEquals(AccessCode.ACCESS_DENIED, denied.code());
        refused(
                AskCode.ASK_ATTACHMENT_UNKNOWN,
                () -> sides.us.attachments.open(sides.usOfficer, number, new ParcelId("00".repeat(16))));
    }

    /// The other node runs a program of its own that scans nothing.
    @Test
    void aFileOfAnotherTypeThanAnnouncedIsNotGivenOut() {
        RequestNumber number = draft();
        Attachment act = attach(number, "acta.pdf", PDF);
        send(number);
        sides.mx.database.run(tx -> tx.dsl().execute("""
                        update ask.request set document = replace(replace(document, 'acta.pdf', 'acta.png'),
                        'application/pdf', 'image/png') where number = ?
                        """, number.value()));
        fetch();
        AttachedFile file = files(sides.mx, sides.mxOfficer, number).getFirst();
        assertEquals(AttachedFile.State.REFUSED, file.state());
        refused(AskCode.ASK_ATTACHMENT_NOT_HERE, () -> sides.mx.attachments.open(sides.mxOfficer, number, act.id()));
    }

    @Test
    void theTextThatIsKeptHasNoKeyAndTheOneThatCrossesHas() {
        RequestNumber number = draft();
        Attachment act = attach(number, "acta.pdf", PDF);
        Request request =
                sides.us.casework.request(sides.usOfficer, number).filed().request();
        ParcelKey key = ParcelKey.of(Bytes.of(new byte[32]));
        Bytes crossing = AskWire.encode(request, Map.of(act.id(), key));
        assertTrue(text(crossing).contains("\"key\":\"" + "00".repeat(32)));
        assertFalse(text(AskWire.encode(request)).contains("\"key\""));
        assertEquals(
                request.attachments(),
                AskWire.parseRequest(crossing, ShippedPack.read()).attachments());
        assertEquals(
                key.bytes(),
                Objects.requireNonNull(AttachmentWire.keys(crossing).get(act.id()))
                        .bytes());
        for (Side side : List.of(sides.us, sides.mx)) {
            String kept = side.database.in(
                    tx -> tx.dsl().fetch("select document from ask.request").toString());
            assertFalse(kept.contains("\"key\""), kept);
        }
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void announcementsThatNoProgramOfOursMakesAreRefused() {
        RequestNumber number = draft();
        attach(number, "acta.pdf", PDF);
        Request request =
                sides.us.casework.request(sides.usOfficer, number).filed().request();
        Parcel parcel = request.attachments().getFirst().parcel();
        String sound = text(AskWire.encode(request, Map.of(parcel.id(), ParcelKey.of(Bytes.of(new byte[32])))));
        for (List<String> change : List.of(
                List.of("\"name\":\"acta.pdf\"", "\"name\":\"../acta.pdf\""),
                List.of("\"name\":\"acta.pdf\"", "\"name\":\"acta.exe\""),
                List.of("\"name\":\"acta.pdf\"", "\"name\":\"acta.png\""),
                List.of("application/pdf", "application/x-msdownload"),
                List.of("\"size\":" + parcel.sizeBytes(), "\"size\":" + (1L << 40)),
                List.of("\"size\":" + parcel.sizeBytes(), "\"size\":-1"),
                List.of("\"key\":\"" + "00".repeat(32) + "\"", "\"key\":\"00\""),
                List.of("\"key\":\"" + "00".repeat(32) + "\",", ""),
                List.of(parcel.content().hex(), parcel.content().hex().toUpperCase(Locale.ROOT)))) {
            String forged = sound.replace(change.getFirst(), change.getLast());
            assertFalse(forged.equals(sound), change.toString());
            assertThrows(
                    EntenteException.class,
                    () -> AskWire.parseRequest(Bytes.of(forged.getBytes(StandardCharsets.UTF_8)), ShippedPack.read()),
                    change.toString());
        }
        String none = sound.replaceFirst("\"attachments\":\\[.*?\\],\"basis\"", "\"attachments\":[],\"basis\"");
        assertThrows(
                EntenteException.class,
                () -> AskWire.parseRequest(Bytes.of(none.getBytes(StandardCharsets.UTF_8)), ShippedPack.read()));
    }
}
