package org.entente.bench.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What Mexicans are called at home and what an English form makes of their names. The generator's own table: the
/// engine has another.
final class SpanishNicknames {
    private static final Map<String, List<String>> TABLE = table("""
            JOSE: PEPE JOSEPH JOE CHEPE PEPITO
            FRANCISCO: PANCHO PACO FRANK FRANCIS KIKO
            JESUS: CHUY CHUCHO JESSE
            GUADALUPE: LUPE LUPITA
            GUILLERMO: MEMO WILLIAM BILL WILLY
            IGNACIO: NACHO
            ROBERTO: BETO ROBERT BOB
            ALBERTO: BETO ALBERT
            ENRIQUE: QUIQUE KIKE HENRY
            EDUARDO: LALO EDWARD EDDIE
            GERARDO: LALO JERRY
            RAFAEL: RAFA RALPH
            MANUEL: MANOLO MEÑO MANNY
            ANTONIO: TOÑO TONY ANTHONY
            JUAN: JUANITO JOHN JOHNNY
            LUIS: LUCHO LOUIS GÜICHO
            CARLOS: CHARLIE CHARLES CARLITOS
            MIGUEL: MIKE MICHAEL MIGUELITO
            ALEJANDRO: ALEX JANDO ALEXANDER
            RICARDO: RICKY RICHARD RICHIE
            FERNANDO: NANDO FER FERDINAND
            JORGE: GEORGE COQUE
            PEDRO: PETER PERICO PEDRITO
            PABLO: PAUL PABLITO
            RAMON: MONCHO RAY RAYMOND
            SALVADOR: CHAVA SAL
            SERGIO: CHECO
            VICENTE: CHENTE VINCENT
            MARIA: MARY MARI MARIQUITA
            ROSARIO: CHAYO ROSY
            CONCEPCION: CONCHA CONNIE
            DOLORES: LOLA LOLITA
            TERESA: TERE THERESA TERESITA
            LETICIA: LETY LETTY
            PATRICIA: PATY PATTY PAT
            GABRIELA: GABY GABBY
            MARGARITA: MAGO MARGE MARGARET
            ELIZABETH: ELI BETTY LIZ
            ALEJANDRA: ALE ALEX SANDRA
            VERONICA: VERO RONNIE
            ROSA: ROSITA ROSE
            ISABEL: CHABELA ISA ISABELLE
            JOSEFINA: CHEPINA JOSEPHINE FINA
            FRANCISCA: PANCHITA FRANCES
            GRACIELA: CHELA GRACE
            CONSUELO: CHELO
            MERCEDES: MECHE MERCY
            BEATRIZ: BETTY BEATRICE
            CRISTINA: CRIS CHRISTINA TINA
            DANIEL: DANNY DANI
            DAVID: DAVE
            ARTURO: ARTHUR ART
            HECTOR: TITO
            JAVIER: JAVI XAVIER
            JOAQUIN: QUINO JACK
            LORENZO: LENCHO LAWRENCE
            LEONARDO: LEO LEONARD
            REFUGIO: CUCA CUCO
            RUBEN: REUBEN RUBE
            TOMAS: THOMAS TOM TOMASITO
            VICTOR: VIC
            ERNESTO: NETO ERNEST
            GUSTAVO: GUS TAVO
            MARIO: MAYITO
            MARTIN: TIN MARTY
            ESTEBAN: STEVEN STEVE
            FELIPE: PIPE PHILIP
            ANDRES: ANDY ANDREW
            ADRIANA: ADRI
            ANGELICA: GELA ANGIE
            CAROLINA: CARO CAROLYN
            SILVIA: CHIVIS SYLVIA
            SOCORRO: COCO CORRO
            SUSANA: SUSY SUSAN
            YOLANDA: YOLI YOLIS
            NORMA: NORMITA
            LAURA: LAURITA LORI
            ANA: ANITA ANNE
            JULIO: JULIUS JULES
            JULIAN: JULES
            WENCESLAO: WENCHO
            HUMBERTO: BETO
            NORBERTO: BETO
            GILBERTO: GIL BETO""");

    private SpanishNicknames() {}

    /// Empty where the table has none.
    static List<String> of(String givenName) {
        return TABLE.getOrDefault(givenName, List.of());
    }

    private static Map<String, List<String>> table(String text) {
        Map<String, List<String>> table = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] sides = line.split(": ");
            table.put(sides[0], new ArrayList<>(List.of(sides[1].split(" "))));
        }
        return table;
    }
}
