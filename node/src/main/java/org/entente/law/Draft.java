package org.entente.law;

import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.agreement.pack.RulingTable;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// A pack that somebody handed in, read and tried.
public sealed interface Draft {
    /// It reads, and rules as its own table expects.
    record Sound(Agreement agreement) implements Draft {}

    /// What is wrong with it, each with its file and line.
    record Unsound(List<Bilingual> problems) implements Draft {
        public Unsound {
            problems = List.copyOf(problems);
        }
    }

    static Draft of(PackFiles files) {
        List<EntenteException> problems = problems(files);
        return problems.isEmpty()
                ? new Sound(PackReader.read(files))
                : new Unsound(problems.stream()
                        .limit(Limits.PROBLEMS_MAX)
                        .map(Draft::text)
                        .toList());
    }

    private static List<EntenteException> problems(PackFiles files) {
        int size = files.files().values().stream()
                .mapToInt(bytes -> bytes.sizeBytes())
                .sum();
        if (size > Limits.PACK_BYTES_MAX) {
            return List.of(new EntenteException(
                    AgreementCode.PACK_TOO_LARGE,
                    PackFiles.NAMES.getFirst(),
                    size + " bytes",
                    Integer.toString(Limits.PACK_BYTES_MAX)));
        }
        List<EntenteException> problems = PackReader.problems(files);
        return problems.isEmpty() ? misses(files, PackReader.read(files)) : problems;
    }

    private static List<EntenteException> misses(PackFiles files, Agreement agreement) {
        try {
            List<EntenteException> misses = new ArrayList<>();
            for (RulingTable.Miss miss : RulingTable.check(RulingTable.read(files, agreement), agreement)) {
                RulingTable.Case wanted = miss.expected();
                misses.add(new EntenteException(
                        AgreementCode.RULING_TABLE_BROKEN,
                        RulingTable.FILE,
                        Integer.toString(wanted.line()),
                        wanted.claim() + ": " + wanted.ruling() + " " + wanted.detail() + " " + wanted.fired() + " <> "
                                + miss.ruling() + " " + miss.detail() + " " + miss.fired()));
            }
            return misses;
        } catch (EntenteException broken) {
            return List.of(broken);
        }
    }

    private static Bilingual text(EntenteException problem) {
        Bilingual what = Texts.what(problem);
        Bilingual hint = Texts.hint(problem);
        return new Bilingual(
                what.in(Language.EN) + " " + hint.in(Language.EN), what.in(Language.ES) + " " + hint.in(Language.ES));
    }
}
