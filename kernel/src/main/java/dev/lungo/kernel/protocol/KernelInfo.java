package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lungo.kernel.wire.Header;

/** Says which kernel this is and which language it speaks. */
final class KernelInfo implements Handler {
    @Override
    public void handle(Request request) {
        var content = Replies.ok();
        content.addProperty("protocol_version", Header.PROTOCOL);
        content.addProperty("implementation", "lungo");
        content.addProperty("implementation_version", version());
        content.add("language_info", language());
        content.addProperty("banner", "Lungo %s, Java %s".formatted(version(), Runtime.version()));
        content.add("help_links", helpLinks());
        content.add("supported_features", features());
        request.reply(content);
    }

    /** The version in the jar's manifest; there is none when the classes run from a folder. */
    private static String version() {
        var version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static JsonObject language() {
        var language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", System.getProperty("java.version"));
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".jshell");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "java");
        return language;
    }

    private static JsonArray features() {
        var features = new JsonArray();
        features.add("kernel subshells");
        return features;
    }

    private static JsonArray helpLinks() {
        int release = Runtime.version().feature();
        var link = new JsonObject();
        link.addProperty("text", "Java " + release + " API");
        link.addProperty("url", "https://docs.oracle.com/en/java/javase/" + release + "/docs/api/");
        var links = new JsonArray();
        links.add(link);
        return links;
    }
}
