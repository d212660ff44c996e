package org.entente.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the console's connector answers. It says nothing else, and needs no sign-in.
@RestController
public class HealthApi {
    public record Health(String status) {}

    @GetMapping("/health")
    Health health() {
        return new Health("UP");
    }
}
