package org.entente.boot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.mail.MailServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `node.yaml`, the one configuration file of a node, bound to one record. Unknown keys and bad values are refused with
/// their line. Paths are relative to the folder of the file. `docs/operate.md` lists every key, its default and what
/// breaks when it is wrong; a test compares.
///
/// @param party the sovereign this node belongs to; it can never change, every key and log is bound to it
/// @param agreement the agreement this node is set up for
/// @param host this node's name in logs and keys; it can never change, every origin begins with it
/// @param pack folder of the rule pack; both parties' files name its hash
/// @param nodeKeyFile the file with the 32-byte key that wraps all others; lost with it are all keys
/// @param console where officers' browsers and API clients connect
/// @param peer where the other party's node connects, and how it finds this one
/// @param database absent: embedded PostgreSQL under `pg/`
/// @param postgresFolder where the embedded server's program files are unpacked once; nodes may share it
/// @param libsodium path of a libsodium to prefer; absent: the system's, else the bundled one
/// @param mail absent: nobody is told anything by e-mail
public record NodeConfig(
        @JsonProperty(value = "party", required = true) String party,
        @JsonProperty(value = "agreement", required = true) String agreement,
        @JsonProperty(value = "host", required = true) String host,
        @JsonProperty(value = "pack", required = true) String pack,

        @JsonProperty(value = "node-key-file", required = true)
        String nodeKeyFile,

        @JsonProperty(value = "console", required = true) Connector console,
        @JsonProperty(value = "peer", required = true) PeerConnector peer,
        @JsonProperty("database") @Nullable External database,
        @JsonProperty("postgres-folder") @Nullable String postgresFolder,
        @JsonProperty("libsodium") @Nullable String libsodium,
        @JsonProperty("mail") @Nullable Mail mail) {

    /// An address and port to listen on. Plain HTTP is allowed on loopback only.
    public record Connector(
            @JsonProperty(value = "address", required = true)
            String address,

            @JsonProperty(value = "port", required = true) int port) {}

    /// The second connector: TLS 1.3 with client certificates only. `url` is what the party file tells the peer.
    public record PeerConnector(
            @JsonProperty(value = "address", required = true)
            String address,

            @JsonProperty(value = "port", required = true) int port,
            @JsonProperty(value = "url", required = true) String url) {}

    /// A PostgreSQL 17 or newer run by the operator. The password stands alone in its file.
    public record External(
            @JsonProperty(value = "url", required = true) String url,
            @JsonProperty(value = "user", required = true) String user,

            @JsonProperty(value = "password-file", required = true)
            String passwordFile) {}

    /// The administration's mail server, which tells officers that something waits. `security` is
    /// `implicit`, `starttls` or, to a server of this machine only, `none`.
    public record Mail(
            @JsonProperty(value = "host", required = true) String host,
            @JsonProperty(value = "port", required = true) int port,

            @JsonProperty(value = "security", required = true)
            String security,

            @JsonProperty(value = "sender", required = true) String sender,
            @JsonProperty("user") @Nullable String user,
            @JsonProperty("password-file") @Nullable String passwordFile,
            @JsonProperty("minutes-apart") @Nullable Integer minutesApart) {
        MailServer.Security kind() {
            return MailServer.Security.valueOf(security.toUpperCase(Locale.ROOT));
        }
    }

    /// The file's name inside a node's home folder.
    public static final String FILE = "node.yaml";

    static NodeConfig read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new EntenteException(BootCode.BOOT_CONFIG_MISSING, file.toString());
        }
        try {
            String yaml = Files.readString(file);
            return parse(yaml).checked(yaml);
        } catch (IOException e) {
            throw new EntenteException(BootCode.BOOT_CONFIG_UNREADABLE, e, file.toString(), YamlLine.NONE);
        }
    }

    static NodeConfig parse(String yaml) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try {
            JsonNode tree = mapper.readTree(yaml);
            // First, so that a misspelt key is named and not the one it should have been.
            refuseUnknown(tree, NodeConfig.class, List.of(), yaml);
            return mapper.treeToValue(tree, NodeConfig.class);
        } catch (DatabindException e) {
            List<String> path = e.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .toList();
            String key = path.isEmpty() ? FILE : String.join(".", path);
            throw new EntenteException(BootCode.BOOT_CONFIG_VALUE, e, key, YamlLine.of(yaml, path));
        } catch (JacksonException e) {
            throw new EntenteException(BootCode.BOOT_CONFIG_UNREADABLE, e, FILE, line(e));
        }
    }

    Party ownParty() {
        return new Party(party);
    }

    AgreementId agreementId() {
        return new AgreementId(agreement);
    }

    URI consoleAddress() {
        return URI.create("http://" + console.address() + ":" + console.port());
    }

    private NodeConfig checked(String yaml) {
        check(yaml, "party", party.matches("[A-Z]{2}"));
        check(yaml, "agreement", agreement.matches("[a-z0-9][a-z0-9-]{0,39}"));
        check(yaml, "host", host.matches("[a-z0-9][a-z0-9.-]{2,99}"));
        check(yaml, "console.port", console.port() >= 0 && console.port() < 65_536);
        check(yaml, "peer.port", peer.port() >= 0 && peer.port() < 65_536);
        check(yaml, "peer.url", peer.url().startsWith("https://"));
        if (!isLoopback(yaml, "console.address", console.address())) {
            throw new EntenteException(BootCode.BOOT_NEEDS_TLS, console.address());
        }
        if (mail != null) {
            check(yaml, mail);
        }
        return this;
    }

    private static void check(String yaml, String key, boolean good) {
        if (!good) {
            throw new EntenteException(BootCode.BOOT_CONFIG_VALUE, key, YamlLine.of(yaml, List.of(key.split("\\."))));
        }
    }

    /// Nothing is asked of the network but for a server that is to get plain text.
    private static void check(String yaml, Mail mail) {
        check(yaml, "mail.port", mail.port() > 0 && mail.port() < 65_536);
        check(yaml, "mail.security", Set.of("implicit", "starttls", "none").contains(mail.security()));
        check(yaml, "mail.sender", mail.sender().matches("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,180}"));
        check(yaml, "mail.user", (mail.user() == null) == (mail.passwordFile() == null));
        Integer apart = mail.minutesApart();
        check(yaml, "mail.minutes-apart", apart == null || (apart >= 1 && apart <= 1_440));
        boolean plain = mail.kind() == MailServer.Security.NONE;
        check(yaml, "mail.security", !plain || isLoopback(yaml, "mail.host", mail.host()));
    }

    private static boolean isLoopback(String yaml, String key, String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            String line = YamlLine.of(yaml, List.of(key.split("\\.")));
            throw new EntenteException(BootCode.BOOT_CONFIG_VALUE, e, key, line);
        }
    }

    private static void refuseUnknown(JsonNode block, Class<?> type, List<String> path, String yaml) {
        var known = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(NodeConfig::key, RecordComponent::getType));
        for (String name : block.propertyNames()) {
            List<String> below = Stream.concat(path.stream(), Stream.of(name)).toList();
            Class<?> part = known.get(name);
            if (part == null) {
                throw new EntenteException(
                        BootCode.BOOT_CONFIG_UNKNOWN_KEY, String.join(".", below), YamlLine.of(yaml, below));
            }
            if (part.isRecord()) {
                refuseUnknown(block.path(name), part, below, yaml);
            }
        }
    }

    /// The name of a component in the file.
    static String key(RecordComponent component) {
        return component.getAccessor().getAnnotation(JsonProperty.class).value();
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null
                ? YamlLine.NONE
                : String.valueOf(e.getLocation().getLineNr());
    }
}
