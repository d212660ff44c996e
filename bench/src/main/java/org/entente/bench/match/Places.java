package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;

/// Where invented people are born and live: the states of Mexico by population, towns of both countries, streets.
final class Places {
    /// `code` is the CURP's, `calling` the area of the capital, `postcode` the first two digits.
    record State(String code, String name, int people, String calling, String postcode, List<String> towns) {
        State {
            towns = List.copyOf(towns);
        }
    }

    record City(String name, String state, String calling, String postcode) {}

    /// In the order of the elector key's numbers 01 to 32; tens of thousands of people (INEGI, census of 2020).
    static final List<State> STATES = states("""
            AS|AGUASCALIENTES|142|449|20|AGUASCALIENTES/CALVILLO/JESUS MARIA
            BC|BAJA CALIFORNIA|377|664|22|TIJUANA/MEXICALI/ENSENADA/TECATE
            BS|BAJA CALIFORNIA SUR|80|612|23|LA PAZ/LOS CABOS
            CC|CAMPECHE|93|981|24|CAMPECHE/CARMEN/CHAMPOTON
            CL|COAHUILA|315|844|25|SALTILLO/TORREON/PIEDRAS NEGRAS/ACUÑA
            CM|COLIMA|73|312|28|COLIMA/MANZANILLO/TECOMAN
            CS|CHIAPAS|554|961|29|TUXTLA GUTIERREZ/TAPACHULA/SAN CRISTOBAL DE LAS CASAS
            CH|CHIHUAHUA|374|614|31|CHIHUAHUA/JUAREZ/DELICIAS/OJINAGA
            DF|CIUDAD DE MEXICO|921|55|06|IZTAPALAPA/GUSTAVO A. MADERO/CUAUHTEMOC/TLALPAN
            DG|DURANGO|183|618|34|DURANGO/GOMEZ PALACIO/LERDO
            GT|GUANAJUATO|617|477|37|LEON/IRAPUATO/CELAYA/SALAMANCA
            GR|GUERRERO|354|744|39|ACAPULCO/CHILPANCINGO/IGUALA
            HG|HIDALGO|308|771|42|PACHUCA/TULANCINGO/TULA
            JC|JALISCO|835|33|44|GUADALAJARA/ZAPOPAN/TLAQUEPAQUE/PUERTO VALLARTA
            MC|ESTADO DE MEXICO|1699|722|50|ECATEPEC/NEZAHUALCOYOTL/TOLUCA/NAUCALPAN
            MN|MICHOACAN|475|443|58|MORELIA/URUAPAN/APATZINGAN/LAZARO CARDENAS
            MS|MORELOS|197|777|62|CUERNAVACA/CUAUTLA/JIUTEPEC
            NT|NAYARIT|124|311|63|TEPIC/BAHIA DE BANDERAS
            NL|NUEVO LEON|578|81|64|MONTERREY/GUADALUPE/APODACA/SAN NICOLAS
            OC|OAXACA|413|951|68|OAXACA/TUXTEPEC/JUCHITAN
            PL|PUEBLA|658|222|72|PUEBLA/TEHUACAN/ATLIXCO
            QT|QUERETARO|237|442|76|QUERETARO/SAN JUAN DEL RIO
            QR|QUINTANA ROO|186|998|77|BENITO JUAREZ/CHETUMAL/SOLIDARIDAD
            SP|SAN LUIS POTOSI|282|444|78|SAN LUIS POTOSI/SOLEDAD/CIUDAD VALLES
            SL|SINALOA|303|667|80|CULIACAN/MAZATLAN/AHOME/GUASAVE
            SR|SONORA|294|662|83|HERMOSILLO/CAJEME/NOGALES/AGUA PRIETA
            TC|TABASCO|240|993|86|VILLAHERMOSA/CARDENAS/COMALCALCO
            TS|TAMAULIPAS|353|899|87|REYNOSA/MATAMOROS/NUEVO LAREDO/TAMPICO
            TL|TLAXCALA|134|246|90|TLAXCALA/APIZACO
            VZ|VERACRUZ|806|229|91|VERACRUZ/XALAPA/COATZACOALCOS/POZA RICA
            YN|YUCATAN|232|999|97|MERIDA/VALLADOLID/PROGRESO
            ZS|ZACATECAS|162|492|98|ZACATECAS/FRESNILLO/JEREZ
            NE|NACIDO EN EL EXTRANJERO|0|55|06|CUAUHTEMOC""");

    /// The index of [#STATES] for who was born abroad.
    static final int ABROAD = STATES.size() - 1;

    private static final int PEOPLE = STATES.stream().mapToInt(State::people).sum();

    static final List<City> CITIES = cities("""
            LOS ANGELES|CA|213|900 SAN DIEGO|CA|619|921 FRESNO|CA|559|937 SANTA ANA|CA|714|927 SAN JOSE|CA|408|951
            SACRAMENTO|CA|916|958 BAKERSFIELD|CA|661|933 CHULA VISTA|CA|858|919 CALEXICO|CA|760|922
            HOUSTON|TX|713|770 SAN ANTONIO|TX|210|782 DALLAS|TX|214|752 EL PASO|TX|915|799 LAREDO|TX|956|780
            MCALLEN|TX|956|785 AUSTIN|TX|512|787 FORT WORTH|TX|817|761 BROWNSVILLE|TX|956|785 EAGLE PASS|TX|830|788
            PHOENIX|AZ|602|850 TUCSON|AZ|520|857 NOGALES|AZ|520|856 YUMA|AZ|928|853 LAS CRUCES|NM|575|880
            ALBUQUERQUE|NM|505|871 LAS VEGAS|NV|702|891 DENVER|CO|303|802 CHICAGO|IL|312|606 CICERO|IL|708|608
            ATLANTA|GA|404|303 MIAMI|FL|305|331 NEW YORK|NY|212|100 SALT LAKE CITY|UT|801|841 SEATTLE|WA|206|981
            YAKIMA|WA|509|989 DETROIT|MI|313|482 CHARLOTTE|NC|704|282 KANSAS CITY|KS|913|661 OMAHA|NE|402|681
            PORTLAND|OR|503|972""");

    static final List<String> MEXICAN_STREETS = words("""
            BENITO JUAREZ/MIGUEL HIDALGO/JOSE MARIA MORELOS/EMILIANO ZAPATA/FRANCISCO VILLA/VICENTE GUERRERO
            FRANCISCO I. MADERO/LAZARO CARDENAS/ALVARO OBREGON/VENUSTIANO CARRANZA/16 DE SEPTIEMBRE/5 DE MAYO
            20 DE NOVIEMBRE/NIÑOS HEROES/IGNACIO ALLENDE/MARIANO MATAMOROS/AQUILES SERDAN/JOSEFA ORTIZ/NICOLAS BRAVO
            MELCHOR OCAMPO/GUILLERMO PRIETO/IGNACIO ZARAGOZA/INDEPENDENCIA/REFORMA/REVOLUCION/CONSTITUCION/INSURGENTES
            TECNOLOGICO/UNIVERSIDAD/PATRIA/CHAPULTEPEC/TLALOC/CUAUHTEMOC/MOCTEZUMA/NEZAHUALCOYOTL/RIO BRAVO/RIO LERMA
            SIERRA MADRE/PINO SUAREZ/FELIPE ANGELES/LEONA VICARIO/FRAY SERVANDO/LAURELES/JACARANDAS/LOS PINOS/EUCALIPTO
            NARANJOS/GIRASOLES/LAS FLORES/DEL SOL/LA LUNA/ORQUIDEA/PRIMAVERA/CEDROS/FRESNO/ROBLE""");

    static final List<String> QUARTERS = words("""
            CENTRO/LOMAS/LAS FLORES/SAN JOSE/SANTA MARIA/LA ESPERANZA/BUENAVISTA/EL MIRADOR/LINDAVISTA/SAN ANTONIO
            GUADALUPE/JARDINES/VALLE DORADO/OBRERA/INDUSTRIAL/INFONAVIT/HIDALGO/JUAREZ/MORELOS/LIBERTAD/INDEPENDENCIA
            VILLAS DEL SOL/EL ROSARIO/LOS ANGELES/SANTA FE/LA PAZ/SAN FRANCISCO/AMERICAS/UNIVERSIDAD/REVOLUCION""");

    static final List<String> AMERICAN_STREETS = words("""
            MAIN/OAK/PINE/MAPLE/CEDAR/ELM/WASHINGTON/LAKE/HILL/PARK/JEFFERSON/LINCOLN/JACKSON/ADAMS/MADISON/FRANKLIN
            CHURCH/SPRING/MILL/RIVER/SUNSET/HIGHLAND/VALLEY/MISSION/BROADWAY/MESQUITE/SAGUARO/ALAMEDA/EL CAMINO/SAN PEDRO
            SANTA FE/DEL MAR/CESAR CHAVEZ/MARTIN LUTHER KING/GRAND/CENTRAL/UNION/MARKET/STATE/COLLEGE/CYPRESS/WALNUT
            CHESTNUT/SYCAMORE/MAGNOLIA/DOGWOOD/WILLOW/ASPEN/JUNIPER/LAUREL/HARBOR/OCEAN/RANCH/PRAIRIE/CANYON/MESA""");

    private Places() {}

    /// A state by its people; the last, abroad, never.
    static int state(Draw draw) {
        int ticket = draw.below(PEOPLE);
        int at = 0;
        while (ticket >= STATES.get(at).people()) {
            ticket -= STATES.get(at++).people();
        }
        return at;
    }

    private static List<State> states(String table) {
        return table.lines()
                .map(line -> line.split("\\|"))
                .map(cells -> new State(
                        cells[0],
                        cells[1],
                        Integer.parseInt(cells[2]),
                        cells[3],
                        cells[4],
                        List.of(cells[5].split("/"))))
                .toList();
    }

    private static List<City> cities(String table) {
        List<City> cities = new ArrayList<>();
        String[] cells = table.split("\\|");
        for (int at = 0; at + 3 < cells.length; at += 3) {
            String postcode = cells[at + 3].split("\\s", 2)[0];
            String name = at == 0 ? cells[0] : cells[at].split("\\s", 2)[1];
            cities.add(new City(name, cells[at + 1], cells[at + 2], postcode));
        }
        return List.copyOf(cities);
    }

    private static List<String> words(String table) {
        return List.of(table.strip().split("[/\n]"));
    }
}
