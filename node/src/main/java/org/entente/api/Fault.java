package org.entente.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.entente.kernel.EntenteException;
import org.entente.kernel.UnfitValueException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What went wrong with a call, as one of the codes: every exception that can reach the door has its place here, and
/// what has none is ours.
record Fault(HttpStatus status, EntenteException problem) {
    static Fault of(Exception exception) {
        return switch (exception) {
            case EntenteException ours -> new Fault(statusOf(ours), ours);
            case HttpMessageNotReadableException body -> ofBody(body);
            case MissingServletRequestParameterException missing ->
                field(missing, missing.getParameterName(), form(missing.getParameterType()));
            case MethodArgumentTypeMismatchException wrong ->
                field(wrong, wrong.getName(), form(simpleName(wrong.getRequiredType())));
            case HttpRequestMethodNotSupportedException method ->
                new Fault(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        new EntenteException(ApiCode.API_METHOD, method, method.getMethod(), allowed(method)));
            case NoResourceFoundException path -> unknownPath(path);
            case NoHandlerFoundException path -> unknownPath(path);
            case HttpMediaTypeNotSupportedException type ->
                new Fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, new EntenteException(ApiCode.API_MEDIA_TYPE, type));
            case HttpMediaTypeNotAcceptableException type ->
                new Fault(HttpStatus.NOT_ACCEPTABLE, new EntenteException(ApiCode.API_NOT_ACCEPTABLE, type));
            case InvalidParameterException unreadable -> input(unreadable, "?");
            case MaxUploadSizeExceededException large -> tooLarge(large, large.getMaxUploadSize());
            case MultipartException parts -> input(parts, "multipart/form-data");
            case ServletRequestBindingException binding -> input(binding, "header");
            // A type of the kernel refused a value that a verb handed to it.
            case IllegalArgumentException value ->
                new Fault(
                        HttpStatus.BAD_REQUEST,
                        new EntenteException(ApiCode.API_VALUE, value, UnfitValueException.fact(value)));
            default -> new Fault(HttpStatus.INTERNAL_SERVER_ERROR, new EntenteException(ApiCode.API_FAULT, exception));
        };
    }

    /// What a filter or the container answered with a bare status.
    static Fault of(int status) {
        HttpStatus known = Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.INTERNAL_SERVER_ERROR);
        ApiCode code = switch (status) {
            case 401 -> ApiCode.API_NOT_SIGNED_IN;
            case 404 -> ApiCode.API_PATH_UNKNOWN;
            case 406 -> ApiCode.API_NOT_ACCEPTABLE;
            case 415 -> ApiCode.API_MEDIA_TYPE;
            default -> known.is5xxServerError() ? ApiCode.API_FAULT : ApiCode.API_INPUT;
        };
        return new Fault(known, new EntenteException(code, "HTTP"));
    }

    static Fault tooLarge(Exception cause, long limitBytes) {
        return new Fault(
                HttpStatus.CONTENT_TOO_LARGE,
                new EntenteException(ApiCode.API_TOO_LARGE, cause, Long.toString(limitBytes)));
    }

    static Fault input(Exception cause, String where) {
        return new Fault(HttpStatus.BAD_REQUEST, new EntenteException(ApiCode.API_INPUT, cause, where));
    }

    private static Fault field(Exception cause, String field, String form) {
        return new Fault(HttpStatus.BAD_REQUEST, new EntenteException(ApiCode.API_FIELD, cause, field, form));
    }

    private static Fault unknownPath(Exception cause) {
        return new Fault(HttpStatus.NOT_FOUND, new EntenteException(ApiCode.API_PATH_UNKNOWN, cause));
    }

    private static Fault ofBody(HttpMessageNotReadableException body) {
        for (Throwable cause = body; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge large) {
                return tooLarge(body, large.limitBytes());
            }
        }
        for (Throwable cause = body; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case EntenteException ours -> {
                    return new Fault(statusOf(ours), ours);
                }
                case UnrecognizedPropertyException leftOver -> {
                    return new Fault(
                            HttpStatus.BAD_REQUEST,
                            new EntenteException(ApiCode.API_FIELD_LEFT_OVER, body, path(leftOver.getPath())));
                }
                case MismatchedInputException wrong -> {
                    String path = path(wrong.getPath());
                    return path.isEmpty()
                            ? input(body, "JSON")
                            : field(body, path, form(simpleName(wrong.getTargetType())));
                }
                case DatabindException wrong
                when !wrong.getPath().isEmpty() -> {
                    return field(body, path(wrong.getPath()), form(""));
                }
                case JacksonException broken
                when broken.getLocation() != null -> {
                    return input(
                            body,
                            "JSON " + broken.getLocation().getLineNr() + ":"
                                    + broken.getLocation().getColumnNr());
                }
                default -> {}
            }
        }
        return input(body, "JSON");
    }

    /// `terms.handling[1]`.
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    /// What is expected of a type, in no language: these words stand in both texts.
    private static String form(String type) {
        return switch (type) {
            case "int", "long", "Integer", "Long" -> "123";
            case "boolean", "Boolean" -> "true, false";
            case "LocalDate" -> "2026-11-28";
            case "Instant" -> "2026-11-28T18:00:00Z";
            case "List", "Set" -> "[...]";
            case "String", "" -> "\"...\"";
            default -> "{...}";
        };
    }

    private static String simpleName(@org.jspecify.annotations.Nullable Class<?> type) {
        return type == null ? "" : type.getSimpleName();
    }

    private static String allowed(HttpRequestMethodNotSupportedException method) {
        String[] supported = method.getSupportedMethods();
        return supported == null ? "-" : Arrays.stream(supported).sorted().collect(Collectors.joining(", "));
    }

    private static HttpStatus statusOf(EntenteException exception) {
        String name = exception.code().name();
        if (name.equals("ACCESS_DENIED")) {
            return HttpStatus.FORBIDDEN;
        }
        if (name.endsWith("_UNKNOWN")) {
            return HttpStatus.NOT_FOUND;
        }
        if (name.endsWith("_NOT_POSSIBLE_NOW")
                || name.endsWith("_NOT_YET")
                || name.endsWith("_RUNNING")
                || name.endsWith("_NOT_IN_THIS_STATE")) {
            return HttpStatus.CONFLICT;
        }
        return switch (exception.code().kind()) {
            case CALLER -> HttpStatus.BAD_REQUEST;
            case LAW -> HttpStatus.CONFLICT;
            case PEER -> HttpStatus.BAD_GATEWAY;
            case OURS -> HttpStatus.INTERNAL_SERVER_ERROR;
            case STORAGE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
