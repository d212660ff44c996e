package org.entente.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How bodies are read: a member that its record does not mark `@Nullable` must be there, no member is left over, a
/// text is a JSON string that a database can keep. What a person misspelt is named and not lost.
public final class Strict {
    private Strict() {}

    public static void configure(JsonMapper.Builder builder) {
        builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new Module());
    }

    /// Whether a component may be absent.
    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static final class Module extends SimpleModule {
        private static final long serialVersionUID = 1L;

        Module() {
            super("entente-strict");
            addDeserializer(String.class, new PlainText());
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.insertAnnotationIntrospector(new NullMarks());
        }
    }

    /// Reads `@Nullable` from the record's components.
    private static final class NullMarks extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            RecordComponent component = component(member);
            return component == null ? null : !isOptional(component);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            RecordComponent component = component(annotated);
            if (component == null) {
                return JsonSetter.Value.empty();
            }
            return JsonSetter.Value.construct(isOptional(component) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
        }

        private static @Nullable RecordComponent component(Annotated annotated) {
            if (annotated instanceof AnnotatedParameter parameter
                    && parameter.getDeclaringClass().isRecord()) {
                RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
                return parameter.getIndex() < components.length ? components[parameter.getIndex()] : null;
            }
            if (annotated instanceof AnnotatedMember member
                    && member.getDeclaringClass().isRecord()) {
                return Arrays.stream(member.getDeclaringClass().getRecordComponents())
                        .filter(one -> one.getName().equals(member.getName()))
                        .findFirst()
                        .orElse(null);
            }
            return null;
        }
    }

    /// A JSON string of whole characters: no NUL, no half of a surrogate pair.
    private static final class PlainText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            if (text.chars().anyMatch(one -> one == 0) || text.codePoints().anyMatch(Strict::isHalf)) {
                return (String) context.handleWeirdStringValue(String.class, text, "text");
            }
            return text;
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
