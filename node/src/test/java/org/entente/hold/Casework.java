package org.entente.hold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small invented sources for tests.
final class Casework {
    static final String HEADER = "{\"format\":\"entente-casework\",\"version\":1,\"party\":\"US\","
            + "\"asOf\":\"2026-11-01\",\"invented\":true}";

    static final String[] SDN_ROWS = {
        "9000001,\"EMPRESA SUPUESTA, S.A. DE C.V.\",-0- ,\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ",
        "9000002,\"SUPUESTO JIMENEZ, Ejemplo\",\"individual\",\"SDNTK] [TCO\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
                + "\"DOB 29 Feb 1980; alt. DOB circa 1981; POB Villa Ejemplo, Mexico; nationality Mexico; R.F.C. "
                + "SUJE-800229-ZZ3 (Mexico); a.k.a. 'EL EJEMPLO'; Linked To: EMPRESA SUPUESTA, S.A. DE C.V.\""
    };

    private Casework() {}

    static Path file(Path folder, String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return HoldWorld.file(
                folder, "casework-" + Integer.toHexString(lines.hashCode()) + ".jsonl", lines.toArray(String[]::new));
    }

    static String suspect(String id) {
        return person(id, "suspect", "NÚÑEZ CEVALLOS, José Ángel", "NUCJ800229HDFZZZ0", "+1 212 555 0142");
    }

    static String person(String id, String personClass, String name, String curp17, String phone) {
        return "{\"id\":\"" + id + "\",\"kind\":\"person\",\"class\":\"" + personClass + "\",\"status\":\"none\","
                + TERMS + ",\"facets\":[{\"key\":\"main\",\"kind\":\"primary\",\"statements\":[" + said("name", name)
                + "," + said("birth-date", "1980-02-29") + ","
                + said("curp", curp17 + org.entente.match.Curp.checkDigit(curp17)) + "," + said("phone", phone)
                + "]}]}";
    }

    /// A suspect of whom a source says no more than the statements, as alternating property and value.
    static String saying(String id, String kind, String... statements) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < statements.length; at += 2) {
            all.append(all.isEmpty() ? "" : ",").append(said(statements[at], statements[at + 1]));
        }
        return "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"class\":\""
                + (kind.equals("person") ? "suspect" : "not-a-person") + "\",\"status\":\"none\"," + TERMS
                + ",\"facets\":[{\"key\":\"main\",\"kind\":\"primary\",\"statements\":[" + all + "]}]}";
    }

    static String firearm(String id) {
        return "{\"id\":\"" + id + "\",\"kind\":\"firearm\",\"class\":\"not-a-person\",\"status\":\"none\"," + TERMS
                + ",\"facets\":[{\"key\":\"main\",\"kind\":\"primary\",\"statements\":["
                + said("firearm", "Pecos Arms / INV000123") + "]}]}";
    }

    /// An event that involves the subjects named.
    static String event(String id, String... involved) {
        StringBuilder links = new StringBuilder();
        for (String other : involved) {
            links.append(links.isEmpty() ? "" : ",").append("{\"kind\":\"involved\",\"to\":\"" + other + "\"}");
        }
        return "{\"id\":\"" + id + "\",\"kind\":\"event\",\"class\":\"not-a-person\",\"status\":\"none\"," + TERMS
                + ",\"facets\":[{\"key\":\"main\",\"kind\":\"primary\",\"statements\":["
                + said("event-type", "seizure of drugs") + "," + said("place", "Villa Ejemplo") + "]}],\"links\":["
                + links + "]}";
    }

    private static final String TERMS =
            "\"basis\":{\"instrument\":\"US-28-USC\",\"article\":\"533\"},\"handling\":[\"H0\"],"
                    + "\"evaluation\":\"B2\",\"retainUntil\":\"2031-06-30\"";

    private static String said(String property, String value) {
        return "{\"property\":\"" + property + "\",\"value\":\"" + value + "\"}";
    }
}
