package org.entente.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.kernel.EntenteException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// An address that is no page, inside the frame of the person who asked for it. Paths of the API are not ours.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class LostPages {
    private final ErrorPages errors;

    LostPages(ErrorPages errors) {
        this.errors = errors;
    }

    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    View lost(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (request.getRequestURI().startsWith("/v1/")) {
            throw exception;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return errors.page(request, new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN));
    }
}
