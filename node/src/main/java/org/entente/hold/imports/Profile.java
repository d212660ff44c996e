package org.entente.hold.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.hold.HoldCode;
import org.entente.hold.SubjectKind;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How one publisher's files are read and under what terms their records are held. Data, versioned, shown in
/// every report; one YAML file each in this package's resources.
///
/// `terms` is what the profile supplies where the rows are silent; a profile without it (our own casework)
/// makes every row bring its own.
public record Profile(
        String key,
        int version,
        Format format,
        String source,
        Bilingual name,
        Bilingual publisher,
        String charset,
        List<String> parts,
        List<Supply> terms,
        Map<String, String> labels,
        Map<String, String> statuses) {
    /// Which reader understands the files.
    public enum Format {
        SDN,
        SAT_69B,
        UN_XML,
        CASEWORK
    }

    /// What is supplied for one kind of subject. `retentionYears` counts from the list's date: each edition
    /// that still has the subject renews it, so it means "until delisted, and then so long".
    public record Supply(
            SubjectKind kind,
            PersonClass personClass,
            String instrument,
            String article,
            Set<HandlingCode> handling,
            String evaluation,
            int retentionYears,
            Bilingual retention) {
        Draft.Terms terms(LocalDate asOf) {
            return new Draft.Terms(
                    new LegalBasis(instrument, article),
                    handling,
                    new EvaluationCode(evaluation),
                    asOf.plusYears(retentionYears),
                    personClass);
        }
    }

    public Profile {
        parts = List.copyOf(parts);
        terms = List.copyOf(terms);
        labels = Map.copyOf(labels);
        statuses = Map.copyOf(statuses);
    }

    static final List<String> SHIPPED = List.of("us-sdn", "mx-69b", "un", "casework");

    private static final Map<String, Profile> READ = new ConcurrentHashMap<>();

    /// The shipped profile of that key.
    ///
    /// @throws EntenteException HOLD_PROFILE_UNKNOWN
    public static Profile shipped(String key) {
        if (!SHIPPED.contains(key)) {
            throw new EntenteException(HoldCode.HOLD_PROFILE_UNKNOWN, String.join(", ", SHIPPED));
        }
        return READ.computeIfAbsent(key, Profile::read);
    }

    public static List<Profile> all() {
        return SHIPPED.stream().map(Profile::shipped).toList();
    }

    /// The shipped profile that fills the source.
    public static Optional<Profile> ofSource(String source) {
        return SHIPPED.stream()
                .map(Profile::shipped)
                .filter(profile -> profile.source().equals(source))
                .findFirst();
    }

    private static Profile read(String key) {
        try (InputStream stream = Profile.class.getResourceAsStream(key + ".yaml")) {
            if (stream == null) {
                throw new EntenteException(HoldCode.HOLD_PROFILE_BROKEN, key);
            }
            return parse(key, stream.readAllBytes());
        } catch (IOException unread) {
            throw new EntenteException(HoldCode.HOLD_PROFILE_BROKEN, unread, key);
        }
    }

    static Profile parse(String key, byte[] yaml) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try {
            return mapper.readValue(yaml, Profile.class);
        } catch (JacksonException broken) {
            throw new EntenteException(HoldCode.HOLD_PROFILE_BROKEN, broken, key);
        }
    }

    Charset encoding() {
        return Charset.forName(charset);
    }

    Draft.Terms supply(SubjectKind kind, LocalDate asOf) {
        for (Supply supply : terms) {
            if (supply.kind() == kind) {
                return supply.terms(asOf);
            }
        }
        throw new EntenteException(HoldCode.HOLD_PROFILE_BROKEN, key + ": " + kind.key());
    }
}
