package org.entente.hold.invented;

import java.util.List;
import java.util.random.RandomGenerator;

/// Names out of small tables. The surnames of protected persons are made of parts that no other table has, so
/// that a search for one of them can only find that person.
final class InventedNames {
    static final List<String> MALE = List.of(
            "José",
            "Luis",
            "Miguel",
            "Ángel",
            "Jesús",
            "Juan",
            "Carlos",
            "Francisco",
            "Javier",
            "Alejandro",
            "Manuel",
            "Fernando",
            "Jorge",
            "Ricardo",
            "Rafael",
            "Ernesto",
            "Gerardo",
            "Óscar",
            "Rubén",
            "Héctor",
            "Raúl",
            "Sergio",
            "Arturo",
            "Ramón",
            "Adrián",
            "Gustavo",
            "Ignacio",
            "Joaquín",
            "Tomás",
            "Víctor",
            "Hugo",
            "Iván");

    static final List<String> FEMALE = List.of(
            "María",
            "Guadalupe",
            "Leticia",
            "Verónica",
            "Rosa",
            "Patricia",
            "Gabriela",
            "Alejandra",
            "Ana",
            "Claudia",
            "Silvia",
            "Adriana",
            "Norma",
            "Teresa",
            "Elena",
            "Lucía",
            "Carmen",
            "Beatriz",
            "Laura",
            "Martha",
            "Irma",
            "Yolanda",
            "Sofía",
            "Daniela",
            "Mónica",
            "Rocío",
            "Cecilia",
            "Julia",
            "Isabel",
            "Ximena");

    static final List<String> SURNAMES = List.of(
            "Hernández",
            "García",
            "Martínez",
            "López",
            "González",
            "Rodríguez",
            "Pérez",
            "Sánchez",
            "Ramírez",
            "Cruz",
            "Flores",
            "Gómez",
            "Morales",
            "Vázquez",
            "Jiménez",
            "Reyes",
            "Díaz",
            "Torres",
            "Gutiérrez",
            "Ruiz",
            "Mendoza",
            "Aguilar",
            "Ortiz",
            "Moreno",
            "Castillo",
            "Romero",
            "Álvarez",
            "Méndez",
            "Chávez",
            "Rivera",
            "Juárez",
            "Ramos",
            "Domínguez",
            "Herrera",
            "Medina",
            "Castro",
            "Vargas",
            "Guzmán",
            "Velázquez",
            "Muñoz",
            "Rojas",
            "Contreras",
            "Salazar",
            "Luna",
            "Ortega",
            "Guerrero",
            "Santiago",
            "Estrada",
            "Bautista",
            "Cortés",
            "Soto",
            "Alvarado",
            "Espinoza",
            "Lara",
            "Ávila",
            "Ríos",
            "Cervantes",
            "Silva",
            "Delgado",
            "Vega",
            "Peña",
            "Ibarra",
            "Núñez",
            "Zavala",
            "Quintana",
            "Valdés",
            "Cevallos",
            "Yáñez",
            "Urías",
            "Ochoa");

    private static final List<String> RARE_HEADS = List.of(
            "Xochi", "Quetzal", "Tlal", "Ozto", "Huitzi", "Chimal", "Yoltzin", "Nexa", "Tepeya", "Ixtla", "Cuauh",
            "Zacua", "Mixqui", "Papalo", "Teoca", "Axaya", "Coyol", "Itzca", "Malina", "Necua");

    private static final List<String> RARE_TAILS = List.of(
            "tecpan",
            "moctli",
            "huatzin",
            "popoca",
            "zintli",
            "quizpa",
            "lixtla",
            "nantzin",
            "cueptli",
            "pantecatl",
            "tochtli",
            "macuil",
            "yolotl",
            "tzontli",
            "cuicatl",
            "xahuen",
            "poztec",
            "tlanex",
            "huacan",
            "mazatl");

    /// How many different rare surnames there are.
    static final int RARE_COUNT = 400;

    private static final List<String> BUSINESS = List.of(
            "Aceros",
            "Transportes",
            "Comercializadora",
            "Inmobiliaria",
            "Químicos",
            "Exportadora",
            "Servicios",
            "Logística",
            "Agropecuaria",
            "Constructora",
            "Consultores",
            "Importaciones",
            "Minera",
            "Fletes");

    private static final List<String> INVENTED_WORDS = List.of(
            "Supuesta", "Ficticia", "Imaginaria", "Hipotética", "Inventada", "Ejemplar", "Simulada", "Figurada");

    private static final List<String> FORMS =
            List.of(", S.A. de C.V.", ", S. de R.L. de C.V.", ", S.C.", ", S.A.P.I. de C.V.");

    private static final List<String> PLACES = List.of(
            "Puerto Ficción",
            "Villa Ejemplo",
            "San Supuesto",
            "Rancho Hipotético",
            "Paso Imaginado",
            "Ciudad Modelo",
            "Loma Figurada",
            "Nuevo Simulacro");

    private static final List<String> STREETS =
            List.of("Calle Inventada", "Avenida del Ejemplo", "Privada Supuesta", "Calzada Imaginaria");

    private InventedNames() {}

    static <T> T one(RandomGenerator random, List<T> table) {
        return table.get(random.nextInt(table.size()));
    }

    static String given(RandomGenerator random, boolean male) {
        List<String> table = male ? MALE : FEMALE;
        String first = one(random, table);
        String second = random.nextInt(3) == 0 ? one(random, table) : first;
        return second.equals(first) ? first : first + " " + second;
    }

    /// The surname of that number, below [#RARE_COUNT].
    static String rareSurname(int number) {
        return RARE_HEADS.get(number / RARE_TAILS.size()) + RARE_TAILS.get(number % RARE_TAILS.size());
    }

    static String company(RandomGenerator random, int number) {
        return one(random, BUSINESS) + " " + one(random, INVENTED_WORDS) + " " + one(random, SURNAMES) + " " + number
                + one(random, FORMS);
    }

    static String place(RandomGenerator random) {
        return one(random, PLACES);
    }

    static String address(RandomGenerator random) {
        return one(random, STREETS) + " " + (1 + random.nextInt(999)) + ", " + place(random);
    }
}
