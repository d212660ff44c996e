package org.entente.access;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The officers a node is set up with, from YAML: `officers`, a list of `id`, `institution`, `name`, `roles`.
public record Roster(List<Officer> officers) {
    private record Entry(String id, String institution, String name, List<String> roles) {}

    private record Listing(List<Entry> officers) {}

    public Roster {
        officers = List.copyOf(officers);
    }

    /// @throws EntenteException ACCESS_ROSTER_BROKEN naming the entry
    public static Roster parse(Party party, String yaml) {
        Listing listing;
        try {
            listing = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .readValue(yaml, Listing.class);
        } catch (JacksonException e) {
            String line =
                    e.getLocation() == null ? "-" : "line " + e.getLocation().getLineNr();
            throw new EntenteException(AccessCode.ACCESS_ROSTER_BROKEN, e, line);
        }
        if (listing.officers().size() > Limits.OFFICERS_MAX) {
            throw new EntenteException(AccessCode.ACCESS_ROSTER_BROKEN, "> " + Limits.OFFICERS_MAX);
        }
        Set<OfficerId> seen = new LinkedHashSet<>();
        List<Officer> officers =
                listing.officers().stream().map(entry -> officer(party, entry)).toList();
        for (Officer officer : officers) {
            if (!seen.add(officer.id())) {
                throw new EntenteException(
                        AccessCode.ACCESS_ROSTER_BROKEN, officer.id().value());
            }
        }
        return new Roster(officers);
    }

    private static Officer officer(Party party, Entry entry) {
        try {
            EnumSet<Role> roles = EnumSet.noneOf(Role.class);
            entry.roles().forEach(role -> roles.add(Role.valueOf(role)));
            return new Officer(
                    new OfficerId(entry.id()), party, new InstitutionId(entry.institution()), entry.name(), roles);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AccessCode.ACCESS_ROSTER_BROKEN, e, entry.id());
        }
    }
}
