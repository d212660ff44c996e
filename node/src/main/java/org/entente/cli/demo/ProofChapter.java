package org.entente.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.cli.CliCode;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.cli.demo.Story.World;
import org.entente.kernel.EntenteException;
import org.entente.ledger.verify.Verify;
import tools.jackson.databind.JsonNode;

/// (g) Both logs are cosigned by the other node; a proof of the trace request is exported and verified with no node's
/// help.
final class ProofChapter implements Story.Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void play(World world) {
        Map<String, Object> sizes = new LinkedHashMap<>();
        cosigned(world, world.us(), sizes);
        cosigned(world, world.mx(), sizes);
        world.report().figure("cosignedTreeSizes", sizes);
        world.narrator()
                .say(
                        "story.cosigned",
                        sizes.entrySet().stream()
                                .map(size -> size.getKey() + " " + size.getValue())
                                .collect(Collectors.joining(", ")));
        proof(world);
    }

    private static void cosigned(World world, DemoParty party, Map<String, Object> sizes) {
        NodeClient auditor = party.as(Person.AUDITOR);
        for (String log : new String[] {"exchange", "duty"}) {
            JsonNode row = Look.until(
                    PATIENCE,
                    () -> Look.item(auditor, "/v1/logs", "log", log)
                            .filter(seen -> seen.path("cosigned").path("size").asLong() > 0));
            sizes.put(
                    party.party() + " " + log, row.path("cosigned").path("size").asLong());
        }
        world.report()
                .claim(
                        "g",
                        "both logs of " + party.party() + " are cosigned by the other node",
                        true,
                        sizes.toString());
    }

    private static void proof(World world) {
        NodeClient lawyer = world.mx().as(Person.LAWYER);
        String number = Look.item(lawyer, "/v1/requests?box=out", "type", "firearm-trace")
                .orElseThrow()
                .path("id")
                .asString();
        Path bundle = world.home().resolve("proof-" + number + ".zip");
        Path policy = world.home().resolve("policy-us-mx.txt");
        byte[] exported = Look.untilBytes(PATIENCE, () -> exported(lawyer, number));
        try {
            Files.write(bundle, exported);
            Files.writeString(policy, lawyer.text("/v1/policy"));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, bundle.toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = Verify.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), bundle.toString(), "--policy", policy.toString());
        world.report().figure("proofBundle", bundle.toString());
        world.report().figure("policy", policy.toString());
        world.report()
                .claim(
                        "g",
                        "the proof verifies with no node's help",
                        exit == 0,
                        said.toString(StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse(""));
        world.narrator().say("story.proof", bundle, policy);
    }

    /// Empty while a step of the exchange is not cosigned yet.
    private static Optional<byte[]> exported(NodeClient lawyer, String number) {
        try {
            return Optional.of(lawyer.bytes("/v1/requests/" + number + "/proof").toArray());
        } catch (NodeClient.NodeRefusal notYet) {
            if (notYet.status() == 409) {
                return Optional.empty();
            }
            throw notYet;
        }
    }
}
