package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.display.Rich;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What every SVG of ours must keep to, and a look at what is written in it. */
final class Pictures {
    private static final int LARGEST = 50_000;

    private Pictures() {}

    /** The picture of {@code value}, after checking that GitHub and nbviewer keep all of it. */
    static Document svg(Rich value) {
        return svg(value, LARGEST);
    }

    static Document svg(Rich value, int largest) {
        String source = (String) value.bundle().content().get("image/svg+xml");
        assertThat(source.length()).isLessThan(largest);
        Document picture = parse(source);
        for (Element element : elements(picture, "*")) {
            assertThat(element.getTagName())
                    .isIn("svg", "g", "rect", "path", "text", "circle", "image", "title");
            assertThat(element.hasAttribute("style")).isFalse();
            assertThat(element.hasAttribute("class")).isFalse();
            assertThat(element.hasAttribute("id")).isFalse();
            String link = element.getAttribute("href");
            assertThat(link.isEmpty() || link.startsWith("data:image/png;base64,")).isTrue();
        }
        return picture;
    }

    /** All texts in the picture, in the order they were written. */
    static List<String> texts(Document picture) {
        return elements(picture, "text").stream().map(Element::getTextContent).toList();
    }

    static List<Element> elements(Document picture, String tag) {
        NodeList nodes = picture.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The curves of one colour: the data of their paths, legend keys left out. */
    static List<String> curves(Document picture, String colour) {
        return elements(picture, "path").stream()
                .filter(path -> path.getAttribute("stroke").equals(colour))
                .map(path -> path.getAttribute("d"))
                .filter(data -> !data.contains("h"))
                .toList();
    }

    private static Document parse(String source) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(source)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + source, e);
        }
    }
}
