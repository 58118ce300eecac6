package dev.lungo.model;

import dev.lungo.LungoException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is said when a file cannot be written or read. */
final class FileTrouble {
    private FileTrouble() {}

    static LungoException writing(String call, Path file, IOException e) {
        String reason =
                e instanceof NoSuchFileException
                        ? "its folder does not exist"
                        : e instanceof AccessDeniedException
                                ? "it may not be written"
                                : e.getMessage();
        LungoException told =
                LungoException.badInput(
                        call + ": the file could not be written. What was there is as it was.",
                        file + ": " + reason,
                        "a folder that can be written, with room for the file",
                        "make room there or give another folder; the model in memory is"
                                + " unharmed.");
        told.initCause(e);
        return told;
    }

    static LungoException reading(String call, Path file, String reason, String fix) {
        return LungoException.badInput(
                call + ": the model could not be read.",
                file + ": " + reason,
                "a complete file that model.save(...) wrote",
                fix + ".");
    }
}
