package dev.lungo.kernel.protocol;

import dev.lungo.kernel.output.CellOutput;
import dev.lungo.kernel.output.Streams;

/** Lets user code answer a comm message as a cell runs: it can print, ask and be interrupted. */
record CommCallbacks(SessionStart start, Streams streams, CurrentRequest current) {
    Handler calling(Handler handler) {
        return request -> {
            current.enter(request);
            var output = new CellOutput(request);
            streams.enterUnseen(output);
            try {
                start.session().attend(() -> handler.handle(request));
            } catch (Throwable failed) {
                System.err.println("A listener of a comm failed: " + failed);
                throw failed;
            } finally {
                output.end();
            }
        };
    }
}
