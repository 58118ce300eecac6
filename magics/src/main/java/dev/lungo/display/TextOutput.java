package dev.lungo.display;

/** Shows the text of values on standard output, as plain JShell needs it. */
final class TextOutput implements Output {
    @Override
    public boolean rich() {
        return false;
    }

    @Override
    public Shown show(Rich value) {
        System.out.println(value.bundle().text());
        return replacement -> {};
    }
}
