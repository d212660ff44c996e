package org.entente.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// The letters that follow a request, as commands of `entente request`. Public, because only public commands are
/// inherited.
abstract class LetterCommands {
    final Entente entente;
    final PrintStream out;

    LetterCommands(Entente entente, PrintStream out) {
        this.entente = entente;
        this.out = out;
    }

    @Command(
            name = "question",
            mixinStandardHelpOptions = true,
            description = {
                "Ask the other party for more information; the clock stands until it arrives.",
                "Pedir más información a la otra parte; el plazo se detiene hasta que llegue."
            })
    public int question(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"What is wanted.", "Qué se requiere."})
                    String text,
            @Option(
                            names = "--ground",
                            paramLabel = "KEY",
                            description = {
                                "The ground of refusal it is about, if any.",
                                "El motivo de denegación del que trata, si lo hay."
                            })
                    @Nullable
                    String ground,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("text", text));
        if (ground != null) {
            body.put("ground", ground);
        }
        return letter(who, number, "question", body);
    }

    @Command(
            name = "supplement",
            mixinStandardHelpOptions = true,
            description = {
                "Give the information that the other party asked for; its clock runs on.",
                "Dar la información que pidió la otra parte; su plazo continúa."
            })
    public int supplement(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"The information.", "La información."})
                    String text,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "supplement", Map.of("text", text));
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = {
                "Accept a request for execution (lawyer).",
                "Aceptar una solicitud para su ejecución (jurista)."
            })
    public int accept(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {"Words to the other party.", "Palabras a la otra parte."})
                    String text,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "acceptance", Map.of("text", text));
    }

    @Command(
            name = "extend",
            mixinStandardHelpOptions = true,
            description = {
                "Take the longer term that the law allows, and say why.",
                "Ampliar el plazo que permite la ley y decir por qué."
            })
    public int extend(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why more time is needed.", "Por qué se necesita más tiempo."})
                    String text,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "extension", Map.of("text", text));
    }

    @Command(
            name = "postpone",
            mixinStandardHelpOptions = true,
            description = {
                "Postpone a request until a day (lawyer); the clock stands.",
                "Aplazar una solicitud hasta un día (jurista); el plazo se detiene."
            })
    public int postpone(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why it must wait.", "Por qué debe esperar."})
                    String text,
            @Option(
                            names = "--review",
                            required = true,
                            paramLabel = "DAY",
                            description = {
                                "The day of the review, as 2027-03-01.",
                                "El día de la revisión, como 2027-03-01."
                            })
                    LocalDate review,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "postponement", Map.of("text", text, "review", review.toString()));
    }

    @Command(
            name = "transfer",
            mixinStandardHelpOptions = true,
            description = {
                "Give a request to another institution of this party, which then has it.",
                "Turnar una solicitud a otra institución de esta parte, que desde entonces la tiene."
            })
    public int transfer(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = {"Why it is theirs.", "Por qué le corresponde."})
                    String text,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "INSTITUTION",
                            description = {
                                "Its key; entente request show lists those that may answer.",
                                "Su clave; entente request show enumera las que pueden responder."
                            })
                    String authority,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "transfer", Map.of("text", text, "authority", authority));
    }

    @Command(
            name = "disclose",
            mixinStandardHelpOptions = true,
            description = {
                "Tell the other party that what it released is disclosed because it helps an accused.",
                "Avisar a la otra parte que lo que entregó se revela porque favorece a un acusado."
            })
    public int disclose(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = {
                                "In which proceedings, to whom and why.",
                                "En qué proceso, a quién y por qué."
                            })
                    String text,
            @Option(
                            names = "--release",
                            required = true,
                            paramLabel = "ID",
                            description = {"The release.", "La entrega."})
                    String release,
            @Option(
                            names = "--day",
                            required = true,
                            paramLabel = "DAY",
                            description = {
                                "The day of the disclosure, as 2027-03-01.",
                                "El día de la revelación, como 2027-03-01."
                            })
                    LocalDate day,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "disclosure", Map.of("text", text, "release", release, "day", day.toString()));
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = {"Take a postponed request up again.", "Reanudar una solicitud aplazada."})
    public int resume(
            @Mixin SignedIn who,
            @Option(
                            names = "--text",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {"Words to the other party.", "Palabras a la otra parte."})
                    String text,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        return letter(who, number, "resumption", Map.of("text", text));
    }

    @Command(
            name = "milestone",
            mixinStandardHelpOptions = true,
            description = {
                "Tell what happened in the execution; entente request show lists what is open.",
                "Comunicar lo ocurrido en la ejecución; entente request show enumera lo que procede."
            })
    public int milestone(
            @Mixin SignedIn who,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "KEY",
                            description = {"The milestone.", "El hito."})
                    String key,
            @Option(
                            names = "--happened",
                            paramLabel = "INSTANT",
                            description = {
                                "When, as 2026-11-28T17:00:00Z; now if left out.",
                                "Cuándo, como 2026-11-28T17:00:00Z; ahora si se omite."
                            })
                    @Nullable
                    Instant happened,
            @Option(
                            names = "--text",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = {"Words to the other party.", "Palabras a la otra parte."})
                    String text,
            @Option(
                            names = "--field",
                            paramLabel = "KEY=VALUE",
                            description = {"A field of its form; repeat it.", "Un campo de su formulario; repítala."})
                    @Nullable
                    Map<String, String> fields,
            @Parameters(
                            paramLabel = "REQUEST",
                            description = {"Its number.", "Su número."})
                    String number) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("milestone", key, "text", text));
        body.put("fields", fields == null ? Map.of() : fields);
        if (happened != null) {
            body.put("happened", happened.toString());
        }
        return letter(who, number, "milestones", body);
    }

    final int letter(SignedIn who, String number, String kind, Map<String, Object> body) {
        JsonNode answer = who.client().post(path(number) + "/" + kind, body);
        Screen screen = who.screen(entente, out);
        if (!screen.isTakenByProgram(answer)) {
            screen.line(number + ": " + screen.word("request", answer.path("state")));
        }
        return 0;
    }

    static String path(String number) {
        return "/v1/requests/" + Pieces.encoded(number);
    }
}
