package org.entente.api;

import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether this node can work, and which process answers: whoever started a node can tell it from another that took
/// its port. 200 and `UP`, or 503 and `DOWN` while the database does not answer or a log has halted. It says nothing
/// else, and needs no sign-in.
@RestController
public class HealthApi {
    private static final int UNAVAILABLE = 503;

    public record Health(String status, long process) {}

    private final BooleanSupplier isWell;

    /// `isWell` must be cheap: anyone may ask, any number of times.
    public HealthApi(BooleanSupplier isWell) {
        this.isWell = isWell;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        long process = ProcessHandle.current().pid();
        return isWell.getAsBoolean()
                ? ResponseEntity.ok(new Health("UP", process))
                : ResponseEntity.status(UNAVAILABLE).body(new Health("DOWN", process));
    }
}
