package org.entente.ledger.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.bundle.BundleCheck;
import org.entente.ledger.bundle.Statement;
import org.entente.ledger.bundle.Verdict;
import org.entente.ledger.checkpoint.Policy;
import org.jspecify.annotations.Nullable;

/// The offline program: `Verify FILE [--policy POLICY] [--lang en|es]`. It opens two files, no connection, and no
/// database. Exit code 0 = VERIFIED, 1 = NOT VERIFIED, 2 = CANNOT DECIDE (no policy, or a file that cannot be read).
public final class Verify {
    public static final int VERIFIED = 0;
    public static final int NOT_VERIFIED = 1;
    public static final int CANNOT_DECIDE = 2;

    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final Properties TEXTS = load();

    private final PrintStream out;
    private List<String> languages = LANGUAGES;
    private @Nullable String file;
    private @Nullable String policy;

    private Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, args));
    }

    /// The program without its process: prints and gives the exit code.
    public static int run(PrintStream out, String... args) {
        Verify verify = new Verify(out);
        if (!verify.read(args)) {
            verify.say("usage");
            return CANNOT_DECIDE;
        }
        return verify.decide();
    }

    private boolean read(String... args) {
        for (int i = 0; i < args.length; i++) {
            boolean valued = args[i].equals("--policy") || args[i].equals("--lang");
            if (valued && i + 1 == args.length) {
                return false;
            }
            if (args[i].equals("--policy")) {
                policy = args[++i];
            } else if (args[i].equals("--lang")) {
                if (!LANGUAGES.contains(args[++i])) {
                    return false;
                }
                languages = List.of(args[i]);
            } else if (args[i].startsWith("-") || file != null) {
                return false;
            } else {
                file = args[i];
            }
        }
        return file != null;
    }

    private int decide() {
        Optional<Policy> trusted;
        byte[] bundle;
        try {
            bundle = bytes(Objects.requireNonNull(file), Limits.BUNDLE_BYTES);
            trusted = policy == null ? Optional.empty() : Optional.of(Policy.parse(bytes(policy, Limits.POLICY_BYTES)));
        } catch (IOException | InvalidPathException e) {
            say("unreadable", String.valueOf(e.getMessage()));
            return CANNOT_DECIDE;
        } catch (LedgerException e) {
            say("policy", String.valueOf(policy), e.facts().toString());
            return CANNOT_DECIDE;
        }
        return switch (BundleCheck.check(bundle, trusted)) {
            case Verdict.Verified verified -> tell(verified);
            case Verdict.NotVerified not -> {
                for (String language : languages) {
                    String reason = text("reason." + not.reason().name(), language);
                    out.println(text("not-verified", language, not.where(), reason));
                }
                yield NOT_VERIFIED;
            }
            case Verdict.CannotDecide cannot -> {
                say(
                        "cannot-decide",
                        Octets.of(cannot.policyFingerprint().toArray()).hex());
                yield CANNOT_DECIDE;
            }
        };
    }

    private int tell(Verdict.Verified verified) {
        say("verified");
        for (String language : languages) {
            out.println();
            out.print(Statement.in(language, verified.bundle()));
            for (Verdict.Witnessing seen : verified.witnessings()) {
                out.println(text(
                        "witnessed",
                        language,
                        seen.origin(),
                        Long.toString(seen.size()),
                        seen.witness(),
                        seen.time().toString()));
            }
        }
        return VERIFIED;
    }

    private void say(String key, String... facts) {
        for (String language : languages) {
            out.println(text(key, language, facts));
        }
    }

    private static byte[] bytes(String path, int limitBytes) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return in.readNBytes(limitBytes + 1);
        }
    }

    private static String text(String key, String language, String... facts) {
        String pattern = Objects.requireNonNull(TEXTS.getProperty(key + "." + language), key);
        return new MessageFormat(pattern, Locale.ROOT).format(facts);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Verify.class.getResourceAsStream("texts.properties")), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
