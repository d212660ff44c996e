package org.entente.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;
import org.junit.jupiter.api.Test;

/// Reads what `spec/find.md` says of the messages between nodes.
class FindSpecificationTest {
    private static final AgreementId AGREEMENT = new AgreementId("us-mx");

    @Test
    void announcementIsTheExample() throws IOException {
        Announcement announcement = Announcement.parse(AGREEMENT, Bytes.of(example()));

        assertEquals("rfc", announcement.keyType());
        assertEquals(new Purpose("illicit-finance"), announcement.purpose());
        assertEquals(7, announcement.epoch());
        assertEquals(1024, announcement.entryCount());
        assertEquals(Bytes.of(example()), announcement.body());
        assertEquals(
                "MX.us-mx", announcement.scope(new Party("MX"), new Party("US")).holder());
    }

    @Test
    void everyPrefixOfAnAnnouncementIsRefused() throws IOException {
        byte[] example = example();
        for (int length = 0; length < example.length; length++) {
            byte[] prefix = Arrays.copyOf(example, length);
            assertThrows(EntenteException.class, () -> Announcement.parse(AGREEMENT, Bytes.of(prefix)));
        }
    }

    @Test
    void statusCodesAreTheListedOnes() throws IOException {
        String text = specification();
        for (EvidentialStatus status : EvidentialStatus.values()) {
            String listed = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String number = LabelCodes.code(status) + " ";
            assertTrue(
                    text.contains(number + listed)
                            || text.contains(number + "listed and " + listed.replace("listed ", ""))
                            || text.contains(number + listed.replace("by court", "by a court")),
                    listed);
        }
    }

    @Test
    void messageIdIsTheExample() throws IOException {
        byte[] hash = new byte[32];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) i;
        }
        assertEquals(block("message-id"), EvaluationRequest.id(Bytes.of(hash)).hex());
    }

    @Test
    void everyCodeAHolderSignsIsNamed() throws IOException {
        String text = specification();
        for (FindCode code : List.of(
                FindCode.FIND_KEY_UNKNOWN,
                FindCode.FIND_KEY_NOT_ACCEPTED,
                FindCode.FIND_BATCH_CONFLICT,
                FindCode.FIND_OFF_TIME,
                FindCode.FIND_NOT_PERMITTED,
                FindCode.FIND_QUOTA_SPENT,
                FindCode.FIND_MESSAGE_MALFORMED,
                FindCode.FIND_REFUSALS_SPENT)) {
            assertTrue(text.contains("`" + code.name() + "`"), code.name());
            assertTrue(
                    Texts.of("find").has("peer." + code.name()) || code == FindCode.FIND_REFUSALS_SPENT, code.name());
        }
        assertTrue(text.contains(String.format(Locale.ROOT, "%,d entries", Limits.ENTRY_COUNT_MAX)));
        assertTrue(text.contains(String.format(Locale.ROOT, "signed %,d for", Limits.REFUSALS_PER_DAY)));
    }

    private static byte[] example() throws IOException {
        return block("announcement").getBytes(StandardCharsets.UTF_8);
    }

    private static String block(String name) throws IOException {
        Matcher block = Pattern.compile("```" + name + "\n(.*)\n```").matcher(specification());
        assertTrue(block.find(), name);
        return block.group(1);
    }

    private static String specification() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("entente.root", "..")).resolve("spec/find.md"));
    }
}
