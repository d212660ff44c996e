package org.entente.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/// The records that cross the door, by their names in the document.
final class Shapes {
    private Shapes() {}

    /// Every record that a controller takes or gives, and what is inside it.
    ///
    /// @throws IllegalStateException where two records have one name, so that one would overwrite the other
    static Map<String, Class<?>> of(Collection<Class<?>> controllers) {
        Map<String, Class<?>> found = new TreeMap<>();
        found.put("Problem", Problems.Problem.class);
        for (Class<?> controller : controllers) {
            for (Method method : controller.getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
                    collect(method.getGenericReturnType(), found);
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                            .forEach(parameter -> collect(parameter.getParameterizedType(), found));
                }
            }
        }
        return found;
    }

    private static void collect(Type type, Map<String, Class<?>> found) {
        switch (type) {
            case ParameterizedType generic -> {
                for (Type argument : generic.getActualTypeArguments()) {
                    collect(argument, found);
                }
            }
            case Class<?> one
            when one.isRecord() -> {
                Class<?> namesake = found.put(name(one), one);
                if (namesake != null && namesake != one) {
                    throw new IllegalStateException(name(one) + " is " + one + " and " + namesake);
                }
                if (namesake == null) {
                    for (RecordComponent component : one.getRecordComponents()) {
                        collect(component.getGenericType(), found);
                    }
                }
            }
            default -> {}
        }
    }

    private static String name(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    /// The members that are always there, as the JSON spells them.
    static List<String> required(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !Strict.isOptional(component))
                .map(Shapes::member)
                .toList();
    }

    private static String member(RecordComponent component) {
        JsonProperty spelt = component.getAccessor().getAnnotation(JsonProperty.class);
        return spelt == null || spelt.value().isEmpty() ? component.getName() : spelt.value();
    }
}
