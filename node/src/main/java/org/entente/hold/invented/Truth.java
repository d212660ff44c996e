package org.entente.hold.invented;

import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the generator knows and no node does: who is whom. For the storyteller's checks.
final class Truth {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode node = MAPPER.createObjectNode();
    private final ArrayNode commonTaxpayers;
    private final ArrayNode clearedTaxpayers;
    private final ArrayNode designatedCompanies;
    private final ArrayNode common;
    private final ObjectNode protectedPersons;

    Truth(long seed, int subjectCount) {
        node.put("seed", seed);
        node.put("subjects", subjectCount);
        node.put("asOf", Population.AS_OF.toString());
        node.put("programme", Population.PROGRAMME);
        commonTaxpayers = node.putArray("commonTaxpayers");
        clearedTaxpayers = node.putArray("clearedTaxpayers");
        designatedCompanies = node.putArray("designatedCompanies");
        common = node.putArray("common");
        protectedPersons = node.putObject("protected");
        protectedPersons.putArray("US");
        protectedPersons.putArray("MX");
    }

    void addDesignated(String rfc) {
        designatedCompanies.add(rfc);
    }

    void addCommonTaxpayer(String usLocator, String mxLocator, String rfc, boolean cleared) {
        commonTaxpayers.add(rfc);
        if (cleared) {
            clearedTaxpayers.add(rfc);
        }
        common(usLocator, mxLocator).put("rfc", rfc);
    }

    void addFirearm(Firearm firearm, String usLocator, String mxLocator, String recovery) {
        common(usLocator, mxLocator).put("firearm", firearm.key());
        if (!node.has("firearm")) {
            node.putObject("firearm")
                    .put("make", firearm.make())
                    .put("model", firearm.model())
                    .put("calibre", firearm.calibre())
                    .put("serial", firearm.serial())
                    .put("locatorUs", usLocator)
                    .put("locatorMx", mxLocator)
                    .put("recoveryMx", recovery);
        }
    }

    void addCommonPerson(Person person, String usLocator, String mxLocator, boolean byCurp, boolean byRfc) {
        ObjectNode entry = common(usLocator, mxLocator);
        if (byCurp) {
            entry.put("curp", person.curp());
        }
        if (byRfc) {
            entry.put("rfc", person.rfc());
        }
        if (!node.has("personOfInterest") && byCurp && byRfc) {
            node.putObject("personOfInterest")
                    .put("name", person.name())
                    .put("curp", person.curp())
                    .put("rfc", person.rfc())
                    .put("locatorUs", usLocator)
                    .put("locatorMx", mxLocator);
        }
    }

    void addProtected(String party, Side.Protected person) {
        ObjectNode entry = protectedPersons.withArray(party).addObject();
        entry.put("class", person.personClass().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("name", person.name());
        ArrayNode identifiers = entry.putArray("identifiers");
        identifiers.addObject().put("keyType", "curp").put("value", person.curp());
        identifiers.addObject().put("keyType", "rfc").put("value", person.rfc());
        identifiers.addObject().put("keyType", "phone").put("value", person.phone());
    }

    String json() {
        return MAPPER.writeValueAsString(node) + "\n";
    }

    private ObjectNode common(String usLocator, String mxLocator) {
        return common.addObject().put("us", usLocator).put("mx", mxLocator);
    }
}
