package org.entente.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the console's connector answers, and which process answers: whoever started a node can tell it from
/// another that took its port. It says nothing else, and needs no sign-in.
@RestController
public class HealthApi {
    public record Health(String status, long process) {}

    @GetMapping("/health")
    Health health() {
        return new Health("UP", ProcessHandle.current().pid());
    }
}
