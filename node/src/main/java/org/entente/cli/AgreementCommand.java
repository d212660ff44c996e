package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.agreement.pack.PackSignatures;
import org.entente.agreement.pack.RulingTable;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Language;
import org.entente.kernel.Party;
import org.entente.kernel.Texts;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `entente agreement`: check, test and sign the law, with no node; and its versions on the node.
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        description = {"Check, test, propose and approve the law.", "Revisar, probar, proponer y aprobar la ley."})
final class AgreementCommand extends LawCommands {
    private static final Texts TEXTS = Texts.of("cli");

    AgreementCommand(Entente entente, PrintStream out) {
        super(entente, out);
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Show every problem of a pack, its hash, and whose signatures stand under it.",
                "Mostrar cada problema de un paquete, su huella y de quién son las firmas."
            })
    int check(
            @Parameters(
                            paramLabel = "DIR",
                            description = {"The pack's folder.", "La carpeta del paquete."})
                    Path folder,
            @Option(
                            names = "--signer",
                            paramLabel = "PARTY=VKEY",
                            description = {"Whose signature must stand there.", "De quién debe figurar la firma."})
                    @Nullable
                    Map<String, String> signers) {
        PackFiles files = PackFiles.read(folder);
        List<EntenteException> problems = PackReader.problems(files);
        for (EntenteException problem : problems) {
            out.println(Texts.what(problem).in(language()) + " "
                    + Texts.hint(problem).in(language()));
        }
        if (!problems.isEmpty()) {
            return 1;
        }
        Agreement agreement = PackReader.read(files);
        say(
                "agreement.sound",
                agreement.id(),
                agreement.version(),
                agreement.text().rules().size());
        say("agreement.hash", agreement.packHash().hex());
        return signers == null || signed(folder, files, signers) ? 0 : 1;
    }

    private boolean signed(Path folder, PackFiles files, Map<String, String> signers) {
        Path note = folder.resolve(PackSignatures.FILE);
        if (!Files.exists(note)) {
            say("agreement.unsigned", String.join(" ", signers.keySet()));
            return false;
        }
        Map<Party, List<VerifierKey>> keys = new TreeMap<>();
        signers.forEach((party, vkey) -> keys.put(new Party(party), List.of(VerifierKey.parse(vkey))));
        var found = PackSignatures.signers(files, read(note), keys);
        List<String> wanting = new ArrayList<>(signers.keySet());
        for (Party party : found) {
            say("agreement.signed", party);
            wanting.remove(party.code());
        }
        if (!wanting.isEmpty()) {
            say("agreement.unsigned", String.join(" ", wanting));
        }
        return wanting.isEmpty();
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Compare the law's rulings with the table that lies beside it.",
                "Comparar las resoluciones de la ley con la tabla que la acompaña."
            })
    int test(
            @Parameters(
                            paramLabel = "DIR",
                            description = {"The pack's folder.", "La carpeta del paquete."})
                    Path folder) {
        PackFiles files = PackFiles.read(folder);
        Agreement agreement = PackReader.read(files);
        List<RulingTable.Case> cases = RulingTable.read(files, agreement);
        List<RulingTable.Miss> misses = RulingTable.check(cases, agreement);
        for (RulingTable.Miss miss : misses) {
            RulingTable.Case wanted = miss.expected();
            say(
                    "agreement.miss",
                    wanted.line(),
                    wanted.claim(),
                    wanted.ruling() + " " + wanted.detail() + " " + wanted.fired(),
                    miss.ruling() + " " + miss.detail() + " " + miss.fired());
        }
        say("agreement.tested", cases.size(), misses.size());
        return misses.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = {
                "Make a key to sign the law with; prints its public half.",
                "Crear una llave para firmar la ley; muestra su parte pública."
            })
    int key(
            @Parameters(
                            paramLabel = "NAME",
                            description = {"The key's name.", "El nombre de la llave."})
                    String name,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = {"Where the private half goes.", "Dónde queda la parte privada."})
                    Path file) {
        Ed25519Key key =
                Ed25519Key.ofSeed(name, SignatureType.ED25519, Ids.random256().toArray());
        try {
            // Readable by its owner from the first byte; an existing key is never overwritten.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key.secretText() + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
        out.println(key.key().text());
        return 0;
    }

    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = {
                "Add a party's signature under a sound pack (signatures.note in its folder).",
                "Agregar la firma de una parte a un paquete sin problemas (signatures.note en su carpeta)."
            })
    int sign(
            @Parameters(
                            paramLabel = "DIR",
                            description = {"The pack's folder.", "La carpeta del paquete."})
                    Path folder,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "FILE",
                            description = {"The key to sign with.", "La llave con que se firma."})
                    Path keyFile) {
        PackFiles files = PackFiles.read(folder);
        Agreement agreement = PackReader.read(files);
        Ed25519Key key = Ed25519Key.parse(text(keyFile).strip());
        Path note = folder.resolve(PackSignatures.FILE);
        Bytes signed =
                Files.exists(note) ? PackSignatures.add(files, read(note), key) : PackSignatures.sign(files, key);
        try {
            Files.write(note, signed.toArray());
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, note.toString());
        }
        say("agreement.signed", key.key().name());
        say("agreement.hash", agreement.packHash().hex());
        return 0;
    }

    private Bytes read(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    private void say(String key, Object... facts) {
        out.println(TEXTS.text(key, language(), facts));
    }

    private Language language() {
        return entente.language();
    }
}
