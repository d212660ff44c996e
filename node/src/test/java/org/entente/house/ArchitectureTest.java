package org.entente.house;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.kernel.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The import table of ARCHITECTURE.md as data. Every violation is printed at once.
class ArchitectureTest {
    private static final String PRODUCT = "org.entente.";

    /// Room, then what it may import besides `kernel` and `org.jspecify`. `ledger`, `blind` and `match` are the
    /// modules.
    private static final Map<String, Set<String>> MAY_IMPORT = table("""
            kernel    :
            db        :
            keys      :
            paper     : keys
            mail      :
            agreement : ledger
            prove     : db keys ledger
            access    : db agreement prove
            exchange  : db keys prove access ledger
            law       : db agreement prove access exchange ledger
            hold      : db keys agreement prove access match
            release   : db keys agreement prove access match exchange hold
            find      : db keys agreement prove access match exchange hold blind
            contact   : db agreement prove access exchange paper
            ask       : db keys agreement prove access match exchange hold release paper
            act       : db keys agreement prove access match exchange find ask release blind
            console   : access agreement prove exchange law hold release find ask act contact paper
            api       : access agreement prove exchange law hold release find ask act contact paper
            peer      : access prove exchange find
            cli       : access agreement hold ledger
            boot      : *
            ledger    : -
            blind     : -
            match     : -
            """);

    /// Sub-packages that another room may import; of every other room only the base package is its face.
    private static final Set<String> FURTHER_FACES = Set.of(
            "kernel.json", // the one canonical form of all that crosses
            "agreement.clock", // deadlines, which inboxes sort by and screens show
            "agreement.pack", // the folder of the law, for the command line's check, sign and test
            "access.web", // sign-in, for the doors
            "hold.invented" // writes files of invented people, offline, for the command line
            );

    /// A store turns access's Scope into its WHERE and may use the modules that its room may; it knows
    /// no other room.
    private static final Set<String> STORES_MAY_IMPORT = Set.of("kernel", "db", "access");

    /// Libraries that stay where the plan puts them. Whoever is not listed may not touch them.
    private static final Map<String, List<String>> HOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.jooq", List.of("db", "*.store")),
            Map.entry("org.postgresql", List.of("db", "*.store")),
            Map.entry("org.flywaydb", List.of("db")),
            Map.entry("com.zaxxer", List.of("db")),
            Map.entry("org.springframework", List.of("api", "console", "peer", "boot", "access.web")),
            Map.entry("jakarta.servlet", List.of("api", "console", "peer", "boot", "access.web")),
            Map.entry("org.apache.catalina", List.of("boot", "peer")),
            Map.entry("gg.jte", List.of("console", "boot")),
            Map.entry("picocli", List.of("cli", "boot")),
            Map.entry("org.bouncycastle", List.of("keys", "agreement", "exchange", "act", "paper", "ledger.*")),
            Map.entry("jakarta.mail", List.of("mail")),
            Map.entry("com.openhtmltopdf", List.of("paper")),
            Map.entry("org.apache.pdfbox", List.of("paper")),
            Map.entry("org.apache.fontbox", List.of("paper")),
            Map.entry("org.apache.xmpbox", List.of("paper")),
            Map.entry("org.apache.poi", List.of("paper")),
            Map.entry("org.openxmlformats", List.of("paper")),
            Map.entry("com.goterl", List.of("blind.*")),
            Map.entry("com.ibm.icu", List.of("match.*"))));

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.entente");
    }

    @Test
    void roomsImportOnlyWhatTheTableAllows() {
        var violations = new TreeSet<String>();
        for (JavaClass origin : classes) {
            Place from = Place.of(origin);
            if (!MAY_IMPORT.containsKey(from.room)) {
                violations.add("package not in the table: " + origin.getPackageName());
                continue;
            }
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(PRODUCT)) {
                    String refusal = refusal(from, Place.of(target));
                    if (!refusal.isEmpty()) {
                        violations.add(origin.getName() + " -> " + target.getName() + ": " + refusal);
                    }
                }
            }
        }
        assertNone(violations);
    }

    private static String refusal(Place from, Place to) {
        boolean sameRoom = from.room.equals(to.room);
        if (from.isStore() && !sameRoom && !to.isLibrary() && !STORES_MAY_IMPORT.contains(to.room)) {
            return "a store imports its room, the modules and " + STORES_MAY_IMPORT;
        }
        if (sameRoom) {
            return "";
        }
        Set<String> allowed = MAY_IMPORT.getOrDefault(from.room, Set.of());
        if (allowed.contains("*")) {
            return "";
        }
        boolean kernel = to.room.equals("kernel") && !allowed.contains("-");
        if (!kernel && !allowed.contains(to.room)) {
            return from.room + " may not import " + to.room;
        }
        if (to.isLibrary() || to.sub.isEmpty() || FURTHER_FACES.contains(to.name())) {
            return "";
        }
        return to.name() + " is inside " + to.room + ", not its face";
    }

    @Test
    void tableHasNoCycle() {
        var done = new TreeSet<String>();
        var rooms = new TreeSet<>(MAY_IMPORT.keySet());
        rooms.remove("boot");
        while (rooms.removeIf(room -> done.containsAll(imported(room)) && done.add(room))) {
            assertTrue(done.size() <= MAY_IMPORT.size());
        }
        assertEquals(Set.of(), rooms, "these import each other");
    }

    private static Set<String> imported(String room) {
        var imported = new TreeSet<>(MAY_IMPORT.getOrDefault(room, Set.of()));
        imported.remove("-");
        return imported;
    }

    @Test
    void librariesStayWhereThePlanPutsThem() {
        var violations = new TreeSet<String>();
        for (JavaClass origin : classes) {
            Place from = Place.of(origin);
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getName();
                HOMES.forEach((library, homes) -> {
                    if (target.startsWith(library + ".") && homes.stream().noneMatch(from::isIn)) {
                        violations.add(origin.getName() + " -> " + target + ": only in " + homes);
                    }
                });
            }
        }
        assertNone(violations);
    }

    @Test
    void subPackagesAreOneLevelDeep() {
        var violations = classes.stream()
                .map(Place::of)
                .filter(place -> !place.isLibrary() && place.sub.contains("."))
                .filter(place -> !place.sub.startsWith("store.generated"))
                .map(Place::name)
                .collect(toCollection(TreeSet::new));
        assertNone(violations);
    }

    /// The faces of the verbs: at most 15 methods, each asks `access` for the Actor it is given.
    private static final Set<String> FACES = Set.of(
            "hold.Holdings",
            "hold.Uploads",
            "hold.Reviews",
            "release.Releases",
            "find.Discovery",
            "ask.Casework",
            "ask.Papers",
            "ask.Cooperation",
            "ask.Assignments",
            "ask.SavedFilters",
            "ask.InBulk",
            "ask.Notices",
            "contact.Contacts",
            "act.Operations",
            "ask.Prospects",
            "law.Enactment",
            "exchange.Proofs");

    private static final int FACE_METHODS = 15;

    /// Public methods of faces that take no Actor, each with its reason.
    private static final Map<String, String> WITHOUT_ACTOR = Map.of(
            "Releases.desk", "wiring: the desk asks access for the peer at each arrival",
            "Casework.desk", "wiring: the desk asks access for the peer at each arrival",
            "Enactment.desk", "wiring: the desk asks access for the peer at each arrival",
            "Operations.desk", "wiring: the desk asks access for the peer at each arrival",
            "Discovery.desk", "a door for envelopes: each arrival names its peer",
            "Discovery.door", "a door for calls: each call names its peer",
            "Discovery.close", "the node stops");

    @Test
    void everyMethodOfAFaceTakesAnActor() {
        var violations = new TreeSet<String>();
        for (JavaClass face : classes) {
            if (FACES.contains(face.getName().substring(PRODUCT.length()))) {
                var methods = face.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .toList();
                if (methods.size() > FACE_METHODS) {
                    violations.add(face.getName() + " has " + methods.size() + " public methods");
                }
                methods.stream()
                        .filter(method -> method.getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isAssignableTo(Actor.class)))
                        .map(method -> face.getSimpleName() + "." + method.getName())
                        .filter(name -> !WITHOUT_ACTOR.containsKey(name))
                        .forEach(name -> violations.add(name + " takes no Actor"));
            }
        }
        assertNone(violations);
    }

    private static void assertNone(Set<String> violations) {
        assertTrue(violations.isEmpty(), () -> violations.size() + " violations\n" + String.join("\n", violations));
    }

    /// Where a class lives: its room and, below it, its sub-package or nothing.
    private record Place(String room, String sub) {
        static Place of(JavaClass type) {
            String rest = type.getPackageName().substring(PRODUCT.length());
            int dot = rest.indexOf('.');
            return dot < 0 ? new Place(rest, "") : new Place(rest.substring(0, dot), rest.substring(dot + 1));
        }

        String name() {
            return sub.isEmpty() ? room : room + "." + sub;
        }

        boolean isLibrary() {
            return Set.of("ledger", "blind", "match").contains(room);
        }

        boolean isStore() {
            return sub.equals("store") || sub.startsWith("store.");
        }

        boolean isIn(String home) {
            return switch (home) {
                case "*.store" -> isStore();
                case String all when all.endsWith(".*") -> all.equals(room + ".*");
                case String room when !room.contains(".") -> room.equals(this.room);
                default -> home.equals(name());
            };
        }
    }

    private static Map<String, Set<String>> table(String rows) {
        return rows.lines()
                .map(row -> row.split(":", -1))
                .collect(toMap(
                        cells -> cells[0].strip(),
                        cells -> Arrays.stream(cells[1].strip().split("\\s+"))
                                .filter(word -> !word.isEmpty())
                                .collect(toCollection(TreeSet::new))));
    }
}
