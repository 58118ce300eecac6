package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Makes a whole POM of the piece of one that a cell holds.
 *
 * <p>Loose dependencies and repositories go where they belong; what the piece lacks (model version,
 * coordinates, ids of repositories) is filled in. A whole project stays what it is.
 */
final class PomFragment {
    private static final Set<String> REQUIRED =
            Set.of("groupId", "artifactId", "version", "modelVersion");
    private static final String DECLARATION = "(?s)\\A\\s*<\\?xml.*?\\?>";

    private final Document document;
    private final Element project;

    private PomFragment(Document document) {
        this.document = document;
        Element whole = child(document.getDocumentElement(), "project");
        this.project = whole == null ? document.createElement("project") : whole;
        if (whole == null) {
            children(document.getDocumentElement()).forEach(this::place);
        }
    }

    /** The text of a POM with the content of {@code fragment}. */
    static String complete(String fragment) {
        PomFragment pom = new PomFragment(parsed(fragment));
        pom.fillIn();
        return pom.text();
    }

    private void place(Element element) {
        String name = element.getTagName();
        switch (name) {
            case "dependency" ->
                    (isBom(element)
                                    ? section(
                                            section(project, "dependencyManagement"),
                                            "dependencies")
                                    : section(project, "dependencies"))
                            .appendChild(element);
            case "repository" -> section(project, "repositories").appendChild(element);
            case "dependencies", "repositories" -> children(element).forEach(this::place);
            default -> project.appendChild(element);
        }
    }

    /** Where else than under management could a BOM be meant? */
    private static boolean isBom(Element dependency) {
        Element scope = child(dependency, "scope");
        return scope != null && scope.getTextContent().strip().equals("import");
    }

    private void fillIn() {
        boolean inherits = child(project, "parent") != null;
        for (String name : REQUIRED) {
            boolean inherited = inherits && (name.equals("groupId") || name.equals("version"));
            if (child(project, name) == null && !inherited) {
                String value = name.equals("modelVersion") ? "4.0.0" : "notebook";
                project.appendChild(document.createElement(name)).setTextContent(value);
            }
        }
        Element repositories = child(project, "repositories");
        if (repositories != null) {
            children(repositories).forEach(this::name);
        }
    }

    private void name(Element repository) {
        Element url = child(repository, "url");
        if (url != null && child(repository, "id") == null) {
            String id = url.getTextContent().strip().replaceAll("[^\\w.-]+", "-");
            repository.appendChild(document.createElement("id")).setTextContent(id);
        }
    }

    private String text() {
        StringWriter text = new StringWriter();
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(project), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private Element section(Element parent, String name) {
        Element section = child(parent, name);
        return section != null
                ? section
                : (Element) parent.appendChild(document.createElement(name));
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static Document parsed(String fragment) {
        String body = fragment.replaceFirst(DECLARATION, "");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(
                    new InputSource(new StringReader("<fragment>" + body + "</fragment>")));
        } catch (SAXParseException e) {
            throw new MagicException(
                    "%%loadFromPOM: this is not XML, line "
                            + e.getLineNumber()
                            + " below the magic: "
                            + e.getMessage()
                            + " Nothing was added.");
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK's own handler prints on System.err. */
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
