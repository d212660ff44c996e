package org.entente.cli.demo;

import java.nio.file.Path;

/// What the user asked of the demonstration.
record DemoOrder(Path data, DemoSetting.Wish wish, boolean fresh, boolean once, boolean json, boolean freePorts) {}
