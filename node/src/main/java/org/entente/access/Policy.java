package org.entente.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The policy table: which roles, whether the peer, whether the node's own schedules may do an action. Absent means
/// denied. One YAML file on the classpath, `policy.yaml`: action key to a list of role names, `PEER` and `SCHEDULE`.
final class Policy {
    /// Who may do one action.
    record Row(Set<Role> roles, boolean peerAllowed, boolean scheduleAllowed) {}

    private static final Row NOBODY = new Row(Set.of(), false, false);

    private final Map<String, Row> rows;

    private Policy(Map<String, Row> rows) {
        this.rows = rows;
    }

    static Policy shipped() {
        try (InputStream stream = Policy.class.getResourceAsStream("policy.yaml")) {
            if (stream == null) {
                throw new EntenteException(AccessCode.ACCESS_POLICY_BROKEN, "policy.yaml");
            }
            return parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new EntenteException(AccessCode.ACCESS_POLICY_BROKEN, e, "policy.yaml");
        }
    }

    static Policy parse(byte[] yaml) {
        Map<String, List<String>> table;
        try {
            table = new YAMLMapper().readValue(yaml, new TypeReference<Map<String, List<String>>>() {});
        } catch (JacksonException e) {
            throw new EntenteException(AccessCode.ACCESS_POLICY_BROKEN, e, "policy.yaml");
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        table.forEach((key, names) -> rows.put(key, row(key, names)));
        return new Policy(Map.copyOf(rows));
    }

    private static Row row(String key, List<String> names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        boolean peer = false;
        boolean schedule = false;
        for (String name : names) {
            switch (name) {
                case "PEER" -> peer = true;
                case "SCHEDULE" -> schedule = true;
                default -> {
                    try {
                        roles.add(Role.valueOf(name));
                    } catch (IllegalArgumentException e) {
                        throw new EntenteException(AccessCode.ACCESS_POLICY_BROKEN, e, key + ": " + name);
                    }
                }
            }
        }
        return new Row(Set.copyOf(roles), peer, schedule);
    }

    Row of(String actionKey) {
        return rows.getOrDefault(actionKey, NOBODY);
    }

    Set<String> keys() {
        return rows.keySet();
    }
}
